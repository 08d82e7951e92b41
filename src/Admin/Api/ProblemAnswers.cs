using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin;

/// <summary>Everything that goes wrong in a call of the API is answered by a problem document, whoever noticed it.</summary>
public static class ProblemAnswers
{
    public static Problem Of(Exception exception) => exception switch
    {
        Problem problem => problem,
        DbUpdateConcurrencyException => Problem.Stale(),
        BadHttpRequestException { InnerException: JsonException wrong } => StrictJson.Named(wrong),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => QueryKeys.Named(bad),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode),
        _ => Problem.Of(StatusCodes.Status500InternalServerError),
    };

    public static async Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await http.Response.WriteAsJsonAsync(problem.Details(), StrictJson.Options, "application/problem+json", http.RequestAborted);
    }
}
