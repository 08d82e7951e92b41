using Concierge.Bot.Line;
using Concierge.Bot.Web.Pages;
using Concierge.Core.Members;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Bot.Web;

/// <summary>The page with the code that joins a visitor's record to LINE. Only the visitor's own browser sees it.</summary>
public static class JoinPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/join", Show);
        pages.MapPost("/join", Make).DisableAntiforgery();
    }

    private static IResult Show(HttpContext http, PageVisits visits, Database database, LineOptions line, TimeProvider time)
    {
        if (visits.Visitor(http) is not { } member) return PrivatePage.View<ExpiredPage>(StatusCodes.Status410Gone);
        var (isVisitor, code) = database.Reader.Read(unit => (unit.Members.LineUserId(member) is null, JoinCodes.Of(unit, member, time.GetUtcNow())));
        return PrivatePage.View<JoinPage>(
            StatusCodes.Status200OK, ("IsVisitor", isVisitor), ("Code", code), ("LineAddress", Chat(line, code)), ("FriendAddress", line.FriendUrl));
    }

    private static async Task<IResult> Make(HttpContext http, PageVisits visits, Database database, TimeProvider time)
    {
        if (!PrivatePage.SameOrigin(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (visits.Visitor(http) is not { } member) return PrivatePage.View<ExpiredPage>(StatusCodes.Status410Gone);
        await database.Writer.Write(unit =>
        {
            if (unit.Members.Exists(member) && unit.Members.LineUserId(member) is null) JoinCodes.New(unit, member, time.GetUtcNow());
        });
        return Results.Redirect("/join");
    }

    /// <summary>Opens the chat with the code already typed; null when there is none, or the city did not set its LINE id.</summary>
    private static string? Chat(LineOptions line, JoinCode? code) => code is null ? null : line.ChatAddress(Words.Say("join_page_words", ("code", code.Spelled)));
}
