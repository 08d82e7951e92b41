using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.SignIn;

/// <summary>In three steps at most: password, code of the second factor, a password of one's own instead of the first one. And out again.</summary>
public static class SignInPages
{
    private const string Start = "/sign-in", Code = "/sign-in/code", First = "/sign-in/password";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous();
        open.MapGet(Start, Show);
        open.MapPost(Start, TakePassword);
        open.MapGet(Code, ShowCode);
        open.MapPost(Code, TakeCode);
        open.MapGet(First, ShowFirst);
        open.MapPost(First, TakeFirst);
        open.MapPost("/sign-out", Leave);
    }

    private static IResult Show(string? back, string? city, StaffOptions options) => View(options, back, null, city is null ? null : Words.Say("console_sign_in_unknown"));

    private static async Task<IResult> TakePassword(
        [FromForm] string? login, [FromForm] string? password, [FromForm] string? back, HttpContext http, Entrance entrance, StaffOptions options)
    {
        if (await entrance.ByPassword(login, password, http.Connection.RemoteIpAddress) is not { } staff) return View(options, back, login, Words.Say("console_sign_in_wrong"));
        return staff.TwoFactor ? await GoHalfWay(http, staff, Code, back) : await Go(http, entrance, staff, back);
    }

    private static async Task<IResult> ShowCode(string? back, HttpContext http) =>
        await Sessions.HalfWayIn(http, Code) is not null ? PageView.Of<CodePage>(("Back", back)) : TypedResults.Redirect(Start);

    private static async Task<IResult> TakeCode([FromForm] string? code, [FromForm] string? back, HttpContext http, Entrance entrance)
    {
        if (await Sessions.HalfWayIn(http, Code) is not { } staff) return TypedResults.Redirect(Start);
        return await entrance.ByCode(staff, code, http.Connection.RemoteIpAddress) is { } known
            ? await Go(http, entrance, known, back)
            : PageView.Of<CodePage>(StatusCodes.Status400BadRequest, ("Back", back), ("Wrong", Words.Say("console_code_wrong")));
    }

    private static async Task<IResult> ShowFirst(string? back, HttpContext http) =>
        await Sessions.HalfWayIn(http, First) is { } staff ? PageView.Of<FirstPasswordPage>(("Login", staff.Login), ("Back", back)) : TypedResults.Redirect(Start);

    private static async Task<IResult> TakeFirst([FromForm] string? password, [FromForm] string? again, [FromForm] string? back, HttpContext http, Entrance entrance, OwnAccount own)
    {
        if (await Sessions.HalfWayIn(http, First) is not { } staff) return TypedResults.Redirect(Start);
        try
        {
            return await Go(http, entrance, await own.SetPassword(staff, password, again), back);
        }
        catch (Problem refused)
        {
            return PageView.Of<FirstPasswordPage>(refused.Status, ("Login", staff.Login), ("Back", back), ("Wrong", refused.Message));
        }
    }

    /// <summary>Ends every session of this person: a cookie that was copied is good for nothing any more.</summary>
    private static async Task<RedirectHttpResult> Leave(HttpContext http, OwnAccount own)
    {
        if (Actor.Of(http.User) is { } actor) await own.EndSessions(actor.Id);
        await http.SignOutAsync(Sessions.Scheme);
        await http.SignOutAsync(Sessions.HalfWay);
        // What was half written at this browser goes too.
        http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return TypedResults.Redirect(Start);
    }

    private static async Task<IResult> Go(HttpContext http, Entrance entrance, StaffEntry staff, string? back)
    {
        if (staff.MustChangePassword) return await GoHalfWay(http, staff, First, back);
        await entrance.Welcome(staff, http.Connection.RemoteIpAddress);
        await http.SignOutAsync(Sessions.HalfWay);
        await Sessions.Begin(http, staff);
        return TypedResults.Redirect(RedirectHttpResult.IsLocalUrl(back) ? back! : "/");
    }

    private static async Task<IResult> GoHalfWay(HttpContext http, StaffEntry staff, string next, string? back)
    {
        await Sessions.BeginHalfWay(http, staff, next);
        return TypedResults.Redirect(next + (back is { Length: > 0 } ? QueryString.Create("back", back) : QueryString.Empty));
    }

    private static RazorComponentResult<SignInPage> View(StaffOptions options, string? back, string? login, string? wrong) => PageView.Of<SignInPage>(
        wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        ("Back", back), ("Login", login), ("Wrong", wrong), ("HasProvider", options.Oidc.Authority is not null));
}
