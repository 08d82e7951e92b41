using Concierge.Core.Staff;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>What every answer of the host tells the browser, from the routing table: a route that nobody thought of is found here.</summary>
public sealed class SafeHeadersTests
{
    private const string Expected = """
        Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        Cross-Origin-Opener-Policy: same-origin
        Cross-Origin-Resource-Policy: same-origin
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff
        """;

    private static readonly string[] NotOfSafety = ["Date", "Transfer-Encoding", "Location", "Set-Cookie", "Cache-Control", "Pragma", "Allow", "ETag", "blazor-enhanced-nav"];

    [Fact]
    public async Task They_are_the_same_on_every_route_also_where_something_is_wrong()
    {
        // More routes than somebody may ask in a minute: none of them shall answer that it is too much.
        await using var desk = await Desk.Opens("Production", settings: ("Admin:RequestsPerMinute", "100000"));
        await desk.Hires("admin", "管理者", Role.Administrator);
        using var nobody = new Clerk(desk);
        using var admin = await Clerk.SignsIn(desk, "admin");
        foreach (var clerk in new[] { nobody, admin })
            foreach (var path in desk.Routes.Select(PathOf).Append("/no/such/page").Append("/api/v1/nothing").Distinct())
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                {
                    using var answered = await clerk.Asks(method, path);
                    var headers = answered.Headers.Where(header => !NotOfSafety.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.Ordinal);
                    Assert.Equal(Expected, string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")));
                    var isKept = path.StartsWith("/assets/", StringComparison.Ordinal) && answered.IsSuccessStatusCode;
                    Assert.Equal(isKept ? "public, max-age=31536000, immutable" : "no-store", answered.Headers.CacheControl?.ToString());
                }
    }

    [Fact]
    public async Task Over_https_cookies_are_bound_to_the_host_and_http_is_not_asked_again()
    {
        await using var desk = await Desk.Opens("Production", settings: ("Admin:PublicUrl", "https://desk.example.lg.jp"));
        using var clerk = new Clerk(desk);
        using var answered = await clerk.Opens("/sign-in");
        Assert.Equal("max-age=31536000", Assert.Single(answered.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(clerk.Set, cookie => Assert.Matches("^__Host-concierge[a-z-]*=.*; path=/; secure; samesite=(lax|strict); httponly$", cookie));
        Assert.NotEmpty(clerk.Set);
    }

    [Fact]
    public async Task Every_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        await sato.Sends("/", "/sign-out");
        Assert.All(sato.Set, cookie => Assert.Matches("; path=/; samesite=(lax|strict); httponly$", cookie));
    }

    private static string PathOf(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
        segment.IsSimple && segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "9"));
}
