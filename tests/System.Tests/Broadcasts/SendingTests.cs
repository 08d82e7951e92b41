using System.Text.Json;
using Concierge.Bot.Broadcasts;
using Concierge.Bot.Line;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>Everybody who is to have it has it once, and nobody else, whatever LINE does.</summary>
public sealed partial class SendingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everybody_gets_it_once_and_it_stands_in_their_conversation(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(1_001);
        var id = await town.Approved();
        await town.Rings();
        await town.Rings();

        Assert.Equal(BroadcastState.Sent, town.State(id));
        Assert.All(people, person => Assert.Single(person.FromBot));
        Assert.Equal([500, 500, 1], town.ChunksOf(id).Select(chunk => chunk.SentTo));
        Assert.All(town.ChunksOf(id), chunk => Assert.Null(chunk.Addresses));
        Assert.Equal(["broadcast-sent"], town.Told());
        town.Database.Reader.Read(unit =>
        {
            var said = unit.Messages.After(TownBroadcasts.MemberOf(people[0]), 0, 9).Single();
            var reply = StoredMessage.ReadReply(unit.Vault.Open(unit.Members.Key(said.MemberId), Fields.MessageBody, said.Body!.Value))!;
            Assert.Equal(($"broadcast/{id}", Speaker.Bot, "お知らせ：教室のご案内"), (said.EventId, said.From, ((Bubble.Say)reply.Bubbles[0]).Text));
            return true;
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_withdraws_blocks_or_leaves_before_it_goes_out_gets_nothing(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(5);
        var id = await town.Approved(InAnHour(town));
        await town.Withdraws(people[0]);
        await people[1].Blocks();
        await town.Settles();
        await town.Database.Writer.Write(unit => Erasing.Everything(unit, TownBroadcasts.MemberOf(people[2])));

        await town.PassesTo(town.Broadcast(id).DueAt!.Value);
        var sent = JsonElement.Parse(Assert.Single(town.Multicasts()).Body);
        Assert.Equal(people.Skip(3).Select(person => person.Id).Order(StringComparer.Ordinal), sent.GetProperty("to").EnumerateArray().Select(to => to.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal([0, 0, 0, 1, 1], people.Select(person => person.FromBot.Count));
        Assert.Equal(
            [(RecipientState.Sent, 2), (RecipientState.Withdrawn, 1), (RecipientState.Blocked, 1)],
            town.Database.Reader.Read(unit => unit.Db.Set<BroadcastRecipient>().Where(r => r.BroadcastId == id).AsEnumerable().GroupBy(r => r.State).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())).ToList()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_wants_no_news_gets_none_whenever_that_was_said_and_gets_them_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(4);
        await town.WantsNews(people[0], false);
        await town.WantsNews(people[1], false);
        await town.WantsNews(people[1], true);
        var id = await town.Approved(InAnHour(town));
        Assert.Equal(3, town.ChunksOf(id).Sum(chunk => chunk.People));

        await people[2].Says("お知らせはいりません");
        await town.Settles();
        Assert.Contains("お知らせを 止めました", people[2].FromBot[^1].Text, StringComparison.Ordinal);
        var before = people.Select(person => person.FromBot.Count).ToList();
        await town.PassesTo(town.Broadcast(id).DueAt!.Value);
        Assert.Equal([0, 1, 0, 1], people.Select((person, at) => person.FromBot.Count - before[at]));
        Assert.Equal(
            RecipientState.Declined,
            town.Database.Reader.Read(unit => unit.Db.Set<BroadcastRecipient>().Single(r => r.BroadcastId == id && r.MemberId == TownBroadcasts.MemberOf(people[2])).State));

        await people[3].Taps("お知らせを止める");
        await town.Settles();
        Assert.Contains("お知らせを 止めました", people[3].FromBot[^1].Text, StringComparison.Ordinal);
        Assert.Equal([TownBroadcasts.MemberOf(people[1])], town.Database.Reader.Read(unit => AudienceReading.People(unit, Audience.Everybody)).Select(one => one.MemberId));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task However_LINE_fails_nobody_gets_it_twice(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(501);
        foreach (var fault in new[] { Fault.ApiErrorAfter, Fault.ApiErrorBefore, Fault.ApiCutAfter, Fault.ApiCutBefore, Fault.ApiRateLimited, Fault.ApiTokenExpired })
            town.Line.Faults.Next(fault, path: "/v2/bot/message/multicast");
        var id = await town.Approved();
        for (var round = 0; round < 10 && town.State(id) != BroadcastState.Sent; round++)
        {
            await town.Rings();
            town.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(BroadcastState.Sent, town.State(id));
        Assert.All(people, person => Assert.Single(person.FromBot));
        Assert.All(town.Multicasts().GroupBy(call => call.Headers["X-Line-Retry-Key"]), same => Assert.Single(same.Select(call => call.Body).Distinct()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_consent_that_it_was_chosen_by_is_looked_at_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(3);
        await Research(town, people, true);
        var only = new Audience(Criteria.None with { Consents = ["research"] }, Criteria.None);
        var id = await town.Approved(TownBroadcasts.Draft(audience: only, timing: new Timing.Once(town.Clock.GetUtcNow().AddHours(1))));
        await Research(town, [people[0]], false);
        await town.PassesTo(town.Broadcast(id).DueAt!.Value);
        Assert.Equal([0, 1, 1], people.Select(person => person.FromBot.Count));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_erased_is_not_written_to_again_however_uncertain_the_first_try(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(2);
        town.Line.Faults.Next(Fault.ApiCutBefore, path: "/v2/bot/message/multicast");
        var id = await town.Approved();
        await town.Rings();
        await town.Database.Writer.Write(unit => Erasing.Everything(unit, TownBroadcasts.MemberOf(people[0])));
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        await town.Rings();
        Assert.Equal((ChunkState.Review, 1), (Assert.Single(town.ChunksOf(id)).State, town.Multicasts().Count));
        Assert.Null(town.ChunksOf(id)[0].Addresses);
        Assert.Empty(people[0].FromBot);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Between_two_chunks_it_can_be_paused_and_ended(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(1_500);
        town.Wire.Hold();
        var id = await town.Approved();
        await Meanwhile(town, one => one.Pause(BroadcastReason.Staff), id);
        Assert.Equal((BroadcastState.Paused, 500), (town.State(id), people.Sum(person => person.FromBot.Count)));

        town.Wire.Hold();
        await town.Move(id, one => one.Resume(town.Clock.GetUtcNow()));
        await Meanwhile(town, one => one.Stop(BroadcastReason.Staff, town.Clock.GetUtcNow()), id);
        await town.Rings();
        Assert.Equal((BroadcastState.Stopped, 1_000), (town.State(id), people.Sum(person => person.FromBot.Count)));
        Assert.Equal([ChunkState.Sent, ChunkState.Sent, ChunkState.Unsent], town.ChunksOf(id).Select(chunk => chunk.State));
    }

    /// <summary>LINE knows a retry key for a day, and we for an hour less.</summary>
    [Fact]
    public async Task What_may_have_arrived_is_tried_no_more_after_23_hours()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await town.Friends(2);
        town.Line.Faults.Next(Fault.ApiCutAfter, path: "/v2/bot/message/multicast");
        var id = await town.Approved(TownBroadcasts.Draft(window: Broadcast.LongestWindow));
        await town.Rings();
        town.Clock.Advance(TimeSpan.FromHours(23));
        await town.Rings();
        Assert.Single(town.Multicasts());
        Assert.Equal((BroadcastState.Sent, ChunkState.Review), (town.State(id), Assert.Single(town.ChunksOf(id)).State));
        Assert.Equal(["broadcast-review"], town.Told());
    }

    private static Task Research(Town town, IEnumerable<Person> people, bool given) => town.Database.Writer.Write(unit =>
    {
        foreach (var person in people)
            unit.Consents.Add(TownBroadcasts.MemberOf(person), new Core.Members.Consent(Core.Members.Purpose.Research, "inventory@1/consent_research", given, town.Clock.GetUtcNow(), Core.Members.Consents.Member));
    });

    private static Broadcast InAnHour(Town town) => TownBroadcasts.Draft(timing: new Timing.Once(town.Clock.GetUtcNow().AddHours(1)));

    /// <summary>While a request is on its way to LINE.</summary>
    private static async Task Meanwhile(Town town, Func<Broadcast, BroadcastMove> act, long id)
    {
        var ringing = Task.Run(town.Rings, TestContext.Current.CancellationToken);
        while (!town.ChunksOf(id).Any(chunk => chunk.State == ChunkState.Sending)) await Task.Yield();
        Assert.IsType<BroadcastMove.Done>(await town.Move(id, act));
        town.Wire.Release();
        await ringing;
    }
}
