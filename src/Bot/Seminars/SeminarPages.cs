using System.Text;
using Concierge.Bot.Line;
using Concierge.Bot.Web;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.Seminars;

/// <summary>What stands on the open web of a seminar: its calendar file, and the page behind the code at the door. Both name nobody.</summary>
public static class SeminarPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars/{id}.ics", Calendar);
        routes.MapGet("/k/{code:regex(^\\d{{4}}$)}", Door).AddEndpointFilter<PageHeaders>();
    }

    /// <summary>Also of one that was called off, until it would have been over: whoever has it in their calendar reads there that it is not.</summary>
    private static Results<FileContentHttpResult, NotFound> Calendar(string id, Database database, TimeProvider time)
    {
        using var db = database.NewDb();
        var now = time.GetUtcNow();
        return db.Set<Seminar>().AsNoTracking().FirstOrDefault(s => s.Id == id && (s.State == SeminarState.Open || (s.CalledOff > 0 && s.EndsAt > now))) is { } seminar
            ? TypedResults.File(Encoding.UTF8.GetBytes(SeminarCalendar.Write([seminar], now)), "text/calendar; charset=utf-8", "seminar.ics")
            : TypedResults.NotFound();
    }

    /// <summary>The code at the door leads on by LINE, or by the page for those who are on it. Opening it decides nothing.</summary>
    private static IResult Door(string code, HttpContext http, PageVisits visits, IOptions<LineOptions> line, NewId newId) => new RazorComponentResult<DoorPage>(new Dictionary<string, object?>
    {
        ["Code"] = code,
        ["LineAddress"] = line.Value.ChatAddress(Words.Say("seminar_door_words", ("code", code))),
        ["EventId"] = visits.Visitor(http) is null ? null : newId(),
    }) { PreventStreamingRendering = true };
}
