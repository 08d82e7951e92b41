using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Staff;

/// <summary>Colleagues, to hand a case over; and the roles there are.</summary>
public static class StaffApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/staff", List).Needs(Right.SeeStaff).WithSummary("Who works here, by name");
        api.MapGet("/roles", Roles).Needs(Right.SeeStaff).WithSummary("Roles, and what each may do");
    }

    public sealed record Shown(string Id, string Name, string Role, string? Scope, bool Enabled);

    /// <param name="Rights">What it may do, by name.</param>
    public sealed record RoleShown(string Role, IReadOnlyList<string> Rights);

    private static Listed<Shown> List(Paging paging, Database database)
    {
        const string byName = "name";
        var after = paging.After<string>(byName);
        return database.Reader.Read(unit => paging.Part(
            byName,
            [.. unit.Db.Set<StaffEntry>().AsNoTracking().Where(s => after == null || s.Login.CompareTo(after) > 0).OrderBy(s => s.Login).Take(paging.Limit + 1)],
            staff => new Shown(staff.Id, staff.Name, staff.Role.Name(), staff.Scope, staff.Enabled),
            staff => staff.Login));
    }

    private static Listed<RoleShown> Roles() => new(
        [.. Enum.GetValues<Role>().Select(role => new RoleShown(role.Name(), [.. Enum.GetValues<Right>().Where(right => role.Has(right)).Select(right => right.ToString())]))], null);
}
