using System.Globalization;

namespace Concierge.Admin;

/// <summary>Which state of a thing the caller has seen (<c>If-Match</c>), as that state's <c>ETag</c> told it; the form of a page has it in a hidden field.</summary>
public static class Revision
{
    /// <summary>The hidden field.</summary>
    public const string Field = "revision";

    public static void Show(HttpContext http, int revision) => http.Response.Headers.ETag = $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";

    /// <exception cref="Problem">There is no If-Match.</exception>
    public static int Seen(HttpContext http)
    {
        var match = http.Request.HasFormContentType ? http.Request.Form[Field].ToString() : http.Request.Headers.IfMatch.ToString();
        if (match.Length == 0) throw Problem.NeedsIfMatch();
        return int.TryParse(match.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : throw Problem.Stale();
    }

    /// <exception cref="Problem">It has changed since.</exception>
    public static void Check(HttpContext http, int now)
    {
        if (Seen(http) != now) throw Problem.Stale();
    }
}
