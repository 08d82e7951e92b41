using Microsoft.AspNetCore.Antiforgery;

namespace Concierge.Admin.Web;

/// <summary>A form that is not of one of our pages, or of somebody else's session, does nothing.</summary>
public static class SafeForms
{
    /// <exception cref="BadHttpRequestException">The form has not the secret of this session.</exception>
    public static Task Check(HttpContext http, RequestDelegate next)
    {
        if (IsFromElsewhere(http.Request)) throw new BadHttpRequestException("The form is of another site.", StatusCodes.Status403Forbidden);
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) throw new BadHttpRequestException("The form is not of this session.");
        return next(http);
    }

    /// <summary>Every browser of today says so itself.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
