using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Kpi;
using Concierge.Core.Members;
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

    public static IEnumerable<Happening> Of(Unit unit, FiscalYear year)
    {
        var (from, until) = (year.Start, year.End);
        var members = unit.Db.Set<Wave>().Where(w => w.State == WaveState.Answered && w.Weeks > 0 && w.ChangedAt >= from && w.ChangedAt < until).Select(w => w.MemberId).Distinct().OrderBy(id => id).ToList();
        return members.SelectMany(member => Of(unit, member, unit.Consents.Of(member))).Where(one => FiscalYear.Of(Tokyo.At(one.Day, default)) == year);
    }

    /// <summary>Of whoever does not take part, or no more, nothing is read: what had counted until then was kept when they left.</summary>
    /// <param name="consents">As they stand, or stood until a moment ago.</param>
    public static IEnumerable<Happening> Of(Unit unit, string memberId, Consents consents)
    {
        if (!AnswerWave.Takes(consents)) return [];
        var entry = Standings.EnteredAt(consents);
        return FollowUps.Waves(unit, memberId).Where(wave => wave is { State: WaveState.Answered, Weeks: > 0 }).OrderBy(wave => wave.ChangedAt).GroupBy(wave => FiscalYear.Of(wave.ChangedAt))
            // Whoever left and came back within a year has been counted in it.
            .Where(year => year.All(wave => wave.PlannedAt >= entry)).SelectMany(year => Counts(unit, memberId, [.. year]));
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
