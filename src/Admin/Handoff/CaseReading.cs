using Concierge.Admin.Staff;
using Concierge.Core.Handoff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Handoff;

/// <summary>Cases, for the API and the console.</summary>
public static class CaseReading
{
    /// <summary>What is not over: urgent ones first, then who has waited longest.</summary>
    /// <param name="after">Where the part before ended; null at the beginning.</param>
    public static IReadOnlyList<CaseShown> Open(Unit unit, CaseFilter filter, InQueue? after)
    {
        var names = StaffNames.Of(unit);
        return [.. Cases.Queue(unit, filter.Level).Where(filter.Fits).Select(one => Show(one, names)).Where(one => after is null || InQueue.Of(one).CompareTo(after) > 0)];
    }

    /// <summary>Also what is over, the newest first.</summary>
    public static IReadOnlyList<CaseShown> All(Unit unit, CaseFilter filter, long before, int max)
    {
        var (names, (level, holder, member)) = (StaffNames.Of(unit), filter);
        return
        [
            .. unit.Db.Set<HandoffCase>().AsNoTracking()
                .Where(c => c.Id < before && (level == null || c.Level == level) && (holder == null || c.Holder == holder) && (member == null || c.MemberId == member))
                .OrderByDescending(c => c.Id).Take(max).AsEnumerable().Select(one => Show(one, names)),
        ];
    }

    /// <exception cref="Problem">There is none of that id.</exception>
    public static CaseShown One(Unit unit, long id) => Show(Require(unit, id), StaffNames.Of(unit));

    /// <exception cref="Problem">There is none of that id.</exception>
    public static HandoffCase Require(Unit unit, long id) => Cases.Find(unit, id) ?? throw Problem.NotFound();

    public static CaseShown Show(HandoffCase one, IReadOnlyDictionary<string, string> names) => CaseShown.Of(one, one.Holder is { } holder ? names.GetValueOrDefault(holder) : null);
}
