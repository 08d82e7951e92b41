using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Kpi;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Who was followed up, and of these who has found something to do: each once in a fiscal year, on the day of the year's first answer that
/// says so. How things were at entry is not what came of it.
/// </summary>
internal static class FollowedUp
{
    private const string Answered = "answered", Active = "active", Doing = "doing";

    private static readonly HashSet<string> Activities = ["work", "volunteer", "learning"];

    public static IEnumerable<Happening> Of(Unit unit, DateTimeOffset from, DateTimeOffset until, string? memberId)
    {
        var waves = unit.Db.Set<Wave>().AsNoTracking()
            .Where(w => w.State == WaveState.Answered && w.Weeks > 0 && w.ChangedAt >= from && w.ChangedAt < until && (memberId == null || w.MemberId == memberId)).OrderBy(w => w.ChangedAt).ToList();
        return waves.GroupBy(wave => (wave.MemberId, FiscalYear.Of(wave.ChangedAt))).SelectMany(of => Counts(unit, of.Key.MemberId, [.. of]));
    }

    private static IEnumerable<Happening> Counts(Unit unit, string memberId, Wave[] waves)
    {
        yield return Count(Answered, waves[0]);
        if (unit.Members.KeyIfAny(memberId) is not { } key) yield break;
        var said = unit.Answers.Of(memberId, key).Where(answer => answer.Question == Doing && answer.Value is AnswerValue.Chosen { Options: [var doing] } && Activities.Contains(doing)).ToArray();
        if (waves.FirstOrDefault(wave => said.Any(answer => answer.At >= wave.BegunAt && answer.At <= wave.ChangedAt)) is { } active) yield return Count(Active, active);
    }

    private static Happening Count(string what, Wave wave) => new(KpiSource.FollowedUp, Tokyo.Day(wave.ChangedAt), what, 1);
}
