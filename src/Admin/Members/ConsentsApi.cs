using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Members;

/// <summary>What somebody has agreed to. Staff write down what was said at the counter; the ledger keeps all of it.</summary>
public static class ConsentsApi
{
    /// <summary>In place of the form that a member reads: the words were said.</summary>
    private const string AtTheCounter = "counter";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/members/{id}/consents", List).Needs(Right.SeeMembers).WithSummary("The ledger of consents, oldest first; its ETag is for the next entry");
        api.MapPut("/members/{id}/consents/{purpose}", Put).Needs(Right.SeeMembers).NeedsIfMatch().WithSummary("Write down a consent, or that it is withdrawn, as the person said it at the counter or wrote it on paper");
    }

    /// <param name="Text">Which words were read; <c>paper/…</c>: on paper; <c>counter/…</c>: they were said.</param>
    /// <param name="By"><c>member</c>, or the id of the member of staff who wrote it down.</param>
    public sealed record Shown(string Purpose, bool Given, string Text, DateTimeOffset At, string By);

    /// <param name="Paper">The form whose words stand on the paper that was handed in, e.g. <c>inventory@2</c>; null: it was said.</param>
    public sealed record Said(bool? Given, string? Paper = null);

    private static Listed<Shown> List(string id, HttpContext http, Database database)
    {
        var ledger = database.Reader.Read(unit => LedgerOf(unit, id));
        Revision.Show(http, ledger.Count);
        return new Listed<Shown>([.. ledger.Select(Show)], null);
    }

    internal static async Task<Shown> Put(string id, string purpose, Said said, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var about = Names.Read<Purpose>("purpose", purpose);
        var consent = new Consent(about, $"{Read(about, said.Paper)}/{Consents.KeyOf(about)}", said.Given ?? throw Problem.Missing("given"), time.GetUtcNow(), actor.Id);
        var entries = await database.Writer.Write(unit =>
        {
            var ledger = LedgerOf(unit, id);
            Revision.Check(http, ledger.Count);
            // Nobody is asked for research of whom nothing may be stored.
            if (consent is { Purpose: Purpose.Research, Given: true } && !new Consents(ledger).Has(Purpose.Service)) throw Problem.Conflict("no-service-consent");
            unit.Consents.Add(id, consent);
            AuditTrail.Append(unit, consent.At, actor.Id, consent.Given ? "consent" : "withdraw", "member/" + id, Names.Of(about));
            return ledger.Count + 1;
        });
        Revision.Show(http, entries);
        return Show(consent);
    }

    private static string Read(Purpose about, string? paper) =>
        paper is null ? AtTheCounter
        : Consents.FormsFor(about).Contains(paper) ? Consents.Paper + paper
        : throw Problem.Invalid("paper", Consents.FormsFor(about).FirstOrDefault() is { } known ? Words.Say("problem_paper", ("known", known)) : Words.Say("problem_paper_none"));

    /// <summary>What was seen of the ledger: the next entry must follow it.</summary>
    internal static int Seen(string id, Database database) => database.Reader.Read(unit => LedgerOf(unit, id)).Count;

    private static IReadOnlyList<Consent> LedgerOf(Unit unit, string id)
    {
        MemberReading.Require(unit, id);
        return unit.Consents.Of(id).Ledger;
    }

    private static Shown Show(Consent consent) => new(Names.Of(consent.Purpose), consent.Given, consent.Text, consent.At, consent.By);
}
