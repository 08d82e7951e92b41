using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Concierge.Transcripts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Handoff;

/// <summary>Staff in somebody's conversation: what goes out where, by which way, and who is silent.</summary>
public sealed class HandoffTests
{
    private const string Reply = "/v2/bot/message/reply", Push = "/v2/bot/message/push", Notice = "職員から返事があります。";

    private static readonly TimeSpan TokenIsOld = TimeSpan.FromMinutes(2);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_staff_write_is_read_on_the_page_and_LINE_only_hears_that_there_is_an_answer(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await town.Claimed();
        await town.Says(hanako, "水曜日は どうですか");
        town.Line.ForgetRequests();
        await town.WritesAndIsHeard(Staff.Says);

        Assert.StartsWith(Notice, hanako.FromBot[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(town.Line.Requests, request => request.Body.Contains("あいています", StringComparison.Ordinal));
        var page = await OpensPage(town, hanako);
        await page.Sees("水曜日は どうですか");
        await page.Sees("職員（佐藤）");
        await page.Sees(Staff.Says);

        await page.Says("では 水曜日に");
        await page.Sees("では 水曜日に");
        Assert.True(town.Case().CitizenWaits);
        await town.Moves(Cases.Resolve);
        await town.Settles();
        await page.Reads();
        await page.Sees(Staff.Says);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task In_the_chat_it_stands_under_the_name_of_who_wrote_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Privacy:StaffReplies", "Chat"));
        var hanako = await town.Claimed();
        await town.WritesAndIsHeard(Staff.Says);
        Assert.Equal(("佐藤", Staff.Says), (hanako.FromBot[^1].Sender, hanako.FromBot[^1].Text));

        await town.WritesAndIsHeard("くわしくは ページを ごらんください。", StaffReplies.Private);
        Assert.Equal((null, true), (hanako.FromBot[^1].Sender, hanako.FromBot[^1].Text.StartsWith(Notice, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(StaffReplies.Private)]
    [InlineData(StaffReplies.Chat)]
    public async Task A_fresh_reply_token_is_used_once_and_then_it_is_a_push(StaffReplies where)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        await town.Says(hanako, "水曜日は どうですか");
        Assert.IsType<Cost.FreeReply>(town.Forecast());
        town.Line.ForgetRequests();
        await town.WritesAndIsHeard(Staff.Says, where);
        Assert.Equal([Reply], Sent(town));

        Assert.IsType<Cost.OneMessage>(town.Forecast());
        await town.WritesAndIsHeard("もうひとつ。", where);
        Assert.Equal([Reply, Push], Sent(town));
    }

    [Fact]
    public async Task An_old_reply_token_is_not_tried()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        await town.Says(hanako, "水曜日は どうですか");
        await town.Passes(TokenIsOld);
        Assert.IsType<Cost.OneMessage>(town.Forecast());
        town.Line.ForgetRequests();
        await town.WritesAndIsHeard(Staff.Says);
        Assert.Equal([Push], Sent(town));
    }

    [Fact]
    public async Task Who_has_blocked_us_or_has_no_LINE_costs_nothing()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        await hanako.Blocks();
        await town.Settles();
        Assert.IsType<Cost.Blocked>(town.Forecast());
        var (visitor, _) = await town.PageFor();
        Assert.IsType<Cost.PageOnly>(town.Database.Reader.Read(unit => ReplyTokens.Forecast(unit, visitor, town.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Nobody_answers_over_a_colleague_or_over_words_that_were_not_read()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        var read = town.LastSaid();
        Assert.Equal(new Handing.HeldBy(TownDesk.Sato), await town.Speaks(Staff.Says, null, read, TownDesk.Suzuki));

        await town.Says(hanako, "やっぱり 木曜日に");
        Assert.Equal(new Handing.SaidMeanwhile(town.LastSaid()), await town.Speaks(Staff.Says, null, read));
        Assert.IsType<Handing.Done>(await town.Speaks(Staff.Says, null, town.LastSaid()));
        Assert.IsType<Handing.SaidMeanwhile>(await town.Speaks(Staff.Says, null, read));
    }

    [Fact]
    public async Task What_is_taken_back_while_staff_have_the_conversation_is_gone_for_them_too()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        await town.Says(hanako, "ひみつの岬");
        await town.WritesAndIsHeard(Staff.Says);
        await hanako.UnsendsLast();
        await town.Settles();
        var page = await OpensPage(town, hanako);
        await page.Sees(Staff.Says);
        Assert.DoesNotContain("ひみつの岬", page.Page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Given_back_the_bot_goes_on_where_the_person_was(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await town.Says(hanako, "棚卸しをはじめる");
        await hanako.Taps("はい、よいです");
        await town.Settles();
        await town.Says(hanako, "職員と話す");
        await town.Claims();
        await town.Says(hanako, "歩いて15分");
        await town.Writes(Staff.Says);
        await town.Settles();
        await town.Moves(Cases.Return);
        await town.Settles();
        Assert.Equal(Core.Conversations.Owner.Bot, town.OwnerNow().Owner);
        Assert.Contains(hanako.FromBot, item => item.Text.Contains("いかがでしたか", StringComparison.Ordinal));

        await hanako.Taps("つづける");
        await town.Settles();
        Assert.Contains("片道 どのくらい", hanako.FromBot[^1].Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_passed_on_to_a_partner_is_read_and_agreed_to_on_the_page(DatabaseProvider provider)
    {
        const string slip = "週に2日くらいの 軽い仕事を さがしています。";
        await using var town = await Town.Start(provider);
        var hanako = await town.Claimed();
        town.Line.ForgetRequests();
        var id = await town.Database.Writer.Write(unit => Referrals.Propose(unit, town.Case().Id, TownDesk.Sato, "silver", slip, town.Clock.GetUtcNow())!.Value);
        await town.Settles();
        Assert.DoesNotContain(town.Line.Requests, request => request.Body.Contains("軽い仕事", StringComparison.Ordinal));
        Assert.Equal(new Referring.NotNow(ReferralState.Proposed), await PassOn(1));

        var page = await OpensPage(town, hanako);
        await page.Sees(slip);
        await page.Presses("はい、伝えてよい");
        await town.Settles();
        Assert.IsType<Referring.Done>(await PassOn(2));
        var kept = town.Database.Reader.Read(unit => Referrals.Of(unit, town.Case().Id).Single());
        Assert.Equal((ReferralState.PassedOn, slip), (kept.Referral.State, kept.Slip));

        Task<Referring> PassOn(int revision) => town.Database.Writer.Write(unit => Referrals.Move(unit, id, Referral.On.PassOn, TownDesk.Sato, null, revision, town.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Who_left_has_no_case_any_more()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.WantsStaff();
        var one = town.Case();
        await town.Database.Writer.Write(unit => Cases.AddNote(unit, one.Id, TownDesk.Sato, "また 電話する", town.Clock.GetUtcNow()));
        foreach (var label in new[] { "進む", "はい、全部消す" })
        {
            if (label == "進む") await town.Says(hanako, "退会したい");
            await hanako.Taps(label);
            await town.Settles();
        }
        Assert.IsType<Handing.Unknown>(await town.Database.Writer.Write(unit => Cases.Claim(unit, one.Id, TownDesk.Sato, one.Revision, town.Clock.GetUtcNow())));
        Assert.Empty(town.Database.Reader.Read(unit => Cases.Queue(unit)));
        Assert.Empty(town.Database.Reader.Read(unit => Cases.Notes(unit, one.Id)));
    }

    [Fact]
    public async Task The_history_and_the_feed_tell_by_ids_what_happened()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await town.Claimed();
        await town.WritesAndIsHeard(Staff.Says);
        await town.Moves(Cases.Resolve);
        string[] life = ["Request", "Queue", "Claim", "Speak", "Resolve"];
        Assert.Equal(life, town.Database.Reader.Read(unit => Cases.History(unit, town.Case().Id).Select(e => e.What)));
        Assert.Equal(
            life.Select(what => $"case-{what.ToLowerInvariant()}"),
            town.Database.Reader.Read(unit => unit.Feed.After(0, 1000).Where(row => row.Kind.StartsWith("case-", StringComparison.Ordinal)).Select(row => row.Kind)));
    }

    private static async Task<WebPerson> OpensPage(Town town, Person person)
    {
        var page = new WebPerson(town);
        var link = person.FromBot.Reverse().SelectMany(item => item.Buttons).First(b => b.Kind == "uri").Action.GetProperty("uri").GetString()!;
        await page.Opens(town.BotUrl + new Uri(link).PathAndQuery);
        await town.Settles();
        return page;
    }

    private static string[] Sent(Town town) => [.. town.Line.Requests.Select(request => request.Path).Where(path => path is Reply or Push)];
}
