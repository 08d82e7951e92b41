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
        var names = NamesOfStaff(unit);
        return [.. Cases.Queue(unit, filter.Level).Where(filter.Fits).Select(one => Show(one, names)).Where(one => after is null || InQueue.Of(one).CompareTo(after) > 0)];
    }

    /// <summary>Also what is over, the newest first.</summary>
    public static IReadOnlyList<CaseShown> All(Unit unit, CaseFilter filter, long before, int max)
    {
        var (names, (level, holder, member)) = (NamesOfStaff(unit), filter);
        return
        [
            .. unit.Db.Set<HandoffCase>().AsNoTracking()
                .Where(c => c.Id < before && (level == null || c.Level == level) && (holder == null || c.Holder == holder) && (member == null || c.MemberId == member))
                .OrderByDescending(c => c.Id).Take(max).AsEnumerable().Select(one => Show(one, names)),
        ];
    }

    /// <exception cref="Problem">There is none of that id.</exception>
    public static CaseShown One(Unit unit, long id) => Show(Require(unit, id), NamesOfStaff(unit));

    /// <exception cref="Problem">There is none of that id.</exception>
    public static HandoffCase Require(Unit unit, long id) => Cases.Find(unit, id) ?? throw Problem.NotFound();

    public static CaseShown Show(HandoffCase one, Dictionary<string, string> names) => CaseShown.Of(one, one.Holder is { } holder ? names.GetValueOrDefault(holder) : null);

    /// <summary>Whoever may have done something, by id: staff, and programs with a token of their own.</summary>
    public static Dictionary<string, string> NamesOfStaff(Unit unit) =>
        unit.Db.Set<StaffEntry>().AsNoTracking().Select(s => new { s.Id, s.Name }).AsEnumerable()
            .Concat(unit.Db.Set<TokenEntry>().AsNoTracking().Select(t => new { t.Id, t.Name }).AsEnumerable()).ToDictionary(one => one.Id, one => one.Name);
}
