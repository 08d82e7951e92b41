using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Reception;

/// <summary>What LINE may send, and when: each event is heard once, by whoever it is meant for.</summary>
public sealed class ArrivalTests
{
    private const string Reply = "/v2/bot/message/reply";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_consoles_verify_button_is_answered_and_nothing_is_kept(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        Assert.Equal(200, await gate.Takes(Written.To(town.Line.BotUserId)));
        Assert.Empty(gate.Inbox);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task People_in_one_body_are_each_answered(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = Enumerable.Range(1, 5).Select(i => town.Line.Person($"{i}さん")).ToArray();
        town.Line.Hold();
        foreach (var person in people) await person.Follows();
        Assert.Equal(200, (await town.Line.Release()).Status);
        await town.Settles();
        Assert.All(people, person => Assert.Equal(3, person.FromBot.Count));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_addressed_to_another_account_is_shown_to_staff_and_not_answered(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var said = Written.Words("e1", Written.User(1), "こんにちは", town.Clock.GetUtcNow());
        Assert.Equal(200, await gate.Takes(Written.To(Written.User(7), said)));
        await town.Settles();
        Assert.Equal((InboxState.Parked, "misrouted", (string?)null), gate.Inbox.Select(row => (row.State, row.ErrorCode, row.MemberId)).Single());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_of_a_chat_that_another_channel_holds_are_not_answered(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var hanako = await Following(town);
        town.Line.Faults.Next(Fault.WebhookStandby);
        await hanako.Says("こんにちは");
        await town.Settles();
        Assert.Equal(3, hanako.FromBot.Count);
        Assert.Equal(0, town.Line.Consumption);
        Assert.Equal((InboxState.Done, true), gate.Inbox.Select(row => (row.State, row.Raw is null)).Last());
    }

    [Theory]
    [InlineData(Fault.WebhookUnknownEvent)]
    [InlineData(Fault.WebhookUnknownMessage)]
    [InlineData(Fault.WebhookOmitsOptional)]
    public async Task What_LINE_adds_or_leaves_out_does_not_keep_the_words_beside_it(Fault fault)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var gate = new Gate(town);
        var hanako = await Following(town);
        town.Line.Faults.Next(fault);
        await hanako.Says("使い方");
        await town.Settles();
        Assert.Equal(4 + 1, hanako.FromBot.Count);
        Assert.All(gate.Inbox, row => Assert.Equal(InboxState.Done, row.State));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whatever_comes_twice_is_answered_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.WebhookTwice);
        await hanako.Follows();
        await town.Settles();
        town.Line.Faults.Next(Fault.WebhookTwiceMarked);
        await hanako.Taps("はい、よいです");
        await town.Settles();

        Assert.Equal(4, hanako.FromBot.Count);
        Assert.Equal(2, town.Line.Requests.Count(r => r.Path == Reply));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_comes_again_hours_later_and_after_a_restart_is_known(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var hanako = await Following(town);
        await town.Passes(TimeSpan.FromHours(20));
        await town.Restarts();
        await town.Line.Redeliver(gate.Inbox.Single().EventId);
        await town.Settles();
        Assert.Equal(3, hanako.FromBot.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_recorded_our_webhooks_and_sends_them_again_changes_nothing(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Following(town);
        await hanako.Taps("はい、よいです");
        await town.Settles();
        await hanako.Taps(hanako.FromBot[^1].Buttons[0].Label);
        await town.Settles();
        await hanako.SendsSticker();
        await town.Settles();
        var member = town.Database.Reader.Read(unit => unit.Db.LineUsers.Single().MemberId);
        var (standing, said, asked) = (Standing.Of(town, member), hanako.FromBot.Count, town.Line.Requests.Count);
        var recorded = town.Line.Webhooks.ToArray();

        await town.Passes(TimeSpan.FromDays(3));
        for (var times = 0; times < 3; times++)
            foreach (var webhook in recorded) Assert.Equal(200, (await town.Line.Deliver(webhook.Body, webhook.Signature)).Status);
        await town.Settles();
        Assert.Equal((standing, said, asked), (Standing.Of(town, member), hanako.FromBot.Count, town.Line.Requests.Count));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_comes_late_is_still_answered(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Following(town);
        town.Line.Hold();
        await hanako.Taps("はい、よいです");
        await town.Passes(TimeSpan.FromMinutes(15));
        Assert.Equal(3, hanako.FromBot.Count);
        await town.Line.Release();
        await town.Settles();
        Assert.Equal(4, hanako.FromBot.Count);
        Assert.Equal(Via.Reply, hanako.FromBot[^1].Via);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_comes_in_the_wrong_order_in_one_body_is_heard_in_its_own(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var hanako = town.Line.Person("花子");
        town.Line.Hold();
        await hanako.Follows();
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        await hanako.Says("使い方");
        await town.Line.Release(reversed: true);
        await town.Settles();

        Assert.Contains("はじめまして", hanako.FromBot[0].Text);
        Assert.Contains("ボタンを押して", hanako.FromBot[3].Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_event_of_long_ago_or_of_tomorrow_is_not_obeyed_but_shown_to_staff(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var now = town.Clock.GetUtcNow();
        var days = new[] { -91.0, -89, 0.9, 1.1, 2_000_000 };
        foreach (var (number, day) in days.Index())
            Assert.Equal(200, await gate.Takes(Written.Body(Written.Words($"e{number}", Written.User(number), "こんにちは", now.AddDays(day)))));
        await town.Settles();
        Assert.Equal(
            ["stale", null, null, "from_the_future", "from_the_future"],
            gate.Inbox.Select(row => row.ErrorCode));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_said_in_a_group_is_none_of_our_business(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var now = town.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var place in new[] { "\"type\":\"group\",\"groupId\":\"C1\"", "\"type\":\"room\",\"roomId\":\"R1\"" })
            Assert.Equal(200, await gate.Takes(Written.Body(
                $$"""{"type":"message","webhookEventId":"g{{place.Length}}","timestamp":{{now}},"source":{ {{place}},"userId":"{{Written.User(1)}}"},"message":{"type":"text","id":"1","text":"ひみつ"} }""")));
        Assert.Empty(gate.Inbox);
        Assert.Empty(town.Database.Reader.Read(unit => unit.Db.LineUsers.ToList()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everything_that_is_not_words_is_answered_kindly(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Following(town);
        var sends = new (Func<Task<WebhookAnswer>> Act, string Kind)[]
        {
            (() => hanako.SendsSticker(), "スタンプ"), (() => hanako.SendsImage(), "写真"), (() => hanako.SendsVideo(), "動画"),
            (() => hanako.SendsAudio(), "録音"), (() => hanako.SendsFile("履歴書.pdf", [1]), "ファイル"), (() => hanako.SendsLocation(35.8, 139.9), "場所"),
        };
        foreach (var (act, kind) in sends)
        {
            var before = hanako.FromBot.Count;
            Assert.Equal(200, (await act()).Status);
            await town.Settles();
            Assert.Contains(kind, hanako.FromBot[before].Text);
            Assert.All(hanako.FromBot.Skip(before), item => Assert.Equal(Via.Reply, item.Via));
        }
        // One reply each: all bubbles at once, nothing pushed.
        Assert.Equal(sends.Length + 1, town.Line.Requests.Count(r => r.Path == Reply));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Blocking_and_coming_back_are_told_apart_whatever_their_order(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var hanako = await Following(town);
        await town.Passes(TimeSpan.FromMinutes(1));
        await hanako.Blocks();
        await town.Settles();
        Assert.False(IsReachable(town));

        // The news that she follows, from before the block, comes a second time and late under another id.
        var before = town.Clock.GetUtcNow().AddSeconds(-30);
        Assert.Equal(200, await gate.Takes(Written.Body(Written.Event("late", hanako.Id, "follow", before))));
        await town.Settles();
        Assert.False(IsReachable(town));

        await town.Passes(TimeSpan.FromMinutes(1));
        await hanako.Unblocks();
        await town.Settles();
        Assert.True(IsReachable(town));
        Assert.Equal(5, hanako.FromBot.Count);
    }

    private static bool IsReachable(Town town) => town.Database.Reader.Read(unit => unit.Db.Members.Single().Reachable);

    private static async Task<Person> Following(Town town)
    {
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        return hanako;
    }
}
