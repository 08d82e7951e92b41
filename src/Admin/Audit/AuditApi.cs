using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Audit;

/// <summary>Who did and saw what. It names no values, so it can be read without seeing anything of a person.</summary>
public static class AuditApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/audit", List).Needs(Right.SeeAudit).WithSummary("The audit trail, the newest first");
        api.MapGet("/audit/verification", Verify).Needs(Right.SeeAudit).WithSummary("Whether the chain of the audit trail holds");
    }

    public sealed record Shown(long Seq, DateTimeOffset At, string Actor, string Action, string Target, string Fields);

    /// <param name="Entries">How many there are.</param>
    /// <param name="Hash">Of the last one, in hexadecimal: written down elsewhere, it shows later whether the end was cut off.</param>
    /// <param name="Fault">The first entry that cannot be trusted; null when all can.</param>
    public sealed record Verified(bool Holds, long Entries, string Hash, long? Fault, string? Reason);

    internal static Listed<Shown> List(Paging paging, string? actor, string? target, Database database)
    {
        var sort = $"-seq/{actor}/{target}";
        var after = paging.After<Before>(sort)?.Seq ?? long.MaxValue;
        return database.Reader.Read(unit => paging.Part(
            sort,
            [.. unit.Db.Set<AuditEntry>().AsNoTracking()
                .Where(a => a.Seq < after && (actor == null || a.Actor == actor) && (target == null || a.Target == target))
                .OrderByDescending(a => a.Seq).Take(paging.Limit + 1)],
            a => new Shown(a.Seq, a.At, a.Actor, a.Action, a.Target, a.Fields),
            a => new Before(a.Seq)));
    }

    internal static Verified Verify(Database database) => database.Reader.Read(unit =>
    {
        var head = AuditTrail.Head(unit);
        var fault = AuditTrail.FirstFault(unit);
        return new Verified(fault is null, head.Seq, Convert.ToHexStringLower(head.Hash), fault?.Seq, fault?.Reason);
    });

    private sealed record Before(long Seq);
}
