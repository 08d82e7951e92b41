using Concierge.Admin.Staff;
using Concierge.Data;

namespace Concierge.Admin.Audit;

/// <summary>Whoever sees something of a person is written down before it is shown.</summary>
public static class Seeing
{
    /// <summary>What cannot be read is not written down: nobody has seen it.</summary>
    /// <param name="target">Kind and id.</param>
    /// <param name="fields">By name, with commas.</param>
    public static async Task<T> Show<T>(this Database database, Actor actor, DateTimeOffset now, string target, string fields, Func<Unit, T> read)
    {
        var seen = database.Reader.Read(read);
        await database.Writer.Write(unit => AuditTrail.Append(unit, now, actor.Id, "read", target, fields));
        return seen;
    }

    /// <summary>Of several people at once: one entry for the look, and one for each who was seen.</summary>
    /// <param name="targets">Kind and id of each.</param>
    public static async Task<T> ShowSeveral<T>(this Database database, Actor actor, DateTimeOffset now, string look, string fields, Func<Unit, T> read, Func<T, IEnumerable<string>> targets)
    {
        var seen = database.Reader.Read(read);
        await database.Writer.Write(unit =>
        {
            foreach (var target in targets(seen).Distinct().Prepend(look))
            {
                AuditTrail.Append(unit, now, actor.Id, "read", target, fields);
                unit.Db.SaveChanges();
            }
        });
        return seen;
    }
}
