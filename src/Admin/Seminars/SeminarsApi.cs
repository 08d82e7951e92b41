using Concierge.Admin.Staff;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>Seminars, and how many come; who comes stands in <see cref="ReservationsApi"/>.</summary>
public static class SeminarsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/seminars", List).Needs(Right.SeeSeminars).WithSummary("Seminars in the order of time; filter: state");
        api.MapGet("/seminars/{id}", One).Needs(Right.SeeSeminars).WithSummary("One seminar, and how many come");
    }

    internal static Listed<SeminarShown> List(Paging paging, string? state, Actor actor, Database database)
    {
        var (sort, of) = ($"startsAt/{state}", Names.ReadIfAny<SeminarState>("state", state));
        var after = paging.After<Last>(sort);
        if (of == SeminarState.Draft && !Runs(actor)) return new Listed<SeminarShown>([], null);
        return database.Reader.Read(unit =>
            paging.Part(sort, SeminarReading.Find(unit, of, after, paging.Limit + 1, Runs(actor)), seminar => seminar, seminar => new Last(seminar.StartsAt, seminar.Id)));
    }

    internal static SeminarShown One(string id, Actor actor, Database database) => database.Reader.Read(unit => SeminarReading.Of(unit, id, Runs(actor)));

    private static bool Runs(Actor actor) => actor.Role.Has(Right.RunSeminars);
}
