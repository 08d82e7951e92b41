using Concierge.Core.Handoff;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Handoff;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>花子 on her phone, 佐藤 and 鈴木 at two desks.</summary>
public sealed class CasesTests
{
    private const string Asking = "週に2日 働ける所を さがしています", Answer = "水曜日の午前は いかがですか。";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_is_taken_answered_and_closed(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var hanako = await town.WantsStaff();

        var waiting = (await desk.Gets("/api/v1/cases", sato)).Items.Single();
        Assert.Equal(("queued", "asked"), (waiting.GetProperty("state").GetString(), waiting.GetProperty("trigger").GetString()));
        var (id, member) = (waiting.GetProperty("id").GetInt64(), waiting.GetProperty("member").GetString()!);
        var claimed = await desk.Sends(HttpMethod.Put, $"/api/v1/cases/{id}/claim", sato, headers: ("If-Match", (await desk.Gets($"/api/v1/cases/{id}", sato)).ETag!));
        Assert.Equal((200, "accepted", "佐藤"), (claimed.Status, claimed.Text("state"), claimed.Text("holderName")));

        await hanako.Says(Asking);
        await town.Settles();
        var talk = await desk.Gets($"/api/v1/conversations/{member}/messages", sato);
        Assert.Contains(Asking, talk.Raw, StringComparison.Ordinal);
        var read = talk.Items[0].GetProperty("seq").GetInt64();
        Assert.Equal("reply", (await desk.Gets($"/api/v1/conversations/{member}/cost", sato)).Text("kind"));
        var spoken = await Speaks(desk, sato, member, read, "k1");
        Assert.Equal(200, spoken.Status);
        await town.Settles();
        Assert.StartsWith("職員から返事があります。", hanako.FromBot[^1].Text, StringComparison.Ordinal);
        Assert.Contains(Answer, (await desk.Gets($"/api/v1/conversations/{member}/messages", sato)).Raw, StringComparison.Ordinal);

        var now = await desk.Gets($"/api/v1/cases/{id}", sato);
        var resolved = await desk.Sends(HttpMethod.Put, $"/api/v1/cases/{id}/resolution", sato, headers: ("If-Match", now.ETag!));
        Assert.Equal("resolved", resolved.Text("state"));
        await town.Settles();
        Assert.Empty((await desk.Gets("/api/v1/cases", sato)).Items);
        Assert.Single((await desk.Gets("/api/v1/cases?state=all", sato)).Items);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_answer_that_is_sent_again_is_said_once_and_one_on_a_stale_view_not_at_all(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        var (hanako, sato, id, member) = await Taken(town, desk);
        var read = await LastSeq(desk, sato, member);
        Assert.Equal(200, (await Speaks(desk, sato, member, read, "k1")).Status);
        Assert.Equal(200, (await Speaks(desk, sato, member, read, "k1")).Status);
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Messages.Count(m => m.Sender == Speaker.Staff)));
        Assert.Equal((422, "idempotency-key-reused"), await Said(desk.Sends(HttpMethod.Post, $"/api/v1/conversations/{member}/messages", sato, $$"""{"text":"ほかの話","lastRead":{{read}}}""", headers: ("Idempotency-Key", "k1"))));

