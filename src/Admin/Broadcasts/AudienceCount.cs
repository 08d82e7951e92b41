using Concierge.Core.Broadcasts;
using Concierge.Core.Seminars;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>How many an audience has now.</summary>
/// <param name="Examples">Five, from the whole breadth of it, among those who let staff see their answers; fewer where there are not so many.</param>
/// <param name="Last">Against the newest broadcast that was approved; null where there is none.</param>
public sealed record AudienceCount(int People, IReadOnlyList<AudienceExample> Examples, AudienceDifference? Last)
{
    private const int Shown = 5;

    /// <param name="not">A broadcast that is not to be compared with itself.</param>
    public static AudienceCount Of(Unit unit, Audience audience, long? not = null)
    {
        var people = AudienceReading.People(unit, audience);
        var seminars = unit.Db.Set<Seminar>().AsNoTracking().ToDictionary(s => s.Id, s => s.Title);
        var open = people.Where(one => one.LetsStaffSee).ToList();
        var examples = Enumerable.Range(0, Math.Min(Shown, open.Count)).Select(n => open[(int)((long)n * open.Count / Math.Min(Shown, open.Count))]);
        return new AudienceCount(
            people.Count, [.. examples.Select(one => new AudienceExample(one.MemberId, [.. one.Because.Select(match => match.Say(seminars))]))], AudienceDifference.Of(unit, people, not));
    }
}

/// <param name="Because">Which of what is asked for holds; empty where everybody is meant.</param>
public sealed record AudienceExample(string Member, IReadOnlyList<string> Because);

/// <param name="Broadcast">Id of the one that it is compared with.</param>
/// <param name="Joined">Those who did not belong to that one.</param>
/// <param name="Left">Those who belonged to that one alone.</param>
public sealed record AudienceDifference(long Broadcast, int People, int Joined, int Left)
{
    internal static AudienceDifference? Of(Unit unit, IReadOnlyList<Chosen> people, long? not)
    {
        var last = unit.Db.Set<Broadcast>().AsNoTracking().Where(b => !b.IsTest && b.DueAt != null && b.Id != not).OrderByDescending(b => b.ApprovedAt).Select(b => (long?)b.Id).FirstOrDefault();
        if (last is not { } id) return null;
        var then = unit.Db.Set<BroadcastRecipient>().AsNoTracking().Where(r => r.BroadcastId == id).Select(r => r.MemberId).ToHashSet();
        // Nobody knows any more who they were.
        if (then.Count == 0) return null;
        var both = people.Count(one => then.Contains(one.MemberId));
        return new AudienceDifference(id, then.Count, people.Count - both, then.Count - both);
    }
}
