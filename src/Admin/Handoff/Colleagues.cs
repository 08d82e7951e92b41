using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Handoff;

/// <summary>Who can be asked to take a case.</summary>
public static class Colleagues
{
    public static IReadOnlyList<StaffEntry> All(Unit unit) => [.. unit.Db.Set<StaffEntry>().AsNoTracking().OrderBy(s => s.Name).AsEnumerable().Where(Takes)];

    /// <summary>Null when there is nobody of that id, or they take none.</summary>
    public static StaffEntry? Find(Unit unit, string? id) => id is not null && unit.Db.Set<StaffEntry>().Find(id) is { } staff && Takes(staff) ? staff : null;

    private static bool Takes(StaffEntry staff) => staff.Enabled && staff.Role.Has(Right.WorkCases);
}
