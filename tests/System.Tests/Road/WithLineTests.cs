using Concierge.Bot.Workers;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>How the bot treats LINE while people talk: tokens, limits, the sign that somebody heard.</summary>
public sealed class WithLineTests
{
    private const string Reply = "/v2/bot/message/reply", Push = "/v2/bot/message/push", Token = "/oauth2/v3/token", Loading = "/v2/bot/chat/loading/start";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_access_token_is_issued_once_and_again_shortly_before_its_end(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        foreach (var minutes in new[] { 5, 5, 3 }) await Says(town, hanako, "メニュー", after: TimeSpan.FromMinutes(minutes));
        Assert.Equal(1, Count(town, Token));
        await Says(town, hanako, "メニュー", after: TimeSpan.FromSeconds(65));
        Assert.Equal(2, Count(town, Token));
        Assert.DoesNotContain(town.Line.Requests, request => request.Status == 401);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_access_token_that_LINE_refuses_is_replaced_and_the_reply_still_comes(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiTokenExpired, Reply);
        await hanako.Follows();
        await town.Settles();
        await town.Passes(TimeSpan.FromSeconds(3));
        Assert.Equal([Via.Reply, Via.Reply, Via.Reply], hanako.FromBot.Select(item => item.Via));
        Assert.Equal(2, Count(town, Token));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Too_many_at_once_is_waited_for_and_the_reply_still_comes(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiRateLimited, Reply);
        await hanako.Follows();
        await town.Settles();
        Assert.Empty(hanako.FromBot);
        await town.Passes(TimeSpan.FromSeconds(6));
        Assert.Equal([Via.Reply, Via.Reply, Via.Reply], hanako.FromBot.Select(item => item.Via));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_push_that_LINE_calls_over_the_limit_is_tried_again_while_the_months_quota_is_not_used_up(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        town.Line.MonthlyQuota = 10;
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiReplyTokenExpired, Reply);
        // What it says is not what it is: LINE's texts are not to be relied on.
        town.Line.Faults.Next(Fault.ApiQuotaReached, Push);
        await hanako.Follows();
        await town.Settles();
        Assert.Empty(hanako.FromBot);
        await town.Passes(TimeSpan.FromSeconds(10));
        Assert.Equal([Via.Push, Via.Push, Via.Push], hanako.FromBot.Select(item => item.Via));
        Assert.Equal(1, Count(town, "/v2/bot/message/quota/consumption"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reply_goes_with_its_token_once_and_carries_no_retry_key(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        await Says(town, hanako, "使い方", after: TimeSpan.FromSeconds(1));
        var replies = town.Line.Requests.Where(request => request.Path == Reply).ToArray();
        Assert.Equal(2, replies.Length);
        Assert.All(replies, reply => Assert.False(reply.Headers.ContainsKey("X-Line-Retry-Key")));
        Assert.Equal(0, Count(town, Push));
        Assert.DoesNotContain(town.Line.Requests, request => request.Path == Loading);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_an_answer_takes_longer_than_two_seconds_the_dots_say_that_somebody_heard(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        var member = town.Database.Reader.Read(unit => unit.Db.LineUsers.Single().MemberId);
        var slow = new TaskCompletionSource<int>();
        var shown = town.Part<Dots>().While(member, slow.Task, TestContext.Current.CancellationToken);
        town.Clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Null(hanako.LoadingUntil);

        var asked = town.Wire.Next;
        town.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await asked;
        slow.SetResult(7);
        Assert.Equal(7, await shown);
        Assert.NotNull(hanako.LoadingUntil);

        await Says(town, hanako, "使い方", after: TimeSpan.Zero);
        Assert.Null(hanako.LoadingUntil);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_stops_waits_for_its_work_and_not_for_the_dots(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        var member = town.Database.Reader.Read(unit => unit.Db.LineUsers.Single().MemberId);
        using var stop = new CancellationTokenSource();
        var slow = new TaskCompletionSource<int>();
        town.Wire.Hold();
        var shown = town.Part<Dots>().While(member, slow.Task, stop.Token);
        town.Clock.Advance(TimeSpan.FromSeconds(2.1));
        stop.Cancel();
        slow.SetResult(7);
        Assert.Equal(7, await shown);
        Assert.Null(hanako.LoadingUntil);
    }

    private static async Task Says(Town town, Person person, string words, TimeSpan after)
    {
        await town.Passes(after);
        await person.Says(words);
        await town.Settles();
    }

    private static int Count(Town town, string path) => town.Line.Requests.Count(request => request.Path == path);
}
