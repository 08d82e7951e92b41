using Concierge.Core.Staff;
using Microsoft.AspNetCore.Authorization;

namespace Concierge.Admin.Staff;

/// <summary>Says of a route which right it needs. A route that says nothing is closed to everybody.</summary>
public static class Needing
{
    public static T Needs<T>(this T route, Right right)
        where T : IEndpointConventionBuilder =>
        route.RequireAuthorization(policy => policy.RequireAssertion(context => Actor.Of(context.User)?.Role.Has(right) == true)).WithMetadata(new Needed(right));

    /// <summary>For what everybody has who is signed in, such as their own password.</summary>
    public static T NeedsSignIn<T>(this T route)
        where T : IEndpointConventionBuilder =>
        route.RequireAuthorization(policy => policy.RequireAssertion(context => Actor.Of(context.User) is not null)).WithMetadata(new Needed(null));

    /// <summary>What is no route answers by itself that the method or the kind of body is wrong.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services) => services.AddAuthorization(options => options.FallbackPolicy =
        new AuthorizationPolicyBuilder().RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build());
}

/// <summary>What a route needs, for the tests of every route with every role.</summary>
/// <param name="Right">Null where it is enough to be signed in.</param>
public sealed record Needed(Right? Right)
{
    public bool By(Role role) => Right is not { } right || role.Has(right);
}
