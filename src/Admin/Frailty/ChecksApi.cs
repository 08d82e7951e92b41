using Concierge.Admin.Audit;
using Concierge.Admin.Members;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Calendar;
using Concierge.Core.Frailty;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Frailty;

/// <summary>Somebody's frailty checks: those on paper are typed in here. All of it only while the person lets staff see it.</summary>
public static class ChecksApi
{
    private const string Path = "/members/{id}/frailty-checks";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Path, List).Needs(Right.SeeHealth).WithSummary("Somebody's frailty checks, oldest first, if they let staff see them");
        api.MapPost(Path, Add).Needs(Right.SeeHealth).NeedsKey().WithSummary("Type in a sheet of paper; it is scored, and always gets its class");
    }

    /// <param name="EnteredBy">Of a sheet of paper, who typed it in; null when the person was asked by us.</param>
    /// <param name="Result">The class is that of the official form: only a sheet of paper has one.</param>
    public sealed record Shown(DateOnly CheckedOn, string Instrument, string? EnteredBy, ScoringAnswer Result);

    /// <param name="Withheld">no-consent when the person does not let staff see them; else null.</param>
    public sealed record Checks(IReadOnlyList<Shown> Items, string? Next, string? Withheld);

    public sealed record Added(string Id);

    private static Task<Checks> List(string id, Actor actor, Database database, TimeProvider time) => database.Show(actor, time.GetUtcNow(), "member/" + id, "frailty-checks", unit =>
    {
        MemberReading.Require(unit, id);
        if (!MemberReading.LetsStaffSee(unit, id)) return new Checks([], null, MemberShown.NoConsent);
        return new Checks(unit.Members.KeyIfAny(id) is { } key ? [.. KeptFindings.All(unit, id, key).Select(Show)] : [], null, null);
    });

    private static async Task<Created<Shown>> Add(string id, PaperSheet sheet, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var finding = sheet.Read(newId(), actor.Id, now);
        await database.Writer.Write(unit =>
        {
            MemberReading.Require(unit, id);
            if (!MemberReading.LetsStaffSee(unit, id)) throw Problem.Conflict("no-consent");
            Once.Do(unit, http, actor, sheet, now, () =>
            {
                KeptFindings.Keep(unit, id, finding, unit.Members.Key(id));
                AuditTrail.Append(unit, now, actor.Id, "write", "member/" + id, "frailty-checks");
                return new Added(finding.Visit);
            });
        });
        return TypedResults.Created($"/api/v1/members/{id}/frailty-checks", Show(finding));
    }

    private static Shown Show(Finding finding)
    {
        var scored = Scoring.Of(finding.OnPaper(Instruments.Get(finding.InstrumentId), null));
        return new Shown(Tokyo.Day(finding.At), finding.InstrumentId, finding.Paper?.EnteredBy, ScoringAnswer.Of(finding.Paper is null ? scored with { Class = null } : scored));
    }
}
