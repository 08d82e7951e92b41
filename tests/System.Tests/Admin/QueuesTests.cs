using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Something did not go through, and somebody mends it without seeing a word.</summary>
public sealed class QueuesTests
{
    private const string Parked = "/api/v1/parked-events", Unsent = "/api/v1/unsent-messages";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_parked_event_is_taken_once_more(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        await desk.SomethingWentWrong();
        var token = await desk.Token(Role.Administrator);
        var parked = Assert.Single((await desk.Gets(Parked, token)).Items);
        Assert.Equal((Some.Hanako, "FormatException"), (parked.GetProperty("member").GetString(), parked.GetProperty("reason").GetString()));
        Assert.DoesNotContain("raw of", parked.GetRawText());

        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, Parked + "/1/retry", token)).Status);
        Assert.NotNull(desk.Database.Reader.Read(unit => unit.Inbox.NextDue()));
        Assert.Empty((await desk.Gets(Parked, token)).Items);
        Assert.Equal(404, (await desk.Sends(HttpMethod.Put, Parked + "/1/retry", token)).Status);
        Assert.Equal("retry", Assert.Single(desk.Trail("parked-event/1")).Action);
    }

    [Fact]
    public async Task An_event_of_nobody_can_only_be_given_up_and_its_words_go()
    {
        await using var desk = await Desk.Opens();
        await desk.Database.Writer.Write(unit => unit.Inbox.Accept(Some.Event("e", null!)));
        var token = await desk.Token(Role.Secretariat);
        Assert.Equal((409, "nobodys-event"), await desk.Sends(HttpMethod.Put, Parked + "/1/retry", token) is var refused ? (refused.Status, refused.Problem) : default);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, Parked + "/1", token)).Status);
        Assert.Null(desk.Database.Reader.Read(unit => unit.Db.Inbox.AsNoTracking().Single()).Raw);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_line_refused_is_sent_once_more_by_the_same_key(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        await desk.SomethingWentWrong();
        desk.Time.Advance(TimeSpan.FromHours(22));
        var token = await desk.Token(Role.Administrator);
        var unsent = Assert.Single((await desk.Gets(Unsent, token)).Items);
        Assert.Equal(("refused", "400", true), (unsent.GetProperty("state").GetString(), unsent.GetProperty("reason").GetString(), unsent.GetProperty("canRetry").GetBoolean()));

        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, Unsent + "/1/retry", token)).Status);
        var now = desk.Time.GetUtcNow();
        var claimed = await desk.Database.Writer.Write(unit => unit.Outbox.Claim(Some.Hanako, "node", now, now.AddMinutes(1)));
        Assert.Equal((OutboxKind.Push, RetryKeys.From(People.Canary + "-push", 0), "reply to canary-push"), (claimed!.Kind, claimed.RetryKey, System.Text.Encoding.UTF8.GetString(claimed.Body)));
        Assert.True(claimed.ExpiresAt > now);
        Assert.Equal("retry", Assert.Single(desk.Trail("unsent-message/1")).Action);
    }

    [Fact]
    public async Task After_23_hours_it_is_never_sent_again_and_can_be_put_aside()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.SomethingWentWrong();
        desk.Time.Advance(RetryKeys.Life);
        var token = await desk.Token(Role.Administrator);
        Assert.False((await desk.Gets(Unsent, token)).Items.Single().GetProperty("canRetry").GetBoolean());
        Assert.Equal((409, "first-tried-too-long-ago"), await desk.Sends(HttpMethod.Put, Unsent + "/1/retry", token) is var refused ? (refused.Status, refused.Problem) : default);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, Unsent + "/1", token)).Status);
        Assert.Empty((await desk.Gets(Unsent, token)).Items);
        Assert.Empty(desk.Database.Reader.Read(unit => unit.Db.Outbox.AsNoTracking().Single()).Body.Bytes);
    }

    [Theory]
    [InlineData(OutboxState.Held, 409)]
    [InlineData(OutboxState.Expired, 204)]
    [InlineData(OutboxState.Review, 204)]
    public async Task What_may_have_arrived_or_is_too_late_is_not_sent_again(OutboxState state, int dismissed)
    {
        await using var desk = await Desk.Opens();
        await desk.Database.Writer.Write(unit =>
        {
            unit.Outbox.Add(Some.Reply("e", Some.Member(unit, Some.Hanako)), "node", Some.At(30));
            unit.Outbox.Finish(1, 1, state, null, "because", Some.Noon);
        });
        var token = await desk.Token(Role.Administrator);
        Assert.Equal("not-to-be-retried", (await desk.Sends(HttpMethod.Put, Unsent + "/1/retry", token)).Problem);
        Assert.Equal(dismissed, (await desk.Sends(HttpMethod.Delete, Unsent + "/1", token)).Status);
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_not_sent_again_either()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.SomethingWentWrong();
        await desk.Database.Writer.Write(unit => unit.Outbox.Recall(Some.Hanako, People.Canary, all: false, Some.Noon));
        Assert.Equal(404, (await desk.Sends(HttpMethod.Put, Unsent + "/1/retry", await desk.Token(Role.Administrator))).Status);
        Assert.Empty(desk.Database.Reader.Read(unit => unit.Db.Outbox.AsNoTracking().Single()).Body.Bytes);
    }

    [Theory]
    [InlineData(Unsent + "?state=sent")]
    [InlineData(Unsent + "?state=lost")]
    [InlineData(Unsent + "?words=canary")]
    [InlineData(Parked + "?cursor=canary")]
    public async Task What_is_asked_wrongly_is_refused(string path)
    {
        await using var desk = await Desk.Opens();
        Assert.Equal(400, (await desk.Gets(path, await desk.Token(Role.Administrator))).Status);
    }

    [Fact]
    public async Task Only_whoever_mends_them_sees_them()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.SomethingWentWrong();
        await desk.AssertNothingShows([Role.Secretariat, Role.Administrator], Parked, Unsent);
    }
}
