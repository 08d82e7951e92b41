using System.Security.Claims;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.SignIn;

/// <summary>Sign-in with the city's identity provider (OpenID Connect). It says who somebody is; who may enter stands in the accounts here.</summary>
public static class CityProvider
{
    private const string Scheme = "city", Start = "/sign-in/city", Refused = "/sign-in?city=no";

    public static AuthenticationBuilder AddCityProvider(this AuthenticationBuilder builder, OidcOptions options, Site site) => options.Authority is not { } authority ? builder : builder.AddOpenIdConnect(Scheme, oidc =>
    {
        (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (authority, options.ClientId, options.ClientSecret);
        (oidc.SignInScheme, oidc.CallbackPath, oidc.SignedOutCallbackPath, oidc.RemoteSignOutPath) = (Sessions.Scheme, "/sign-in/city/back", "/sign-in/city/out", "/sign-in/city/end");
        // By redirect and not by a form: cookies of ours are not sent with forms of other sites.
        (oidc.ResponseType, oidc.ResponseMode, oidc.MapInboundClaims) = ("code", "query", false);
        oidc.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
        (oidc.CorrelationCookie, oidc.NonceCookie) = (site.Cookie("concierge-city-way"), site.Cookie("concierge-city-nonce"));
        oidc.Events.OnTokenValidated = context => Take(context, options);
        oidc.Events.OnRemoteFailure = SendBack;
    });

    public static void Map(IEndpointRouteBuilder routes, OidcOptions options)
    {
        if (options.Authority is not null) routes.MapGet(Start, Go).AllowAnonymous();
    }

    private static ChallengeHttpResult Go(string? back) =>
        TypedResults.Challenge(new AuthenticationProperties { RedirectUri = RedirectHttpResult.IsLocalUrl(back) ? back : "/" }, [Scheme]);

    private static async Task Take(TokenValidatedContext context, OidcOptions options)
    {
        var services = context.HttpContext.RequestServices;
        if (await Account(context.Principal!, options, services) is not { } staff)
        {
            context.Fail("There is no open account for this person, or no role.");
            return;
        }
        await services.GetRequiredService<Entrance>().Welcome(staff, context.HttpContext.Connection.RemoteIpAddress);
        context.Principal = Actor.Of(staff).Principal(Sessions.Scheme);
        foreach (var (key, value) in Sessions.Told(staff, services.GetRequiredService<TimeProvider>().GetUtcNow()).Items) context.Properties!.Items[key] = value;
    }

    /// <summary>Where the provider says what somebody is, the account follows it.</summary>
    private static async Task<StaffEntry?> Account(ClaimsPrincipal user, OidcOptions options, IServiceProvider services)
    {
        var login = Entrance.LoginOf(user.FindFirstValue(options.LoginClaim));
        var staff = services.GetRequiredService<Database>().Reader.Read(unit => unit.Db.Set<StaffEntry>().AsNoTracking().SingleOrDefault(s => s.Login == login && s.Enabled));
        if (staff is null || options.RoleClaim is null) return staff;
        if (RoleOf(user, options) is not { } role) return null;
        if (staff.Role == role) return staff;
        var stamp = services.GetRequiredService<NewId>()();
        return await services.GetRequiredService<AccountChanges>().Make("provider", staff.Id, null, "change", (_, known) => (known.Role, known.SecurityStamp) = (role, stamp));
    }

    private static Role? RoleOf(ClaimsPrincipal user, OidcOptions options)
    {
        var told = user.FindAll(options.RoleClaim!).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return options.Roles.Where(one => told.Contains(one.Value)).Select(one => Rights.Named(one.Key)).FirstOrDefault();
    }

    private static Task SendBack(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(Refused);
        return Task.CompletedTask;
    }
}
