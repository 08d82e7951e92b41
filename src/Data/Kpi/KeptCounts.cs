using Concierge.Core.Kpi;

namespace Concierge.Data;

/// <summary>Whoever leaves, or agrees to research no more, takes everything with them but the count: what the council has reported stays as it was.</summary>
internal static class KeptCounts
{
    public static void Keep(Unit unit, string memberId) => Keep(unit, Of(unit, memberId));

    public static void Keep(Unit unit, IEnumerable<Happening> counts)
    {
        foreach (var one in counts.GroupBy(one => (one.Source, one.What, one.Day)).ToList())
        {
            var (source, what, day) = (one.Key.Source.ToString(), one.Key.What, one.Key.Day);
            var kept = unit.Db.Set<KpiKept>().Find(source, what, day);
            if (kept is null) unit.Db.Add(kept = new KpiKept { Source = source, What = what, Day = day, Number = 0 });
            kept.Number += one.Sum(count => count.Number);
            if (one.Any(count => count.OutOf is not null)) kept.OutOf = (kept.OutOf ?? 0) + one.Sum(count => count.OutOf ?? 0);
        }
        unit.Db.SaveChanges();
    }

    private static IEnumerable<Happening> Of(Unit unit, string memberId) =>
    [
        .. Happenings.Attended(unit, null, memberId),
        .. Happenings.Rated(unit, null, memberId),
        .. Happenings.Placed(unit, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, memberId),
        .. Happenings.Referred(unit, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, memberId),
        .. FollowedUp.Of(unit, memberId, unit.Consents.Of(memberId)),
        .. Happenings.CasesRated(unit, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, memberId),
        .. Happenings.Checks(unit, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, memberId),
    ];
}
