using Concierge.Data;

namespace Concierge.Admin.Staff;

/// <summary>An account, and a change of it with its entry in the trail. Passwords are hashed before it: nobody else can write meanwhile.</summary>
public sealed class AccountChanges(Database database, TimeProvider time)
{
    /// <exception cref="Problem">There is none of that id.</exception>
    public StaffEntry Of(string id) => database.Reader.Read(unit => unit.Db.Set<StaffEntry>().Find(id)) ?? throw Problem.NotFound();

    /// <param name="seen">The revision that the caller decided on; null where it makes no difference.</param>
    /// <exception cref="Problem">There is none of that id, or it has changed since.</exception>
    public Task<StaffEntry> Make(string actor, string id, int? seen, string action, Action<Unit, StaffEntry> change) => database.Writer.Write(unit =>
    {
        var staff = unit.Db.Set<StaffEntry>().Find(id) ?? throw Problem.NotFound();
        if (seen is not null && seen != staff.Revision) throw Problem.Stale();
        change(unit, staff);
        staff.Revision++;
        AuditTrail.Append(unit, time.GetUtcNow(), actor, action, "staff/" + id);
        return staff;
    });
}
