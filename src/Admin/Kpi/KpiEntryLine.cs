using Concierge.Admin.Staff;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Kpi;

/// <summary>Of a number that staff wrote down: who did, and what they noted.</summary>
/// <param name="By">Only for those who may see staff.</param>
/// <param name="Note">Only for those who keep the figures: a note may name somebody.</param>
public sealed record KpiEntryLine(string? By, string? Note)
{
    /// <returns>By the entry's id.</returns>
    public static IReadOnlyDictionary<string, KpiEntryLine> Of(Unit unit, IEnumerable<Happening> counted, Role role)
    {
        var ids = counted.Where(one => one.Source == KpiSource.Entries).Select(one => one.Id).ToList();
        var names = StaffNames.Of(unit);
        return unit.Db.Set<KpiEntry>().AsNoTracking().Where(entry => ids.Contains(entry.Id)).AsEnumerable().ToDictionary(
            entry => entry.Id,
            entry => new KpiEntryLine(role.Has(Right.SeeStaff) ? names.NameOf(entry.WrittenBy) : null, role.Has(Right.KeepFigures) ? KpiNotes.Read(unit, entry) : null));
    }

    // Records print themselves, and a note must reach no log.
    public override string ToString() => nameof(KpiEntryLine);
}
