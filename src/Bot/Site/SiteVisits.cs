using Concierge.Data;

namespace Concierge.Bot.Site;

/// <summary>
/// Counts the pages that were opened, for the plan's アクセス数 (M54, M55): which part of the site, on which day, and nothing of who came. Programs
/// are not counted.
/// </summary>
public sealed class SiteVisits(Database database, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } && !Programs.Is(context.HttpContext.Request))
            await Count.Visit(database, Tally.Site + Part(context.HttpContext.Request.Path), time.GetUtcNow());
        return answer;
    }

    private static string Part(PathString path) => path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "home";
}
