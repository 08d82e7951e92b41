using System.Text.Json;
using Concierge.Bot.Jobs;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Staff see whether what runs by itself does run.</summary>
public sealed class ScheduleTests
{
    private const string Jobs = "/api/v1/jobs";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_runs_is_seen_running_and_one_that_is_down_is_overdue(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Part<RingTimers>().Execute(null!, TestContext.Current.CancellationToken);
        var time = new FakeTimeProvider(town.Clock.GetUtcNow());
        await using var desk = await Desk.Opens(on: town.TestDatabase, time: time);
        var token = await desk.Token(Role.Administrator);
        var known = (await desk.Gets(Jobs, token)).Items;
        Assert.Equal(JobSchedule.All.Keys.Order(StringComparer.Ordinal), known.Select(job => job.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(("done", false), Of(known, "RingTimers") is var ran ? (ran.GetProperty("outcome").GetString(), ran.GetProperty("overdue").GetBoolean()) : default);

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Of((await desk.Gets(Jobs, token)).Items, "RingTimers").GetProperty("overdue").GetBoolean());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_job_that_fails_and_one_that_is_overdue_are_marked_on_the_page(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.JobsRan();
        await desk.Hires("admin", "高橋", Role.Administrator);
        using var admin = await Clerk.SignsIn(desk, "admin");
        var page = await admin.Reads("/schedule");
        foreach (var job in JobSchedule.All.Keys)
            foreach (var what in new[] { "", "_does", "_missed" })
                Assert.Contains(Words.Say("console_job_" + job.ToLowerInvariant() + what), page, StringComparison.Ordinal);
        Assert.Contains("IOException", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("console_schedule_wrong"), page, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Say("console_schedule_overdue"), page, StringComparison.Ordinal);

        Assert.Equal(1, Waiting(desk));

        desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(5, Waiting(desk));
        Assert.Contains(Words.Say("console_schedule_overdue"), await admin.Reads("/schedule"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_is_well_nothing_is_marked()
    {
        await using var desk = await Desk.Opens();
        await desk.JobsRan();
        await desk.Database.Writer.Write(unit => JobBook.Note(unit, nameof(KeepErasures), new JobRun("bot", Some.Noon, Some.Noon, 1, null)));
        await desk.Hires("suzuki", "鈴木", Role.Secretariat);
        using var suzuki = await Clerk.SignsIn(desk, "suzuki");
        Assert.DoesNotContain(Words.Say("console_schedule_wrong"), await suzuki.Reads("/schedule"), StringComparison.Ordinal);
    }

    private static int Waiting(Desk desk) =>
        desk.Database.Reader.Read(unit => Concierge.Admin.Home.Waiting.For(new("tanaka", "田中", Role.Administrator, null), unit, desk.Time.GetUtcNow())).Single(one => one.Path == "/schedule").Count;

    private static JsonElement Of(IReadOnlyList<JsonElement> jobs, string name) => jobs.Single(job => job.GetProperty("name").GetString() == name);
}
