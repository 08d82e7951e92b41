using Concierge.Admin.Members;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Points;

/// <summary>Whether somebody has linked a point card. Number and points are the person's own.</summary>
public static class PointCardApi
{
    private const string Newest = "-since";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/point-cards", List).Needs(Right.SeeMembers).WithSummary("Who has linked a point card, the newest first; that they have, and nothing of the card");
        api.MapGet("/members/{id}/point-card", One).Needs(Right.SeeMembers).WithSummary("Whether a point card is linked, and since when");
    }

    /// <param name="Since">Null when none is linked.</param>
    public sealed record Shown(bool Linked, DateTimeOffset? Since);

    public sealed record Linked(string Member, DateTimeOffset Since);

    internal static Listed<Linked> List(Paging paging, Database database)
    {
        var after = paging.After<Last>(Newest);
        return database.Reader.Read(unit => paging.Part(
            Newest,
            [.. unit.Db.Set<PointCardEntry>().AsNoTracking().Where(c => c.Card != null && c.LinkedAt != null)
                .Where(c => after == null || c.LinkedAt < after.At || (c.LinkedAt == after.At && c.MemberId.CompareTo(after.Id) < 0))
                .OrderByDescending(c => c.LinkedAt).ThenByDescending(c => c.MemberId).Take(paging.Limit + 1).Select(c => new Linked(c.MemberId, c.LinkedAt!.Value))],
            card => card,
            card => new Last(card.Since, card.Member)));
    }

    internal static Shown One(string id, Database database) => database.Reader.Read(unit =>
    {
        MemberReading.Require(unit, id);
        var entry = unit.Db.Set<PointCardEntry>().Find(id);
        return new Shown(entry?.Card is not null, entry?.LinkedAt);
    });
}
