using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Seminars;

/// <summary>Who holds a frailty check: names, which are sealed and only shown to whoever runs gatherings.</summary>
public static class SupportersApi
{
    private const string Path = "/seminars/{id}/supporters";

    public const int Longest = 1_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Path, Show).Needs(Right.RunSeminars).WithSummary("Who holds it, a name a line");
        api.MapPut(Path, Write).Needs(Right.RunSeminars).WithSummary("Write down who holds it; null takes them out");
    }

    /// <param name="Supporters">A name a line.</param>
    public sealed record Roster(string? Supporters)
    {
        // Records print themselves, and a name must reach no log.
        public override string ToString() => nameof(Roster);
    }

    internal static Task<Roster> Show(string id, Actor actor, Database database, TimeProvider time) => database.Show(actor, time.GetUtcNow(), "seminar/" + id, "supporters", unit =>
    {
        SeminarDesk.Find(unit, id);
        return new Roster(Gatherings.SupportersOf(unit, id));
    });

    internal static async Task<NoContent> Write(string id, Roster roster, Actor actor, Database database, TimeProvider time)
    {
        if (roster.Supporters?.Length > Longest) throw Problem.Invalid("supporters", Words.Say("problem_supporters", ("max", Longest)));
        await database.Writer.Decide(unit =>
        {
            Gatherings.WriteSupporters(unit, SeminarDesk.Find(unit, id), string.IsNullOrWhiteSpace(roster.Supporters) ? null : roster.Supporters);
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "change", "seminar/" + id, "supporters");
            return true;
        });
        return TypedResults.NoContent();
    }
}
