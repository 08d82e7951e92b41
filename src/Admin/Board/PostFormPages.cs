using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Board;

/// <summary>Changing what a post says. What was refused is shown again with all that was typed.</summary>
public static class PostFormPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/posts/{id:long}/edit", Show).Needs(Right.RunPosts);
        routes.MapPost("/posts/{id:long}/edit", Change).Needs(Right.RunPosts);
    }

    private static IResult Show(long id, Actor actor, Database database, TimeProvider time) => View(id, null, null, actor, database, time);

    private static async Task<IResult> Change(long id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        PostWish? wish = null;
        try
        {
            wish = Read(form);
            await PostsApi.Change(id, wish, http, actor, database, time);
            return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"/posts/{id}?did=change"));
        }
        catch (Problem refused) when (refused.Status != StatusCodes.Status404NotFound)
        {
            return View(id, wish, refused, actor, database, time);
        }
    }

    private static PostWish Read(IFormCollection form) => new(
        form.Text("title"), form.Text("place"), form.Text("requester"), form.Text("area"), form.Degrees("latitude"), form.Degrees("longitude"), form["days"].OfType<string>().ToArray(),
        form["parts"].OfType<string>().ToArray(), form.Number("minutes"), form.Text("rhythm"), form.Text("engagement"), new PostWish.Paying(form.Text("pay"), form.Number("yen"), form.Text("per")),
        form.Day("from"), form.Day("until"), form.Text("needs"), form.Text("insurance"), form.Text("placeChecks") is not null, form.Text("trainingFirst") is not null);

    private static IResult View(long id, PostWish? wish, Problem? refused, Actor actor, Database database, TimeProvider time)
    {
        var (listing, revision) = PostsApi.Find(id, actor, database);
        var (reached, trainings) = database.Reader.Read(unit => (Applicants.Reach(unit, id), PostReading.Trainings(unit, listing.Body.Task, time.GetUtcNow())));
        return PageView.Of<PostFormPage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Listing", listing), ("Seen", revision), ("Wish", wish ?? PostWish.Of(listing.Body)), ("Reached", reached), ("Trainings", trainings),
            ("Wrong", refused?.Said("post")), ("Current", refused is { IsStale: true } ? string.Create(CultureInfo.InvariantCulture, $"/posts/{id}") : null));
    }
}
