using Concierge.Data;

namespace Concierge.Bot.Site;

/// <summary>
/// Counts the pages that were opened, for the plan's アクセス数 (M54, M55): which part of the site, on which day, and nothing of who came. Programs that
/// say that they are some are not counted.
/// </summary>
public sealed class SiteVisits(Database database, TimeProvider time) : IEndpointFilter
{
    private static readonly string[] Programs = ["bot", "crawl", "spider", "monitor"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var program = context.HttpContext.Request.Headers.UserAgent.ToString();
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } && !Programs.Any(word => program.Contains(word, StringComparison.OrdinalIgnoreCase)))
            await Count(database, Tally.Site + Part(context.HttpContext.Request.Path), time);
        return answer;
    }

    /// <summary>A lost count is nothing to a person who wants to come in.</summary>
    internal static async Task Count(Database database, string kind, TimeProvider time)
    {
        try
        {
            await database.Writer.Write(unit => Tally.Add(unit, kind, time.GetUtcNow()));
        }
        catch (NotStored)
        {
        }
    }

    private static string Part(PathString path) => path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "home";
}
