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

/// <summary>The bot and staff never both speak; help in danger is said whoever has the conversation.</summary>
public sealed class WhoSpeaksTests
{
    private const string Reply = "/v2/bot/message/reply", Push = "/v2/bot/message/push";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_bot_decided_before_the_claim_is_not_said_after_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await town.WantsStaff();
        town.Line.Faults.Next(Fault.ApiErrorBefore, Reply);
        await town.Says(hanako, "メニュー");
        var said = hanako.FromBot.Count;
        await town.Claims();
        await town.Passes(TimeSpan.FromSeconds(10));
        Assert.Equal(said, hanako.FromBot.Count);
        Assert.Equal(1, town.Database.Reader.Read(unit => unit.Db.Outbox.Count(row => row.State == OutboxState.Superseded && row.Reason == "epoch")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Help_in_danger_that_was_held_up_is_said_after_the_claim_too_and_staff_see_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await town.WantsStaff();
        town.Line.Faults.Next(Fault.ApiErrorBefore, Reply);
        await town.Says(hanako, "もう死にたい");
        var said = hanako.FromBot.Count;
        await town.Claims();
        await town.Passes(TimeSpan.FromSeconds(10));
        Assert.True(hanako.FromBot.Count > said);
        Assert.Equal(1, town.Database.Reader.Read(unit => unit.Db.Messages.OrderByDescending(m => m.Seq).Take(1).Count(m => m.Sender == Speaker.Bot)));
    }

    [Fact]
    public async Task What_staff_said_is_said_though_they_have_let_go_meanwhile()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        town.Line.Faults.Next(Fault.ApiErrorBefore, Push);
        await town.WritesAndIsHeard(Staff.Says, StaffReplies.Chat);
        await town.Moves(Cases.Resolve);
        await town.Passes(TimeSpan.FromSeconds(10));
        Assert.Contains(hanako.FromBot, item => item.Text == Staff.Says);
    }

    /// <summary>Words of danger use their token up; staff do not try it again.</summary>
    [Fact]
    public async Task A_token_that_the_bot_has_used_is_not_kept()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await town.Claimed();
        await town.Says(hanako, "もう死にたい");
        Assert.IsType<Cost.OneMessage>(town.Forecast());
        Assert.True(town.Case().Urgent);
    }

    /// <summary>Whichever comes first, the words or the claim: the bot decides nothing in a conversation that is not its own.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_claim_in_the_middle_of_a_turn_leaves_nobody_answered_by_two(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await town.WantsStaff();
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(hanako.Says("メニュー"), town.Claims());
            await town.Settles();
            var (owner, epoch) = town.OwnerNow();
            Assert.Equal(Core.Conversations.Owner.Staff, owner);
            Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Messages.Count(m => m.Sender == Speaker.Bot && m.Epoch == epoch)));
            await town.Moves(Cases.Release);
            await town.Settles();
        }
    }
}
