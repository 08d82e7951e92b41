using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Staff;

/// <summary>Who of the staff it was, as people say it. A program has the name of its key; whoever has neither stays the id.</summary>
public static class StaffNames
{
    /// <summary>By id.</summary>
    public static IReadOnlyDictionary<string, string> Of(Unit unit) =>
        unit.Db.Set<StaffEntry>().AsNoTracking().Select(s => new { s.Id, s.Name }).AsEnumerable()
            .Concat(unit.Db.Set<TokenEntry>().AsNoTracking().Select(t => new { t.Id, t.Name }).AsEnumerable()).ToDictionary(one => one.Id, one => one.Name);

    public static string NameOf(this IReadOnlyDictionary<string, string> names, string id) => names.GetValueOrDefault(id, id);
}
