using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Every route of the API with every role, from the routing table itself: a route that nobody thought of is found here.</summary>
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
        foreach (var (method, path) in desk.Routes.Where(IsGuarded).SelectMany(Calls))
            foreach (var token in new[] { null, "kc_0000", "Bearer", "kc_" + new string('a', 64) })
            {
                var answered = await desk.Sends(method, path, token, method == HttpMethod.Get ? null : "{}");
                Assert.True(answered.Status == 401, $"{method} {path} answered {answered.Status} to {token ?? "nobody"}");
                Assert.Equal("application/problem+json", answered.Type);
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
            foreach (var (method, path) in Calls(route))
            {
                var may = role.Has(route.Metadata.GetMetadata<Needed>()!.Right);
                var answered = await desk.Sends(method, path, token, method == HttpMethod.Get ? null : "{}");
                Assert.True(may == answered.Status is not 401 and not 403, $"{method} {path} answered {answered.Status} to {role.Name()}");
                // Nothing of that id exists: a call that may be made says so, or what is wrong with it.
                Assert.True(answered.Status < 500, $"{method} {path} answered {answered.Status}: {answered.Raw}");
            }
    }

    /// <summary>What anybody may call.</summary>
    private static readonly string[] Open = ["GET /health/live", "GET /openapi/{documentName}.json"];

    private static bool IsGuarded(RouteEndpoint route) => route.Metadata.GetMetadata<Needed>() is not null;

    private static string Name(RouteEndpoint route) => $"{string.Join(",", Methods(route))} {route.RoutePattern.RawText}";

    private static IEnumerable<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>Ids that nothing has.</summary>
    private static IEnumerable<(HttpMethod Method, string Path)> Calls(RouteEndpoint route) =>
        Methods(route).Select(method => (new HttpMethod(method), "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => segment.IsSimple && segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "9"))));
}
