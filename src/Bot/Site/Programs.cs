namespace Concierge.Bot.Site;

/// <summary>Which callers are no people: programs that say so, those that show a preview of a link, and browsers that fetch what nobody has opened yet.</summary>
internal static class Programs
{
    private static readonly string[] Words =
    [
        "bot", "crawl", "spider", "monitor", "facebookexternalhit", "line-poker", "healthchecker", "curl", "wget", "python-requests", "go-http-client", "java/",
    ];

    public static bool Is(HttpRequest request)
    {
        var name = request.Headers.UserAgent.ToString();
        return name.Length == 0 || Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) || IsAhead(request);
    }

    private static bool IsAhead(HttpRequest request) =>
        new[] { "Sec-Purpose", "Purpose" }.Any(header => request.Headers[header].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase));
}
