using Microsoft.AspNetCore.Diagnostics;

namespace Concierge.Admin.Web;

/// <summary>Whatever goes wrong: a program gets a problem document, a person a page.</summary>
public sealed class TroublePages : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken stop)
    {
        await Answer(http, ProblemAnswers.Of(exception), exception is Problem);
        return true;
    }

    /// <summary>For a status without words, such as 404 of an unknown address.</summary>
    public static Task AnswerStatus(HttpContext http) => Answer(http, Problem.Of(http.Response.StatusCode), isTold: false);

    private static Task Answer(HttpContext http, Problem problem, bool isTold) => IsForPrograms(http)
        ? ProblemAnswers.Write(http, problem)
        : PageView.Of<TroublePage>(problem.Status, ("Status", problem.Status), ("Detail", isTold ? problem.Said() : null)).ExecuteAsync(http);

    private static bool IsForPrograms(HttpContext http) => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/health");
}