        await hanako.Says("あ、木曜日でも いいです");
        await town.Settles();
        Assert.Equal((409, "said-meanwhile"), await Said(Speaks(desk, sato, member, read, "k2")));
        Assert.Equal((400, "invalid-item"), await Said(desk.Sends(HttpMethod.Post, $"/api/v1/conversations/{member}/messages", sato, $$"""{"text":"はい","lastRead":{{read}}}""")));
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Messages.Count(m => m.Sender == Speaker.Staff)));
    }

    [Fact]
    public async Task Nobody_takes_what_a_colleague_has_and_nobody_changes_what_they_have_not_seen()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        var (_, sato, id, member) = await Taken(town, desk);
        var suzuki = await desk.Employs("suzuki", "鈴木", Role.Secretariat);
        var etag = (await desk.Gets($"/api/v1/cases/{id}", suzuki)).ETag!;
        Assert.Equal((409, "held-by-another"), await Said(desk.Sends(HttpMethod.Put, $"/api/v1/cases/{id}/claim", suzuki, headers: ("If-Match", etag))));
        Assert.Equal((409, "held-by-another"), await Said(Speaks(desk, suzuki, member, await LastSeq(desk, sato, member), "k1")));
        Assert.Equal((428, "if-match-missing"), await Said(desk.Sends(HttpMethod.Delete, $"/api/v1/cases/{id}/claim", sato)));
        Assert.Equal((412, "stale"), await Said(desk.Sends(HttpMethod.Delete, $"/api/v1/cases/{id}/claim", sato, headers: ("If-Match", "\"1\""))));
        Assert.Equal((400, "invalid-item"), await Said(desk.Sends(HttpMethod.Put, $"/api/v1/cases/{id}/assignment", sato, """{"staff":"nobody"}""", headers: ("If-Match", etag))));

        var handed = await desk.Sends(HttpMethod.Put, $"/api/v1/cases/{id}/assignment", sato, """{"staff":"suzuki"}""", headers: ("If-Match", etag));
        Assert.Equal(("offered", "suzuki"), (handed.Text("state"), handed.Text("holder")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_packet_shows_what_helps_and_without_consent_a_line_that_says_so(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        var (hanako, sato, id, member) = await Taken(town, desk);
        var without = await desk.Gets($"/api/v1/cases/{id}/packet", sato);
        Assert.Equal(("同意がないため表示しません。", "職員と話す"), (without.Text("withheld"), without.Text("ownWords")));
        Assert.Empty(without.Body.GetProperty("inventory").EnumerateArray());

        await desk.Database.Writer.Write(unit => unit.Consents.Add(member, new Consent(Purpose.Staff, "entry@1/consent_staff", true, town.Clock.GetUtcNow(), Consents.Member)));
        var with = await desk.Gets($"/api/v1/cases/{id}/packet", sato);
        Assert.Null(with.Text("withheld"));
        Assert.NotEmpty(with.Body.GetProperty("inventory").EnumerateArray());
        Assert.Equal("佐藤", with.Body.GetProperty("openedBy")[0].GetProperty("name").GetString());

        await desk.Database.Writer.Write(unit => unit.Consents.Add(member, new Consent(Purpose.Staff, "entry@1/consent_staff", false, town.Clock.GetUtcNow(), Consents.Member)));
        Assert.Equal("同意がないため表示しません。", (await desk.Gets($"/api/v1/cases/{id}/packet", sato)).Text("withheld"));
        Assert.Equal(3, desk.Database.Reader.Read(unit => unit.Db.Set<AuditEntry>().Count(a => a.Target == $"case/{id}" && a.Fields == "packet")));
    }

    [Fact]
    public async Task The_queue_comes_in_parts_in_its_order_and_every_filter_counts_also_for_what_is_over()
    {
        await using var desk = await Desk.Opens();
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        await desk.Database.Writer.Write(unit =>
        {
            for (var i = 0; i < 5; i++)
            {
                var trigger = i == 3 ? CaseTrigger.Safety : CaseTrigger.Asked;
                unit.Db.Add(HandoffCase.Request(Some.Member(unit, $"m-{i}"), 1, trigger, asksConsent: false, saidIn: null, OpeningHours.Embedded, Some.At(-i)));
            }
        });
        var (seen, cursor) = (new List<string?>(), "");
        do
        {
            var part = await desk.Gets("/api/v1/cases?limit=2" + cursor, sato);
            seen.AddRange(part.Items.Select(one => one.GetProperty("member").GetString()));
            cursor = part.Next is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(["m-3", "m-4", "m-2", "m-1", "m-0"], seen);

        foreach (var state in new[] { "open", "all" })
        {
            Assert.Empty((await desk.Gets($"/api/v1/cases?state={state}&level=council", sato)).Items);
            Assert.Empty((await desk.Gets($"/api/v1/cases?state={state}&holder=sato", sato)).Items);
            Assert.Single((await desk.Gets($"/api/v1/cases?state={state}&member=m-2", sato)).Items);
        }
    }

    [Fact]
    public async Task A_partner_sees_a_slip_only_when_the_person_has_agreed_and_it_was_passed_on_to_that_partner()
    {
        const string slip = "週に2日くらいの 軽い仕事";
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        var (hanako, sato, id, _) = await Taken(town, desk);
        var (silver, other) = (await desk.Token(Role.Partner, "silver"), await desk.Token(Role.Partner, "shakyo"));
        var proposed = await desk.Sends(HttpMethod.Post, $"/api/v1/cases/{id}/referrals", sato, $$"""{"partner":"silver","slip":"{{slip}}"}""", headers: ("Idempotency-Key", "r1"));
        Assert.Equal(201, proposed.Status);
        var referral = proposed.Body.GetProperty("id").GetInt64();
        Assert.Equal((409, "not-now"), await Said(desk.Sends(HttpMethod.Put, $"/api/v1/referrals/{referral}/passing", sato, headers: ("If-Match", "1"))));
        Assert.Empty((await desk.Gets("/api/v1/referrals", silver)).Items);
        Assert.DoesNotContain(slip, (await desk.Gets("/api/v1/referrals", sato)).Raw, StringComparison.Ordinal);

        await town.Settles();
        await Agrees(town, hanako);
        Assert.Equal(200, (await desk.Sends(HttpMethod.Put, $"/api/v1/referrals/{referral}/passing", sato, headers: ("If-Match", "2"))).Status);
        Assert.Contains(slip, (await desk.Gets("/api/v1/referrals", silver)).Raw, StringComparison.Ordinal);
        Assert.All(desk.Trail("referrals"), entry => Assert.Equal(("read", "slip,outcome"), (entry.Action, entry.Fields)));
        Assert.Equal(3, desk.Trail("referrals").Count);
        Assert.Single(desk.Trail($"referral/{referral}"), entry => entry is { Action: "read", Fields: "slip,outcome" });
        Assert.Empty((await desk.Gets("/api/v1/referrals", other)).Items);
        Assert.Equal(404, (await desk.Sends(HttpMethod.Put, $"/api/v1/referrals/{referral}/acceptance", other, headers: ("If-Match", "3"))).Status);
        Assert.Equal("accepted", (await desk.Sends(HttpMethod.Put, $"/api/v1/referrals/{referral}/acceptance", silver, headers: ("If-Match", "3"))).Text("state"));
    }

    private static Task<Desk> Opens(Town town) => Desk.Opens(on: town.TestDatabase, time: town.Clock);

    private static async Task<(Person Hanako, string Sato, long Case, string Member)> Taken(Town town, Desk desk)
    {
        var (hanako, sato) = (await town.WantsStaff(), await desk.Employs("sato", "佐藤", Role.Desk));
        var one = (await desk.Gets("/api/v1/cases", sato)).Items.Single();
        var id = one.GetProperty("id").GetInt64();
        await desk.Sends(HttpMethod.Put, $"/api/v1/cases/{id}/claim", sato, headers: ("If-Match", one.GetProperty("revision").GetRawText()));
        return (hanako, sato, id, one.GetProperty("member").GetString()!);
    }

    /// <summary>On the page, where LINE's message leads.</summary>
    private static async Task Agrees(Town town, Person person)
    {
        var page = new WebPerson(town);
        var link = person.FromBot.Reverse().SelectMany(item => item.Buttons).First(b => b.Kind == "uri").Action.GetProperty("uri").GetString()!;
        await page.Opens(town.BotUrl + new Uri(link).PathAndQuery);
        await town.Settles();
        await page.Presses("はい、伝えてよい");
        await town.Settles();
    }

    private static Task<Answered> Speaks(Desk desk, string token, string member, long read, string key) =>
        desk.Sends(HttpMethod.Post, $"/api/v1/conversations/{member}/messages", token, $$"""{"text":"{{Answer}}","lastRead":{{read}}}""", headers: ("Idempotency-Key", key));

    private static async Task<long> LastSeq(Desk desk, string token, string member) =>
        (await desk.Gets($"/api/v1/conversations/{member}/messages?limit=1", token)).Items[0].GetProperty("seq").GetInt64();

    private static async Task<(int, string?)> Said(Task<Answered> sending)
    {
        var answered = await sending;
        return (answered.Status, answered.Problem);
    }
}
