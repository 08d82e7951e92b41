using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Consultation;

/// <summary>What staff write into the log of consultations.</summary>
/// <param name="At">When; null for now.</param>
/// <param name="Way">walkIn, telephone or line.</param>
/// <param name="Theme">work, volunteering, seminar, health, pointCard, phone or other.</param>
/// <param name="Minutes">1 to 480.</param>
/// <param name="Note">Sealed; null for none.</param>
/// <param name="Member">With whom, when it is known.</param>
public sealed record ConsultationWish(DateTimeOffset? At, string? Way, string? Theme, int? Minutes, string? Note, string? Member)
{
    public const int MostMinutes = 480, LongestNote = 2_000;

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public ConsultationEntry Make(Unit unit, string id, string by, DateTimeOffset now)
    {
        var entry = new ConsultationEntry { Id = id, At = now, Way = default, Theme = default, Minutes = 0, TakenBy = by, Revision = 0 };
        Write(unit, entry, now);
        return entry;
    }

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public void Write(Unit unit, ConsultationEntry entry, DateTimeOffset now)
    {
        if (Minutes is not (>= 1 and <= MostMinutes)) throw Problem.Invalid("minutes", Words.Say("problem_minutes", ("max", MostMinutes)));
        if (Note is not null && (string.IsNullOrWhiteSpace(Note) || Note.Length > LongestNote)) throw Problem.Invalid("note", Words.Say("problem_note", ("max", LongestNote)));
        if (At > now) throw Problem.Invalid("at", Words.Say("problem_in_the_future"));
        if (Member is not null && !unit.Members.Exists(Member)) throw Problem.Invalid("member", Words.Say("problem_no_such_member"));
        (entry.Way, entry.Theme) = (Names.Read<ConsultationWay>("way", Way), Names.Read<ConsultationTheme>("theme", Theme));
        (entry.At, entry.Minutes, entry.MemberId, entry.Revision) = (At ?? entry.At, Minutes.Value, Member, entry.Revision + 1);
        ConsultationNotes.Write(unit, entry, Note);
    }

    // Records print themselves, and what was said must reach no log.
    public override string ToString() => nameof(ConsultationWish);
}

/// <summary>One consultation of the log.</summary>
/// <param name="Member">Null for somebody unknown, and for whoever has left.</param>
/// <param name="TakenBy">Id of the member of staff.</param>
/// <param name="Revision">For If-Match.</param>
public sealed record ConsultationShown(string Id, DateTimeOffset At, string Way, string Theme, int Minutes, string? Note, string? Member, string TakenBy, int Revision)
{
    public static ConsultationShown Of(Unit unit, ConsultationEntry entry) => new(
        entry.Id, entry.At, Names.Of(entry.Way), Names.Of(entry.Theme), entry.Minutes, ConsultationNotes.Read(unit, entry), entry.MemberId, entry.TakenBy, entry.Revision);
}
