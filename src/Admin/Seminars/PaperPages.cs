using Concierge.Admin.Audit;
using Concierge.Admin.Members;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>At the door somebody hands in a paper: they agree to research, or do so no more.</summary>
public static class PaperPages
{
    private const string Path = "/seminars/{id}/papers";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars/blank-paper", ShowBlank).Needs(Right.RunSeminars);
        routes.MapGet(Path, Show).Needs(Right.RunSeminars);
        routes.MapPost(Path, Write).Needs(Right.RunSeminars);
    }

    private static IResult ShowBlank() => PageView.Of<BlankPaperPage>();

    private static Task<IResult> Show(string id, string? did, Actor actor, Database database, TimeProvider time) =>
        View(id, null, Words.Everything.GetValueOrDefault("console_paper_did_" + did), actor, database, time);

    private static async Task<IResult> Write(string id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var (member, given) = (form.Text("member") ?? throw Problem.NotFound(), form.Text("given") == "true");
        try
        {
            await ConsentsApi.Put(member, Names.Of(Purpose.Research), new ConsentsApi.Said(given, form.Text("paper") ?? throw Problem.Missing("paper")), http, actor, database, time);
            return TypedResults.Redirect($"/seminars/{Uri.EscapeDataString(id)}/papers?did={(given ? "given" : "withdrawn")}");
        }
        catch (Problem refused) when (refused.Status != StatusCodes.Status404NotFound)
        {
            return await View(id, refused, null, actor, database, time);
        }
    }

    private static async Task<IResult> View(string id, Problem? refused, string? done, Actor actor, Database database, TimeProvider time) => PageView.Of<PapersPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Seminar", SeminarsApi.One(id, actor, database)), ("Wrong", refused?.Said()), ("Done", done),
        ("People", await database.Show(actor, time.GetUtcNow(), "seminar/" + id, "names,consents", unit => People(unit, id, time.GetUtcNow()))));

    /// <summary>Those who have a seat.</summary>
    private static IReadOnlyList<PaperOf> People(Unit unit, string id, DateTimeOffset now) =>
    [
        .. from one in SeminarReading.Reservations(unit, id, null, 0, SeminarPages.Everybody, now)
        where one.State is "reserved" or "attended"
        let consents = unit.Consents.Of(one.Member)
        select new PaperOf(one.Member, one.Name, consents.Has(Purpose.Service), consents.Newest(Purpose.Research) is { Given: true } since ? since.At : null, consents.Ledger.Count),
    ];
}

/// <param name="MayAgree">They have agreed that their answers are stored.</param>
/// <param name="Since">When they agreed to research; null: they do not.</param>
/// <param name="Revision">Of their consents.</param>
public sealed record PaperOf(string Member, string? Name, bool MayAgree, DateTimeOffset? Since, int Revision)
{
    // Records print themselves, and a name must reach no log.
    public override string ToString() => nameof(PaperOf);
}
