using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Looks who was at a seminar, has done a task or was taken on by another body since, and plans when they are asked how it went on.</summary>
[DisallowConcurrentExecution]
public sealed class PlanFollowUps(Database database, TimeProvider time, JobRecord record) : RecordedJob(record)
{
    public async Task<int> Plan(CancellationToken cancel)
    {
        var members = database.Reader.Read(unit => FollowUps.ToPlan(unit, time.GetUtcNow()));
        foreach (var member in members)
        {
            if (cancel.IsCancellationRequested) break;
            await database.Writer.Write(unit => FollowUps.Plan(unit, member, time.GetUtcNow()));
        }
        return members.Count;
    }

    protected override Task<int> Work(CancellationToken cancel) => Plan(cancel);
}
