using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Kpi;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Of one poster, letter or desk: how often its code was used, how many became members, and what these went on to do.</summary>
/// <param name="Source">Key in <c>data/sources.json</c>.</param>
public sealed record SourceCount(string Source, string Title, long Came, long Entered, long Reserved, long Attended, long Applied, long Placed)
{
    public SourceCount Tens() => this with
    {
        Came = InTens.Of(Came), Entered = InTens.Of(Entered), Reserved = InTens.Of(Reserved), Attended = InTens.Of(Attended), Applied = InTens.Of(Applied), Placed = InTens.Of(Placed),
    };
}

/// <summary>What became of the tasks of one kind that were suggested.</summary>
/// <param name="Shown">How often one of them stood on somebody's card; the others likewise.</param>
public sealed record TaskCount(string Kind, string Title, long Shown, long Looked, long Kept, long Applied, long Placed, long Unwanted)
{
    public TaskCount Tens() => this with
    {
        Shown = InTens.Of(Shown), Looked = InTens.Of(Looked), Kept = InTens.Of(Kept), Applied = InTens.Of(Applied), Placed = InTens.Of(Placed), Unwanted = InTens.Of(Unwanted),
    };
}

/// <summary>How far we reach: counts, and nothing of anybody.</summary>
public static class Reach
{
    public static IReadOnlyList<SourceCount> BySource(Unit unit)
    {
        var members = MembersBySource(unit);
        var came = unit.Db.Set<TallyEntry>().AsNoTracking().Where(tally => tally.Kind.StartsWith("came/")).GroupBy(tally => tally.Kind).Select(g => new { g.Key, Times = g.Sum(tally => tally.Times) })
            .ToDictionary(one => one.Key, one => one.Times);
        var reserved = unit.Db.Set<Reservation>().Select(r => r.MemberId).Distinct().ToHashSet();
        var attended = unit.Db.Set<Reservation>().Where(r => r.State == ReservationState.Attended).Select(r => r.MemberId).Distinct().ToHashSet();
        var (applied, placed) = (Marked(unit, Mark.Applied), Marked(unit, Mark.Did));
        return
        [
            .. from source in Source.All
               let mine = members[source.Key].ToArray()
               select new SourceCount(
                   source.Key, source.Title, came.GetValueOrDefault("came/" + source.Key), mine.Length, mine.Count(reserved.Contains), mine.Count(attended.Contains),
                   mine.Count(applied.Contains), mine.Count(placed.Contains)),
        ];
    }

    public static IReadOnlyList<QuestionCount> ByQuestion(Unit unit)
    {
        var counts = new DropOff(Questionnaires.Embedded);
        foreach (var member in unit.Db.Answers.Select(answer => answer.MemberId).Distinct().OrderBy(id => id).ToList())
            if (unit.Members.KeyIfAny(member) is { } key) counts.Add(unit.Answers.Of(member, key));
        return counts.Counts();
    }

    public static IReadOnlyList<TaskCount> ByTask(Unit unit)
    {
        var marks = unit.Db.Set<PostMarkEntry>().AsNoTracking().Where(mark => mark.PostId > 0).GroupBy(mark => new { mark.Kind, mark.Mark }).Select(g => new { g.Key.Kind, g.Key.Mark, Times = g.Count() }).ToList();
        return [.. marks.GroupBy(one => one.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Count(kind.Key, kind.ToDictionary(one => one.Mark, one => (long)one.Times)))];
    }

    private static TaskCount Count(string kind, Dictionary<Mark, long> times) => new(
        kind, Tasks.FindKind(kind)?.Label ?? kind, times.GetValueOrDefault(Mark.Seen), times.GetValueOrDefault(Mark.Tapped), times.GetValueOrDefault(Mark.Kept),
        times.GetValueOrDefault(Mark.Applied), times.GetValueOrDefault(Mark.Did), times.GetValueOrDefault(Mark.Hidden));

    private static HashSet<string> Marked(Unit unit, Mark mark) => unit.Db.Set<PostMarkEntry>().Where(m => m.Mark == mark && m.PostId > 0).Select(m => m.MemberId).Distinct().ToHashSet();

    private static ILookup<string, string> MembersBySource(Unit unit) => unit.Db.Answers.AsNoTracking().Where(answer => answer.Question == Enter.Source && answer.Value != null).OrderBy(answer => answer.Id)
        .AsEnumerable().GroupBy(answer => answer.MemberId).Select(all => (Member: all.Key, Source: SourceOf(unit, all.Last())))
        .ToLookup(one => one.Source, one => one.Member);

    private static string SourceOf(Unit unit, AnswerEntry answer) =>
        unit.Members.KeyIfAny(answer.MemberId) is { } key && unit.Answers.Open(answer.Value!.Value, key) is AnswerValue.Chosen { Options: [var source] } ? source : "";
}
