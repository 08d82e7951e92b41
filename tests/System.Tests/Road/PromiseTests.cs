using Concierge.Bot.Workers;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>What people see when LINE fails: never the same twice, and after a silence where they were.</summary>
public sealed class PromiseTests
{
    private const string Reply = "/v2/bot/message/reply", Push = "/v2/bot/message/push";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reply_that_LINE_refused_before_taking_it_is_seen_once_in_the_end(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiErrorBefore, Reply);

        await hanako.Follows();
        await town.Settles();
        Assert.Empty(hanako.FromBot);

        await town.Passes(TimeSpan.FromSeconds(3));
        Assert.Equal(3, hanako.FromBot.Count);
        Assert.All(hanako.FromBot, item => Assert.Equal(Via.Reply, item.Via));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reply_whose_answer_was_lost_is_not_said_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiCutAfter, Reply);

        await hanako.Follows();
        await town.Settles();
        await town.Passes(TimeSpan.FromSeconds(3));
        await town.Passes(TimeSpan.FromMinutes(2));

        Assert.Equal(3, hanako.FromBot.Count);
        Assert.Equal(OutboxState.AssumedSent, Assert.Single(States(town)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_silence_the_next_turn_begins_with_where_we_were(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Begun(town);

        town.Line.Faults.Next(Fault.ApiErrorBefore, Reply, times: 50);
        await hanako.Taps("はい、よいです");
        await town.Settles();
        for (var i = 0; i < 8; i++) await town.Passes(TimeSpan.FromSeconds(10));
        town.Line.Faults.Clear();
        Assert.Equal(OutboxState.Held, States(town)[^1]);

        var before = hanako.FromBot.Count;
        await hanako.Says("はい");
        await town.Settles();
        var said = hanako.FromBot.Skip(before).Select(item => item.Text).ToArray();
        Assert.Contains("とどかなかった", said[0]);
        Assert.Contains("年代", said[1]);
        Assert.DoesNotContain(States(town), state => state == OutboxState.Held);
        Assert.Equal(0, town.Line.Consumption);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reply_whose_token_is_certainly_dead_is_pushed_once_with_its_key(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiReplyTokenExpired, Reply);
        town.Line.Faults.Next(Fault.ApiErrorAfter, Push);

        await hanako.Follows();
        await town.Settles();
        await town.Passes(TimeSpan.FromSeconds(5));

        Assert.Equal(3, hanako.FromBot.Count);
        Assert.All(hanako.FromBot, item => Assert.Equal(Via.Push, item.Via));
        var pushes = town.Line.Requests.Where(r => r.Path == Push).ToArray();
        Assert.Equal(2, pushes.Length);
        Assert.Equal(pushes[0].Headers["X-Line-Retry-Key"], pushes[1].Headers["X-Line-Retry-Key"]);
        Assert.Equal(pushes[0].Body, pushes[1].Body);
        Assert.Equal(1, town.Line.Consumption);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_the_months_quota_is_used_up_it_is_given_up_and_not_tried_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        town.Line.MonthlyQuota = 0;
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiReplyTokenExpired, Reply);

        await hanako.Follows();
        await town.Settles();
        await town.Passes(TimeSpan.FromMinutes(5));

        Assert.Equal(OutboxState.Refused, Assert.Single(States(town)));
        Assert.Single(town.Line.Requests, r => r.Path == Push);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_event_that_cannot_be_taken_does_not_stand_in_the_way_for_long(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Begun(town);
        var member = town.Database.Reader.Read(unit => unit.Db.LineUsers.Single().MemberId);
        var now = town.Clock.GetUtcNow();
        await town.Database.Writer.Write(unit => unit.Inbox.Accept(
            new InboxEvent("web", "poison", member, now.AddSeconds(-1), now, "no json"u8.ToArray(), false)));

        await hanako.Taps("はい、よいです");
        for (var i = 0; i < 6; i++) await town.Passes(TimeSpan.FromSeconds(10));

        Assert.Contains("年代", hanako.FromBot[^1].Text);
        Assert.Equal(InboxState.Parked, town.Database.Reader.Read(unit => unit.Db.Inbox.Single(row => row.EventId == "poison").State));
        Assert.Contains(town.Line.Requests, r => r.Path == "/v2/bot/chat/loading/start");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_waits_for_a_person_who_has_blocked_us(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Begun(town);
        await hanako.Blocks();
        await town.Settles();
        var calls = town.Line.Requests.Count;

        await hanako.Unblocks();
        await town.Settles();
        Assert.Equal(calls + 1, town.Line.Requests.Count);
        Assert.Contains("おかえりなさい", hanako.FromBot.Skip(3).First().Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_is_told_to_stop_leaves_to_the_next_start_what_LINE_does_not_answer(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Wire.Hold();
        await hanako.Follows();
        await town.Part<InboxWorker>().Idle();

        var stopping = town.Part<OutboxWorker>().StopAsync(TestContext.Current.CancellationToken);
        town.Clock.Advance(OutboxWorker.LastWords);
        await stopping;
        Assert.Equal(OutboxState.Pending, Assert.Single(States(town)));

        town.Wire.Release();
        await town.Restarts();
        await town.Passes(TimeSpan.FromSeconds(5));
        Assert.Equal(3, hanako.FromBot.Count);
    }

    private static async Task<Person> Begun(Town town)
    {
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        return hanako;
    }

    private static List<OutboxState> States(Town town) =>
        town.Database.Reader.Read(unit => unit.Db.Outbox.OrderBy(row => row.Seq).Select(row => row.State).ToList());
}
