using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Search;

/// <summary>さがす: people, and what was said. The words go in a form, never in an address.</summary>
public static class SearchPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search", Show).Needs(Right.ReadTalk);
        routes.MapPost("/search", Search).Needs(Right.ReadTalk);
    }

    private static IResult Show() => PageView.Of<SearchPage>();

    private static async Task<IResult> Search([FromForm] string? words, [FromForm] bool? withBot, [FromForm] string? cursor, Actor actor, Database database, TimeProvider time)
    {
        var older = string.IsNullOrEmpty(cursor) ? null : cursor;
        if (Searching.Wanted(words) is not { } wanted) return PageView.Of<SearchPage>(StatusCodes.Status400BadRequest, ("Written", words), ("IsWrong", true), ("WithBot", withBot == true));
        var people = older is null ? await SearchesApi.Members(words, Paging.Of(null, null), actor, database, time) : null;
        var talk = await SearchesApi.Messages(words, withBot == true, Paging.Of(null, older), actor, database, time);
        return PageView.Of<SearchPage>(("Written", words), ("WithBot", withBot == true), ("Looked", new Looked(wanted, people, talk)), ("Now", time.GetUtcNow()));
    }
}

/// <param name="People">Null on the later parts.</param>
public sealed record Looked(Core.Search.SearchWords Words, Listed<FoundMember>? People, Listed<FoundMessage> Talk);
