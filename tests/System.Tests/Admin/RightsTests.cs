using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Every route of the API and every page with every role, from the routing table itself: a route that nobody thought of is found here.</summary>
public sealed class RightsTests
{
    [Fact]
    public async Task Every_route_says_what_it_needs_and_the_open_ones_are_known()
    {
        await using var desk = await Desk.Opens("Production");
        var open = desk.Routes.Where(route => route.Metadata.GetMetadata<Needed>() is null).Select(Name).ToArray();
        Assert.Equal(Open, open.Order(StringComparer.Ordinal));
        Assert.All(desk.Routes.Where(route => route.Metadata.GetMetadata<Needed>() is not null), route => Assert.Null(route.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Fact]
    public async Task Nobody_gets_anything_without_a_token_or_with_a_strange_one()
    {
        await using var desk = await Desk.Opens("Production");
        foreach (var (method, path) in desk.Routes.Where(IsGuarded).SelectMany(Calls).Where(IsForPrograms))
            foreach (var token in new[] { null, "kc_0000", "Bearer", "kc_" + new string('a', 64) })
            {
                var answered = await desk.Sends(method, path, token, method == HttpMethod.Get ? null : "{}");
                Assert.True(answered.Status == 401, $"{method} {path} answered {answered.Status} to {token ?? "nobody"}");
                Assert.Equal("application/problem+json", answered.Type);
            }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_entrance_from_every_page_also_with_a_token()
    {
        await using var desk = await Desk.Opens("Production");
        using var nobody = new Clerk(desk);
        nobody.Carries("Authorization", "Bearer " + await desk.Token(Role.Administrator));
        foreach (var (method, path) in desk.Routes.Where(IsGuarded).SelectMany(Calls).Where(call => !IsForPrograms(call)))
        {
            var answered = await nobody.Asks(method, path);
            Assert.True((int)answered.StatusCode == 302 && answered.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal), $"{method} {path} answered {answered.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Desk)]
    [InlineData(Role.Secretariat)]
    [InlineData(Role.Partner)]
    [InlineData(Role.Research)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task A_role_gets_what_its_rights_say_and_403_for_everything_else(Role role)
    {
        await using var desk = await Desk.Opens("Production");
        var token = await desk.Token(role, role == Role.Partner ? "柏の葉" : null);
        foreach (var route in desk.Routes.Where(IsGuarded))
            foreach (var (method, path) in Calls(route).Where(IsForPrograms))
            {
                var may = route.Metadata.GetMetadata<Needed>()!.By(role);
                var answered = await desk.Sends(method, path, token, method == HttpMethod.Get ? null : "{}");
                Assert.True(may == answered.Status is not 401 and not 403, $"{method} {path} answered {answered.Status} to {role.Name()}");
                // Nothing of that id exists: a call that may be made says so, or what is wrong with it.
                Assert.True(answered.Status < 500, $"{method} {path} answered {answered.Status}: {answered.Raw}");
            }
    }

    [Theory]
    [InlineData(Role.Desk)]
    [InlineData(Role.Secretariat)]
    [InlineData(Role.Partner)]
    [InlineData(Role.Research)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task A_role_sees_the_pages_of_its_rights_and_a_kind_no_for_every_other(Role role)
    {
        await using var desk = await Desk.Opens("Production");
        await desk.Hires("sato", "佐藤", role, role == Role.Partner ? "柏の葉" : null);
        using var sato = await Clerk.SignsIn(desk, "sato");
        foreach (var route in desk.Routes.Where(IsGuarded))
            foreach (var (method, path) in Calls(route).Where(call => !IsForPrograms(call)))
            {
                var may = route.Metadata.GetMetadata<Needed>()!.By(role);
                // Without the secret of a form: nothing is done, but whoever may not is told so first.
                var answered = await sato.Asks(method, path);
                Assert.True(may == answered.StatusCode is not System.Net.HttpStatusCode.Forbidden, $"{method} {path} answered {answered.StatusCode} to {role.Name()}");
                Assert.True((int)answered.StatusCode is < 500 and not 401, $"{method} {path} answered {answered.StatusCode}");
                if (!may) Assert.Contains("この画面は開けません", await Clerk.Text(answered), StringComparison.Ordinal);
            }
    }

    /// <summary>What anybody may call.</summary>
    private static readonly string[] Open =
    [
        $"GET {Asset.Styles.Address}", $"GET {Asset.Folds.Address}", $"GET {Asset.Icon.Address}", $"GET {Asset.Live.Address}", "GET /favicon.ico", "GET /health/live", "GET /openapi/{documentName}.json", "GET /reference", "GET /sign-in", "GET /sign-in/code", "GET /sign-in/password",
        "POST /sign-in", "POST /sign-in/code", "POST /sign-in/password", "POST /sign-out",
    ];

    private static bool IsForPrograms((HttpMethod Method, string Path) call) => call.Path.StartsWith("/api/", StringComparison.Ordinal);

    private static bool IsGuarded(RouteEndpoint route) => route.Metadata.GetMetadata<Needed>() is not null;

    private static string Name(RouteEndpoint route) => $"{string.Join(",", Methods(route))} {route.RoutePattern.RawText}";

    private static IEnumerable<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>Ids that nothing has.</summary>
    private static IEnumerable<(HttpMethod Method, string Path)> Calls(RouteEndpoint route) =>
        Methods(route).Select(method => (new HttpMethod(method), "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => segment.IsSimple && segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "9"))));
}
