using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Broadcasts;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>Audiences that staff keep, and what one can be chosen by.</summary>
public static class AudiencesApi
{
    internal const int LongestName = 40;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/audiences", List).Needs(Right.WriteBroadcasts).WithSummary("Saved audiences by name");
        api.MapPost("/audiences", Add).Needs(Right.WriteBroadcasts).NeedsKey().WithSummary("Keep an audience for the next time");
        api.MapGet("/audiences/{id:long}", One).Needs(Right.WriteBroadcasts).WithSummary("One saved audience");
        api.MapPut("/audiences/{id:long}", Change).Needs(Right.WriteBroadcasts).NeedsIfMatch().WithSummary("Change a saved audience; broadcasts that were written with it keep theirs");
        api.MapGet("/audiences/choices", All).Needs(Right.WriteBroadcasts).WithSummary("What people can be chosen by");
        api.MapPost("/audiences/count", Count).Needs(Right.WriteBroadcasts).WithSummary("How many an audience has now, and five of them with the reason");
    }

    public sealed record NamedAudience(string? Name, AudienceWish? Rule);

    /// <param name="WrittenBy">Id of the member of staff who wrote it last.</param>
    public sealed record SavedShown(long Id, string Name, AudienceWish Rule, string WrittenBy);

    /// <param name="On">area, district, age, interest, seminar, source or consent.</param>
    public sealed record ChoicesShown(string On, IReadOnlyList<ChoiceShown> Values);

    public sealed record ChoiceShown(string Key, string Label);

    internal static Listed<SavedShown> List(Database database) => database.Reader.Read(unit => new Listed<SavedShown>(
        [.. unit.Db.Set<SavedAudience>().AsNoTracking().OrderBy(saved => saved.Name).ThenBy(saved => saved.Id).AsEnumerable().Select(Show)], null));

    internal static async Task<Created<BroadcastsApi.Added>> Add(NamedAudience wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var added = await database.Writer.Write(unit => Once.Do(unit, http, actor, wish, now, () => new BroadcastsApi.Added(Store(unit, wish, actor, now))));
        return TypedResults.Created($"/api/v1/audiences/{added.Id}", added);
    }

    /// <summary>As it was chosen for a broadcast; one of that name is changed.</summary>
    internal static Task Keep(string name, AudienceWish rule, Actor actor, Database database, TimeProvider time) => database.Writer.Write(unit =>
    {
        var wish = new NamedAudience(name, rule);
        var known = Name(name);
        if (unit.Db.Set<SavedAudience>().FirstOrDefault(saved => saved.Name == known) is { } saved) Rewrite(unit, saved, wish, actor, time.GetUtcNow());
        else Store(unit, wish, actor, time.GetUtcNow());
    });

    private static long Store(Unit unit, NamedAudience wish, Actor actor, DateTimeOffset now)
    {
        var saved = new SavedAudience { Name = Name(wish.Name), Rule = Rule(unit, wish), WrittenBy = actor.Id, Revision = 1 };
        unit.Db.Add(saved);
        unit.Db.SaveChanges();
        AuditTrail.Append(unit, now, actor.Id, "write", $"audience/{saved.Id}");
        return saved.Id;
    }

    private static SavedShown One(long id, HttpContext http, Database database)
    {
        var saved = database.Reader.Read(unit => Find(unit, id));
        Revision.Show(http, saved.Revision);
        return Show(saved);
    }

    internal static async Task<SavedShown> Change(long id, NamedAudience wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var saved = await database.Writer.Write(unit =>
        {
            var one = Find(unit, id);
            Revision.Check(http, one.Revision);
            Rewrite(unit, one, wish, actor, time.GetUtcNow());
            return one;
        });
        Revision.Show(http, saved.Revision);
        return Show(saved);
    }

    private static void Rewrite(Unit unit, SavedAudience saved, NamedAudience wish, Actor actor, DateTimeOffset now)
    {
        (saved.Name, saved.Rule, saved.WrittenBy, saved.Revision) = (Name(wish.Name), Rule(unit, wish), actor.Id, saved.Revision + 1);
        AuditTrail.Append(unit, now, actor.Id, "change", $"audience/{saved.Id}");
    }

    internal static Listed<ChoicesShown> All(Database database) => Chosen(database, _ => true);

    /// <summary>For the form: no seminar that is called off or over, unless it stands there already.</summary>
    internal static IReadOnlyList<ChoicesShown> Offered(BroadcastForm typed, Database database, DateTimeOffset now) =>
        Chosen(database, seminar => (seminar.State == SeminarState.Open && !seminar.IsOver(now)) || typed.Tells(seminar.Id)).Items;

    private static Listed<ChoicesShown> Chosen(Database database, Func<Seminar, bool> among)
    {
        var seminars = database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().OrderBy(s => s.StartsAt).AsEnumerable().Where(among)
            .Select(s => new ChoiceShown(s.Id, $"{SeminarTime.Spell(s.StartsAt)} {s.Title}")).ToList());
        return new Listed<ChoicesShown>([.. Enum.GetValues<Criterion>().Select(on => new ChoicesShown(Names.Of(on), on == Criterion.Seminar ? seminars : Values(on)))], null);
    }

    internal static Task<AudienceCount> Count(AudienceWish wish, Actor actor, Database database, TimeProvider time) =>
        BroadcastCounts.Count(database, actor, time, "audience", unit => AudienceCount.Of(unit, wish.Read(unit)));

    /// <exception cref="Problem">There is none of that id.</exception>
    internal static SavedAudience Find(Unit unit, long id) => unit.Db.Find<SavedAudience>(id) ?? throw Problem.NotFound();

    private static IReadOnlyList<ChoiceShown> Values(Criterion on) => [.. Choices.Of(on).Select(choice => new ChoiceShown(choice.Key, choice.Label))];

    private static SavedShown Show(SavedAudience saved) => new(saved.Id, saved.Name, AudienceWish.Of(saved.Rule), saved.WrittenBy);

    /// <exception cref="Problem">It is none, or too long.</exception>
    internal static string Name(string? wish) =>
        wish?.Trim() is { Length: > 0 and <= LongestName } name ? name : throw Problem.Invalid("name", Words.Say("problem_broadcast_name", ("max", LongestName)));

    private static Audience Rule(Unit unit, NamedAudience wish) => (wish.Rule ?? throw Problem.Missing("rule")).Read(unit);
}
