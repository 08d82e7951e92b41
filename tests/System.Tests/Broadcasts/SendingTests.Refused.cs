using System.Text.Json;
using Concierge.Bot.Broadcasts;
using Concierge.Bot.Line;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>What LINE does not take: somebody it does not know, the words themselves, more than the month holds.</summary>
public sealed partial class SendingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_whom_LINE_does_not_know_stands_alone_in_the_end_and_all_others_get_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(499);
        var stranger = await town.Stranger();
        var id = await town.Approved(InAnHour(town));
        await town.Withdraws(people[0]);
        await town.PassesTo(town.Broadcast(id).DueAt!.Value);

        Assert.Equal(BroadcastState.Sent, town.State(id));
        Assert.All(people.Skip(1), person => Assert.Single(person.FromBot));
        Assert.Equal(stranger, town.Database.Reader.Read(unit => unit.Db.Set<BroadcastRecipient>().Single(r => r.State == RecipientState.Refused).MemberId));
        Assert.InRange(town.Multicasts().Count, 10, 21);
        Assert.Equal(town.Multicasts().Count, town.Multicasts().Select(call => call.Headers["X-Line-Retry-Key"]).Distinct().Count());
        Assert.Equal((498, 500), (town.ChunksOf(id).Sum(chunk => chunk.SentTo), town.ChunksOf(id).Sum(chunk => chunk.People)));
    }

    /// <summary>A few in each chunk must not look like words that LINE refuses: what is divided is done first, and leads to somebody who has it.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_divided_is_done_before_the_next_chunk_is_begun(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(998);
        string[] strangers = [await town.Stranger("m-!"), await town.Stranger("m-~")];
        var id = await town.Approved();
        await town.Rings();
        Assert.Equal((BroadcastState.Sent, 998), (town.State(id), people.Sum(person => person.FromBot.Count)));
        int[] sizes = [.. town.Multicasts().Select(call => JsonElement.Parse(call.Body).GetProperty("to").GetArrayLength())];
        Assert.Equal([500, 250], sizes[..2]);
        Assert.Equal(2, sizes.Count(size => size == 500));
        Assert.All(strangers, member => Assert.False(town.Database.Reader.Read(unit => unit.Db.Members.Single(m => m.Id == member).Reachable)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_nobody_has_had_was_not_sent_and_may_be_the_words(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var member = await town.Stranger();
        await town.Stranger("m-another");
        var id = await town.Approved();
        await town.Rings();
        Assert.Equal((BroadcastState.Stopped, BroadcastReason.Refused), (town.State(id), town.Broadcast(id).Reason!.Value));
        Assert.Equal(["broadcast-stopped"], town.Told());
        Assert.True(town.Database.Reader.Read(unit => unit.Db.Members.Single(m => m.Id == member).Reachable));
    }

    /// <summary>Halves have keys of their own, so that what had arrived would arrive again.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_may_have_arrived_and_is_then_refused_is_not_divided(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Friends(3);
        await town.Stranger();
        town.Line.Faults.Next(Fault.ApiCutAfter, path: "/v2/bot/message/multicast");
        var id = await town.Approved();
        await town.Rings();
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        await town.Rings();
        Assert.Equal((BroadcastState.Sent, ChunkState.Review, 2), (town.State(id), Assert.Single(town.ChunksOf(id)).State, town.Multicasts().Count));
        Assert.Equal(["broadcast-review"], town.Told());
    }

    [Theory]
    [InlineData("400 /body/contents/0", 1, typeof(ChunkOutcome.NoUse))]
    [InlineData("400 messages[0].text", 1, typeof(ChunkOutcome.NoUse))]
    [InlineData("400 to[3]", 1, typeof(ChunkOutcome.Divide))]
    [InlineData("400", 1, typeof(ChunkOutcome.Divide))]
    public void Whether_it_is_the_words_or_somebody_is_told_by_what_LINE_names(string reason, int attempts, Type outcome) =>
        Assert.IsType(outcome, ChunkOutcome.Of(Tried(attempts), new Sending.Refused(reason), Some.Noon));

    /// <summary>What LINE says it has counted may lag behind.</summary>
    [Fact]
    public void A_limit_that_is_said_again_and_again_is_one()
    {
        var limit = new Sending.TryAgain(TimeSpan.FromSeconds(1), "429 monthly_limit", CertainlyNotAccepted: true);
        Assert.IsType<ChunkOutcome.Again>(ChunkOutcome.Of(Tried(4), limit, Some.Noon));
        Assert.IsType<ChunkOutcome.UsedUp>(ChunkOutcome.Of(Tried(5), limit, Some.Noon));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_the_month_is_used_up_it_stops_says_so_and_goes_on_with_the_rest(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(900);
        town.Line.MonthlyQuota = 600;
        var id = await town.Approved();
        await town.Rings();
        Assert.Equal((BroadcastState.Paused, BroadcastReason.Quota), (town.State(id), town.Broadcast(id).Reason!.Value));
        Assert.Equal(["broadcast-paused"], town.Told());
        Assert.Equal(500, people.Sum(person => person.FromBot.Count));

        town.Line.MonthlyQuota = null;
        await town.Rings();
        Assert.Equal(BroadcastState.Paused, town.State(id));
        Assert.IsType<BroadcastMove.Done>(await town.Move(id, one => one.Resume(town.Clock.GetUtcNow())));
        await town.Rings();
        Assert.All(people, person => Assert.Single(person.FromBot));
    }

    [Fact]
    public async Task A_message_that_LINE_does_not_take_pauses_at_once()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await town.Friends(3);
        var id = await town.Approved(InAnHour(town));
        await town.Database.Writer.Write(unit => unit.Db.Database.ExecuteSqlRaw("UPDATE broadcast SET body = {0}", """[{"type":"text","text":""}]"""u8.ToArray()));
        await town.PassesTo(town.Broadcast(id).DueAt!.Value);
        Assert.Equal((BroadcastState.Paused, BroadcastReason.Refused, 1), (town.State(id), town.Broadcast(id).Reason!.Value, town.Multicasts().Count));
    }

    private static ChunkToSend Tried(int attempts) => new(1, 1, 1, attempts, "題", ["U1"], [], Guid.Empty);
}
