using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Audit;

/// <summary>The audit trail, for whoever watches over it.</summary>
public static class AuditPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit", List).Needs(Right.SeeAudit);
        routes.MapGet("/audit/verification", Verify).Needs(Right.SeeAudit);
    }

    private static IResult List(Paging paging, string? actor, string? target, Database database)
    {
        var (who, what) = (Given(actor), Given(target));
        return PageView.Of<AuditPage>(
            ("Entries", AuditApi.List(paging, who, what, database)), ("Names", database.Reader.Read(unit => unit.Db.Set<StaffEntry>().AsNoTracking().OrderBy(s => s.Login).ToDictionary(s => s.Id, s => s.Name))),
            ("By", who), ("On", what), ("IsFirst", paging.Cursor is null));
    }

    private static IResult Verify(Database database) => PageView.Of<VerifiedPage>(("Found", AuditApi.Verify(database)));

    /// <summary>A form sends what was left empty as well.</summary>
    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;
}
