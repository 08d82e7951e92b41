using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>What staff write down of something that happened elsewhere.</summary>
/// <param name="Indicator">Key.</param>
/// <param name="Number">How many; of a share: how many were satisfied.</param>
/// <param name="OutOf">Of a share alone: how many answered.</param>
/// <param name="Note">Sealed; null for none.</param>
public sealed record KpiWish(string? Indicator, DateOnly? Day, long? Number, long? OutOf, string? Note)
{
    public const int LongestNote = 2_000;
    private const long Most = 1_000_000_000;

    private static readonly DateOnly FirstDay = new(2019, 5, 1);

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public KpiEntry Make(Unit unit, string id, string by, DateTimeOffset now)
    {
        var entry = new KpiEntry { Id = id, Indicator = "", Day = default, Number = 0, WrittenBy = by, Revision = 0 };
        Write(unit, entry, now);
        return entry;
    }

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public void Write(Unit unit, KpiEntry entry, DateTimeOffset now)
    {
        var indicator = Plans.Of(unit).Find(Indicator ?? throw Problem.Missing("indicator")) ?? throw Problem.Invalid("indicator", Words.Say("problem_no_such_indicator"));
        var day = Day ?? throw Problem.Missing("day");
        if (day < FirstDay || day > Tokyo.Day(now)) throw Problem.Invalid("day", Words.Say("problem_day"));
        if (Number is not (>= 0 and <= Most)) throw Problem.Invalid("number", Words.Say("problem_number", ("max", Most)));
        if (indicator.Combine == Combine.Share ? OutOf is not <= Most || OutOf < Number : OutOf is not null) throw Problem.Invalid("outOf", Words.Say("problem_out_of"));
        if (Note is not null && (string.IsNullOrWhiteSpace(Note) || Note.Length > LongestNote)) throw Problem.Invalid("note", Words.Say("problem_note", ("max", LongestNote)));
        (entry.Indicator, entry.Day, entry.Number, entry.OutOf, entry.Revision) = (indicator.Key, day, Number.Value, OutOf, entry.Revision + 1);
        KpiNotes.Write(unit, entry, Note);
    }

    // Records print themselves, and a note must reach no log.
    public override string ToString() => nameof(KpiWish);
}

/// <summary>One number that staff have written down.</summary>
/// <param name="WrittenBy">Id of the member of staff.</param>
/// <param name="Revision">For If-Match.</param>
public sealed record KpiEntryShown(string Id, string Indicator, DateOnly Day, long Number, long? OutOf, string? Note, string WrittenBy, int Revision)
{
    public static KpiEntryShown Of(Unit unit, KpiEntry entry) =>
        new(entry.Id, entry.Indicator, entry.Day, entry.Number, entry.OutOf, KpiNotes.Read(unit, entry), entry.WrittenBy, entry.Revision);

    public override string ToString() => nameof(KpiEntryShown);
}
