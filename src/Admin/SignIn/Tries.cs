using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.SignIn;

/// <summary>How often somebody may guess. A try is taken before the guess is looked at, so that many at once get no more of them.</summary>
public static class Tries
{
    public const int Most = 5;
    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    /// <summary>False when there is no such account, or it is closed or locked. The last try locks; whoever guesses right with it is let in.</summary>
    public static bool Take(Unit unit, string login, DateTimeOffset now)
    {
        DateTimeOffset? until = now + Locked;
        return unit.Db.Set<StaffEntry>()
            .Where(staff => staff.Login == login && staff.Enabled && (staff.LockedUntil == null || staff.LockedUntil <= now))
            .ExecuteUpdate(set => set
                .SetProperty(staff => staff.LockedUntil, staff => staff.FailedTries + 1 >= Most ? until : null)
                .SetProperty(staff => staff.FailedTries, staff => staff.FailedTries + 1 >= Most ? 0 : staff.FailedTries + 1)) > 0;
    }

    public static void GiveBack(Unit unit, string login) => unit.Db.Set<StaffEntry>()
        .Where(staff => staff.Login == login)
        .ExecuteUpdate(set => set.SetProperty(staff => staff.LockedUntil, (DateTimeOffset?)null).SetProperty(staff => staff.FailedTries, 0));
}
