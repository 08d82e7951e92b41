using Concierge.Admin.Members;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Points;

/// <summary>Whether somebody has linked a point card. Number and points are the person's own.</summary>
public static class PointCardApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/members/{id}/point-card", One).Needs(Right.SeeMembers).WithSummary("Whether a point card is linked, and since when");

    /// <param name="Since">Null when none is linked.</param>
    public sealed record Shown(bool Linked, DateTimeOffset? Since);

    private static Shown One(string id, Database database) => database.Reader.Read(unit =>
    {
        MemberReading.Require(unit, id);
        var entry = unit.Db.Set<PointCardEntry>().Find(id);
        return new Shown(entry?.Card is not null, entry?.LinkedAt);
    });
}
