using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Staff;

/// <summary>Who of the staff it was, as people say it. Whoever has no account (a program, or somebody of long ago) stays the id.</summary>
public static class StaffNames
{
    /// <summary>By id.</summary>
    public static IReadOnlyDictionary<string, string> Of(Unit unit) => unit.Db.Set<StaffEntry>().AsNoTracking().ToDictionary(staff => staff.Id, staff => staff.Name);

    public static string NameOf(this IReadOnlyDictionary<string, string> names, string id) => names.GetValueOrDefault(id, id);
}
