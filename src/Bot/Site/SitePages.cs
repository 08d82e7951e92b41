using System.Globalization;
using Concierge.Bot.Web;
using Concierge.Core.Board;
using Concierge.Core.Wording;

namespace Concierge.Bot.Site;

/// <summary>
/// かしわ生涯現役ネット, what the plan calls キ: gatherings, tasks and how to begin, for anybody who looks. No cookie, no script, nothing of a person;
/// that a page was opened is counted.
/// </summary>
public static class SitePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("").AddEndpointFilter<PageHeaders>().AddEndpointFilter(ForEverybody);
        var pages = all.MapGroup("").AddEndpointFilter<SiteVisits>();
        pages.MapGet("/", Home);
        pages.MapGet("/seminars", Seminars);
        pages.MapGet("/seminars/{id}", Seminar);
        pages.MapGet("/tasks", Tasks);
        pages.MapGet("/tasks/{id:long}", Task);
        pages.MapGet("/about", About);
        SiteFeeds.Map(all);
    }

    /// <summary>Where it stands; the same path whoever looks.</summary>
    public static string PathOf(Post post) => string.Create(CultureInfo.InvariantCulture, $"/tasks/{post.Id}");

    public static string PathOf(Core.Seminars.Seminar seminar) => "/seminars/" + Uri.EscapeDataString(seminar.Id);

    /// <summary>The same for everybody, so it may be kept a minute on the way.</summary>
    private static ValueTask<object?> ForEverybody(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "public, max-age=60";
        return next(context);
    }

    private static IResult Home(SiteOffers offers) => PrivatePage.View<HomePage>(StatusCodes.Status200OK, ("Now", offers.Now()));

    private static IResult Seminars(SiteOffers offers) => PrivatePage.View<SeminarsPage>(StatusCodes.Status200OK, ("Now", offers.Now()));

    private static IResult Seminar(string id, SiteOffers offers, TimeProvider time) =>
        offers.Seminar(id) is { } seminar ? PrivatePage.View<SeminarPage>(StatusCodes.Status200OK, ("Seminar", seminar), ("At", time.GetUtcNow())) : Gone();

    private static IResult Tasks(string? area, int? from, SiteOffers offers) =>
        PrivatePage.View<TasksPage>(StatusCodes.Status200OK, ("Now", offers.Now()), ("Area", area is { Length: > 0 } key ? Areas.Find(key) : null), ("From", Math.Max(0, from ?? 0)));

    private static IResult Task(long id, SiteOffers offers) =>
        offers.Now().Find(id) is { } post ? PrivatePage.View<TaskPage>(StatusCodes.Status200OK, ("Post", post)) : Gone();

    private static IResult About() => PrivatePage.View<AboutPage>(StatusCodes.Status200OK);

    private static IResult Gone() => PrivatePage.View<GonePage>(StatusCodes.Status404NotFound);
}
