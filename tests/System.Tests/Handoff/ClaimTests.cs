using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Handoff;

/// <summary>Two members of staff, each with a host of their own on one database.</summary>
public sealed class ClaimTests
{
    private const int Rounds = 200;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_claims_in_the_same_moment_exactly_one_wins_each_time(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        using var other = Database.Open(test.Options);
        for (var round = 0; round < Rounds; round++)
        {
            var one = await Ask(test.Database, $"member-{round}");
            var both = await Task.WhenAll(Claims(test.Database, one, TownDesk.Sato), Claims(other, one, TownDesk.Suzuki));

            var after = test.Database.Reader.Read(unit => Cases.Find(unit, one.Id)!);
            Assert.Single(both, handing => handing is Handing.Done);
            Assert.Single(both, handing => handing == new Handing.HeldBy(after.Holder!));
            Assert.Equal(1, test.Database.Reader.Epoch(one.MemberId));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_moves_a_case_that_has_moved_learns_where_it_stands(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var one = await Ask(test.Database, Some.Hanako);
        Assert.IsType<Handing.Done>(await test.Database.Writer.Write(unit => Cases.Assign(unit, one.Id, TownDesk.Suzuki, TownDesk.Sato, one.Revision, Some.Noon)));
        Assert.Equal(new Handing.Changed(2), await Claims(test.Database, one, TownDesk.Sato));
        Assert.IsType<Handing.Unknown>(await test.Database.Writer.Write(unit => Cases.Claim(unit, 4711, TownDesk.Sato, 1, Some.Noon)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_urgent_stands_first_in_the_queue(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var calm = await Ask(test.Database, "calm");
        var urgent = await Ask(test.Database, "urgent", CaseTrigger.Safety);
        Assert.Equal([urgent.Id, calm.Id], test.Database.Reader.Read(unit => Cases.Queue(unit).Select(c => c.Id)));
    }

    private static Task<HandoffCase> Ask(Database database, string member, CaseTrigger why = CaseTrigger.Asked) => database.Writer.Write(unit =>
    {
        Some.Member(unit, member);
        unit.Conversations.Save(member, Conversation.New with { Revision = 1 }, 0, unit.Members.Key(member));
        Cases.Do(unit, member, new Effect.OpenCase(why, Asks: false), "e1", Some.Noon);
        return Cases.Of(unit, member)[0];
    });

    private static Task<Handing> Claims(Database database, HandoffCase one, string staff) =>
        database.Writer.Write(unit => Cases.Claim(unit, one.Id, staff, one.Revision, Some.Noon));
}
