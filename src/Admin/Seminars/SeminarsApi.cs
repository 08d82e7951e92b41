using System.Text.Json.Nodes;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Seminars;

/// <summary>Gatherings of every kind: written, opened, changed and called off, and how many come; who comes stands in <see cref="ReservationsApi"/>.</summary>
public static class SeminarsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/seminars", List).Needs(Right.SeeSeminars).WithSummary("Seminars in the order of time; filters: state; coming=true for those that are not over");
        api.MapGet("/seminars/templates", Templates).Needs(Right.RunSeminars).WithSummary("What the city holds every year, to begin from");
        api.MapGet("/seminars/{id}", Show).Needs(Right.SeeSeminars).WithSummary("One seminar, and how many come");
        api.MapPost("/seminars", Add).Needs(Right.RunSeminars).NeedsKey().WithSummary("Write one, as a draft");
        api.MapPut("/seminars/{id}", Change).Needs(Right.RunSeminars).NeedsIfMatch().WithSummary("Write it anew; whoever comes is told what has changed");
        api.MapPatch("/seminars/{id}", ChangePart).Needs(Right.RunSeminars).NeedsIfMatch().WithSummary("Change what is sent and leave the rest (RFC 7396)");
        api.MapPut("/seminars/{id}/publication", Publish).Needs(Right.RunSeminars).NeedsIfMatch().WithSummary("Let people see it and reserve");
        api.MapPut("/seminars/{id}/cancellation", CallOff).Needs(Right.RunSeminars).NeedsIfMatch().WithSummary("Call it off; whoever comes or waits is told, and offered another");
        api.MapPut("/seminars/{id}/take-home", HandOut).Needs(Right.RunSeminars).NeedsIfMatch().WithSummary("What whoever came can read at home; also afterwards");
    }

    /// <param name="Because">Shown to whoever had reserved; only of a draft, which nobody has seen, nothing needs to be said.</param>
    public sealed record Cancelling(string? Because)
    {
        public const int Longest = 60;
    }

    /// <param name="TakeHome">A line each: what it is, and its address; null takes them out.</param>
    public sealed record HandingOut(string? TakeHome);

    public sealed record Added(string Id);

    public sealed record TemplateShown(string Kind, int Number, string Title, string Short, string AlsoCalled, string About, string Bring, int OnSiteSeats, int OnlineSeats);

    private static Listed<TemplateShown> Templates() => new(
        [.. SeminarSeries.Embedded.Seminars.Select(one => new TemplateShown(Names.Of(one.Kind), one.Number, one.Title, one.Short, one.AlsoCalled, one.About, one.Bring, one.OnSiteSeats, one.OnlineSeats))], null);

    internal static Listed<SeminarShown> List(Paging paging, string? state, bool? coming, Actor actor, Database database, TimeProvider time)
    {
        var (sort, of) = ($"startsAt/{state}/{coming}", Names.ReadIfAny<SeminarState>("state", state));
        var after = paging.After<Last>(sort);
        if (of == SeminarState.Draft && !Runs(actor)) return new Listed<SeminarShown>([], null);
        return database.Reader.Read(unit =>
            paging.Part(sort, SeminarReading.Find(unit, of, coming == true ? time.GetUtcNow() : null, after, paging.Limit + 1, Runs(actor)), seminar => seminar, seminar => new Last(seminar.StartsAt, seminar.Id)));
    }

    private static SeminarShown Show(string id, HttpContext http, Actor actor, Database database) => Shown(http, One(id, actor, database));

    internal static SeminarShown One(string id, Actor actor, Database database) => database.Reader.Read(unit => SeminarReading.Of(unit, id, Runs(actor)));

    internal static async Task<Created<Added>> Add(SeminarWish wish, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var added = await database.Writer.Decide(unit => Once.Do(unit, http, actor, wish, now, () => new Added(SeminarDesk.Add(unit, wish, newId(), actor, now))));
        return TypedResults.Created($"/api/v1/seminars/{added.Id}", added);
    }

    internal static Task<SeminarShown> Change(string id, SeminarWish wish, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, http, actor, database, unit => SeminarDesk.Change(unit, id, _ => wish, http, actor, time.GetUtcNow()));

    private static Task<SeminarShown> ChangePart(string id, JsonObject patch, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, http, actor, database, unit => SeminarDesk.Change(unit, id, old => MergePatch.Over(SeminarWish.Of(old), patch), http, actor, time.GetUtcNow()));

    internal static Task<SeminarShown> Publish(string id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, http, actor, database, unit => SeminarDesk.Publish(unit, id, http, actor, time.GetUtcNow()));

    internal static Task<SeminarShown> CallOff(string id, Cancelling wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        if (wish.Because is { } because && (string.IsNullOrWhiteSpace(because) || because.Length > Cancelling.Longest)) throw Problem.Invalid("because", Words.Say("problem_because", ("max", Cancelling.Longest)));
        return Do(id, http, actor, database, unit => SeminarDesk.CallOff(unit, id, wish.Because, http, actor, time.GetUtcNow()));
    }

    internal static Task<SeminarShown> HandOut(string id, HandingOut wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        if (Handout.Read(wish.TakeHome) is null) throw Problem.Invalid("takeHome", Words.Say("problem_take_home", ("max", Handout.Most)));
        return Do(id, http, actor, database, unit => SeminarDesk.HandOut(unit, id, wish.TakeHome, http, actor, time.GetUtcNow()));
    }

    private static async Task<SeminarShown> Do(string id, HttpContext http, Actor actor, Database database, Action<Unit> act) => Shown(http, await database.Writer.Decide(unit =>
    {
        act(unit);
        return SeminarReading.Of(unit, id, Runs(actor));
    }));

    private static SeminarShown Shown(HttpContext http, SeminarShown seminar)
    {
        Revision.Show(http, seminar.Revision);
        return seminar;
    }

    private static bool Runs(Actor actor) => actor.Role.Has(Right.RunSeminars);
}
