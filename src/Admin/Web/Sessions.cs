using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Concierge.Admin.Web;

/// <summary>
/// Who is signed in to the console. The cookie holds who it is, since when and their stamp; what they may do is read at every request, so that
/// whoever was shut out, or given another role, is out with the next click.
/// </summary>
public static class Sessions
{
    public const string Scheme = "session";

    /// <summary>The password was right, and a code or a password of one's own is still wanted. Opens nothing but that page.</summary>
    public const string HalfWay = "half-way";

    private const string Stamp = "stamp", Began = "began", Step = "step";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30), Longest = TimeSpan.FromHours(12), HalfWayTime = TimeSpan.FromMinutes(10), Steady = TimeSpan.FromMinutes(1);

    public static AuthenticationBuilder AddSessions(this AuthenticationBuilder builder, Site site) => builder
        .AddCookie(Scheme, cookie =>
        {
            cookie.Cookie = site.Cookie("concierge");
            cookie.ExpireTimeSpan = Idle;
            cookie.LoginPath = "/sign-in";
            cookie.Events.OnValidatePrincipal = Check;
            // Not only after half of the time, as is usual: otherwise some would be out after a quarter of an hour.
            cookie.Events.OnCheckSlidingExpiration = context => Task.FromResult(context.ShouldRenew = context.ElapsedTime > Steady && !IsByItself(context.Request));
            cookie.Events.OnRedirectToLogin = SendToSignIn;
            cookie.Events.OnRedirectToAccessDenied = Refuse;
        })
        .AddCookie(HalfWay, cookie =>
        {
            cookie.Cookie = site.Cookie("concierge-half-way");
            cookie.ExpireTimeSpan = HalfWayTime;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = Check;
        });

    /// <summary>Writes a new cookie; an older one of this browser is good for nothing any more.</summary>
    public static Task Begin(HttpContext http, StaffEntry staff) => http.SignInAsync(Scheme, Actor.Of(staff).Principal(Scheme), Told(staff, Now(http)));

    /// <param name="step">The page that is wanted next: the cookie opens this one and no other.</param>
    public static Task BeginHalfWay(HttpContext http, StaffEntry staff, string step)
    {
        var told = Told(staff, Now(http));
        told.Items[Step] = step;
        return http.SignInAsync(HalfWay, Actor.Of(staff).Principal(HalfWay), told);
    }

    /// <summary>What a cookie holds besides who it is.</summary>
    public static AuthenticationProperties Told(StaffEntry staff, DateTimeOffset now) => new(new Dictionary<string, string?>
    {
        [Stamp] = staff.SecurityStamp,
        [Began] = now.UtcTicks.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The account of whoever has come to this step; null when nobody has, or it took too long.</summary>
    public static async Task<StaffEntry?> HalfWayIn(HttpContext http, string step) =>
        await http.AuthenticateAsync(HalfWay) is { Principal: { } user, Properties: { } told } && told.Items.TryGetValue(Step, out var reached) && reached == step && Actor.Of(user) is { } actor
            ? Account(http, actor.Id)
            : null;

    /// <summary>For a call that goes on for long: whether the session is as good as when it began.</summary>
    public static bool StillHolds(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties is { } told && told.ExpiresUtc > now
            && Actor.Of(http.User) is { } actor && Account(http, actor.Id) is { Enabled: true } staff && IsGood(told, staff, now) && Actor.Of(staff) == actor;
    }

    /// <summary>What a page fetches to keep itself up to date is no click of anybody.</summary>
    private static bool IsByItself(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "empty";

    private static async Task Check(CookieValidatePrincipalContext context)
    {
        var now = Now(context.HttpContext);
        if (Actor.Of(context.Principal!) is { } actor && Account(context.HttpContext, actor.Id) is { Enabled: true } staff && IsGood(context.Properties, staff, now))
        {
            context.ReplacePrincipal(Actor.Of(staff).Principal(context.Scheme.Name));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private static bool IsGood(AuthenticationProperties told, StaffEntry staff, DateTimeOffset now) =>
        told.Items.TryGetValue(Stamp, out var stamp) && stamp == staff.SecurityStamp
        && told.Items.TryGetValue(Began, out var began) && long.TryParse(began, CultureInfo.InvariantCulture, out var ticks) && now.UtcTicks < ticks + Longest.Ticks;

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static StaffEntry? Account(HttpContext http, string id) =>
        http.RequestServices.GetRequiredService<Database>().Reader.Read(unit => unit.Db.Set<StaffEntry>().Find(id));

    /// <summary>A page is opened again afterwards; a form is not sent again unseen.</summary>
    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var back = HttpMethods.IsGet(context.Request.Method) && context.Request.Path != "/" ? QueryString.Create("back", context.Request.Path + context.Request.QueryString) : QueryString.Empty;
        context.Response.Redirect("/sign-in" + back);
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
