using Concierge.Core.Handoff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Handoff;

/// <summary>The first morning of a console in development.</summary>
public sealed class DemoDayTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_cannot_wait_one_is_late_one_is_taken_and_they_stay_so_while_the_bot_runs(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        foreach (var _ in new[] { 1, 2 }) await town.Database.Writer.Write(unit => DemoDay.Seed(unit, town.Clock.GetUtcNow()));
        await town.Settles();
        var (all, now) = (town.Database.Reader.Read(unit => Cases.Queue(unit)), town.Clock.GetUtcNow());
        Assert.Equal(5, all.Count);
        Assert.True(Assert.Single(all, one => one.Urgent).Trigger == CaseTrigger.Safety);
        Assert.Single(all, one => one.IsLate(now));
        Assert.Equal("demo-sato", Assert.Single(all, one => one.IsHeld).Holder);
    }

    /// <summary>All have agreed, three have said the rest; two asked for staff before they told their age.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Their_welcome_counts_as_it_was(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(unit => DemoDay.Seed(unit, Some.Noon));
        var welcome = test.Database.Reader.Read(Reach.ByQuestion).Where(one => one.Form == "entry@1").Select(one => (one.Question, one.Started, one.Answered, one.Left));
        Assert.Equal([("consent_service", 5, 5, 0), ("age", 5, 3, 2), ("area", 5, 3, 0)], welcome);
    }
}
