using Concierge.Admin.SignIn;
using Concierge.Admin.Web;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Staff;

/// <summary>One's own password and second factor.</summary>
public static class OwnAccountPages
{
    private const string Own = "/me", Device = "/me/second-factor";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Own, Show).NeedsSignIn();
        routes.MapPost("/me/password", ChangePassword).NeedsSignIn();
        routes.MapGet(Device, ShowDevice).NeedsSignIn();
        routes.MapPost(Device, BeginDevice).NeedsSignIn();
        routes.MapPost("/me/second-factor/code", ConfirmDevice).NeedsSignIn();
        routes.MapPost("/me/second-factor/removal", RemoveDevice).NeedsSignIn();
    }

    private static IResult Show(string? done, Actor actor, OwnAccount own) =>
        PageView.Of<OwnAccountPage>(("Staff", own.Of(actor.Id)), ("Done", done is "password" or "on" or "off" ? Words.Say("console_me_done_" + done) : null));

    private static Task<IResult> ChangePassword([FromForm] string? old, [FromForm] string? password, [FromForm] string? again, HttpContext http, Actor actor, OwnAccount own) =>
        Renew(http, actor, own, () => own.ChangePassword(actor.Id, old, password, again, http.Connection.RemoteIpAddress), "password");

    private static IResult ShowDevice(Actor actor, OwnAccount own, Database database) => DeviceOf(own.Of(actor.Id), database, null);

    private static async Task<IResult> BeginDevice(Actor actor, OwnAccount own)
    {
        await own.BeginTwoFactor(actor.Id);
        return TypedResults.Redirect(Device);
    }

    private static async Task<IResult> ConfirmDevice([FromForm] string? code, HttpContext http, Actor actor, OwnAccount own, Database database)
    {
        try
        {
            await Sessions.Begin(http, await own.ConfirmTwoFactor(actor.Id, code));
            return TypedResults.Redirect(Own + "?done=on");
        }
        catch (Problem refused)
        {
            return DeviceOf(own.Of(actor.Id), database, refused);
        }
    }

    private static Task<IResult> RemoveDevice([FromForm(Name = "password-now")] string? old, HttpContext http, Actor actor, OwnAccount own) =>
        Renew(http, actor, own, () => own.RemoveTwoFactor(actor.Id, old, http.Connection.RemoteIpAddress), "off");

    /// <summary>The change ended every session of this person; the one that made it goes on.</summary>
    private static async Task<IResult> Renew(HttpContext http, Actor actor, OwnAccount own, Func<Task<StaffEntry>> change, string done)
    {
        try
        {
            await Sessions.Begin(http, await change());
            return TypedResults.Redirect($"{Own}?done={done}");
        }
        catch (Problem refused)
        {
            return PageView.Of<OwnAccountPage>(refused.Status, ("Staff", own.Of(actor.Id)), ("Wrong", refused.Message));
        }
    }

    private static IResult DeviceOf(StaffEntry staff, Database database, Problem? refused) => !staff.TwoFactor && Authenticator.Of(staff, database.Vault) is { } device
        ? PageView.Of<DevicePage>(refused?.Status ?? StatusCodes.Status200OK, ("Login", staff.Login), ("Device", device), ("Wrong", refused?.Message))
        : TypedResults.Redirect(Own);
}
