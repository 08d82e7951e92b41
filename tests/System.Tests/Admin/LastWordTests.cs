using Concierge.Admin.Handoff;
using Concierge.Bot.Workers;
using Concierge.Core.Conversations;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Handoff;
using Concierge.SystemTests.Road;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Person = Concierge.LineSimulator.Person;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Admin;

/// <summary>A sentence of the bot's is on its way to LINE in the moment in which staff take the conversation.</summary>
public sealed class LastWordTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_claims_is_answered_when_the_bot_has_said_what_was_on_its_way(DatabaseProvider provider)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var town = await Town.Start(provider);
        await using var desk = await Desk.Opens(on: town.TestDatabase, time: town.Clock);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var hanako = await town.WantsStaff();
        var said = hanako.FromBot.Count;
        town.Wire.Hold();
        await hanako.Says("メニュー");
        await town.Part<InboxWorker>().Idle();

        await using var watching = await desk.Watches(sato);
        var claim = desk.Sends(HttpMethod.Put, "/api/v1/cases/1/claim", sato, headers: ("If-Match", (await desk.Gets("/api/v1/cases/1", sato)).ETag!));
        while (!(await watching.Next(stop)).Data.Contains("\"case-claim\"", StringComparison.Ordinal)) { }
        Assert.False(claim.IsCompleted);
        town.Wire.Release();
        Assert.Equal(200, (await claim).Status);
        Assert.Equal(said + 1, hanako.FromBot.Count);

        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(said + 1, hanako.FromBot.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_claim_has_cut_off_is_not_shown_as_said(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Desk.Opens(on: town.TestDatabase, time: town.Clock);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var hanako = await town.WantsStaff();
        town.Line.Faults.Next(Fault.ApiErrorBefore, "/v2/bot/message/reply");
        await hanako.Says("メニュー");
        await town.Settles();
        var messages = $"/api/v1/conversations/{town.Case().MemberId}/messages";
        Assert.Equal("pending", await Newest());
        await town.Claims();
        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal("superseded", await Newest());
        Assert.All((await desk.Gets(messages, sato)).Items.Skip(1), message => Assert.Equal("null", message.GetProperty("missing").GetRawText()));

        async Task<string?> Newest() => (await desk.Gets(messages, sato)).Items[0].GetProperty("missing").GetString();
    }

    [Fact]
    public async Task What_a_dead_bot_has_left_on_its_way_holds_nobody_for_long()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await Leaves(desk);
        var waiting = desk.Services.GetRequiredService<LastWord>().Said(Some.Hanako);
        Assert.False(waiting.IsCompleted);
        desk.Time.Advance(LastWord.Patience);
        await waiting.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, NewOutboxRow.OfStaff)]
    public async Task What_is_said_in_any_case_holds_nobody(bool critical, int epoch)
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await Leaves(desk, critical, epoch);
        Assert.True(desk.Services.GetRequiredService<LastWord>().Said(Some.Hanako).IsCompletedSuccessfully);
    }

    /// <summary>On its way under a lease; the conversation is staff's since.</summary>
    private static Task Leaves(Desk desk, bool critical = false, int epoch = 0) => desk.Database.Writer.Write(unit =>
    {
        unit.Outbox.Add(Some.Reply("e9", Some.Hanako) with { Critical = critical, Epoch = epoch }, "a bot", Some.At(30));
        Assert.True(unit.Conversations.ChangeOwner(Some.Hanako, Owner.Staff, 0));
    });
}
