using Concierge.Admin.SignIn;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Staff;

/// <summary>Accounts of colleagues, for the administrator.</summary>
public static class AccountPages
{
    private const string Path = "/accounts";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.RunAccounts);
        routes.MapGet("/accounts/new", ShowNew).Needs(Right.RunAccounts);
        routes.MapPost(Path, Create).Needs(Right.RunAccounts);
        routes.MapGet("/accounts/{id}", Show).Needs(Right.RunAccounts);
        routes.MapPost("/accounts/{id}", Change).Needs(Right.RunAccounts);
        routes.MapPost("/accounts/{id}/password", ResetPassword).Needs(Right.RunAccounts);
        routes.MapPost("/accounts/{id}/second-factor", ResetTwoFactor).Needs(Right.RunAccounts);
    }

    private static IResult List(Database database, TimeProvider time) => PageView.Of<AccountListPage>(
        ("All", database.Reader.Read(unit => unit.Db.Set<StaffEntry>().AsNoTracking().OrderByDescending(s => s.Enabled).ThenBy(s => s.Login).ToList())), ("Now", time.GetUtcNow()));

    private static IResult ShowNew() => PageView.Of<NewAccountPage>();

    private static async Task<IResult> Create([FromForm] string? login, [FromForm] string? name, [FromForm] string? role, [FromForm] string? scope, Actor actor, Accounts accounts)
    {
        var wanted = new Accounts.Wanted(name, role, scope);
        try
        {
            var (staff, password) = await accounts.Create(actor.Id, login, wanted);
            return PageView.Of<OneTimePage>(("Staff", staff), ("Password", password));
        }
        catch (Problem refused)
        {
            return PageView.Of<NewAccountPage>(refused.Status, ("Login", login), ("Wanted", wanted), ("Wrong", refused.Message));
        }
    }

    private static IResult Show(string id, bool? done, Actor actor, Accounts accounts) => View(accounts.Of(id), actor, done == true ? Words.Say("console_account_done") : null, null);

    private static async Task<IResult> Change(
        string id, [FromForm] int revision, [FromForm] string? name, [FromForm] string? role, [FromForm] string? scope, [FromForm] string? enabled, Actor actor, Accounts accounts)
    {
        try
        {
            await accounts.Change(actor, id, revision, new Accounts.Wanted(name, role, scope, enabled is not null));
            return TypedResults.Redirect($"{Path}/{id}?done=true");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return View(accounts.Of(id), actor, null, refused);
        }
    }

    private static async Task<IResult> ResetPassword(string id, [FromForm] int revision, Actor actor, Accounts accounts)
    {
        var password = await accounts.ResetPassword(actor.Id, id, revision);
        return PageView.Of<OneTimePage>(("Staff", accounts.Of(id)), ("Password", password));
    }

    private static async Task<IResult> ResetTwoFactor(string id, [FromForm] int revision, Actor actor, Accounts accounts)
    {
        await accounts.ResetTwoFactor(actor.Id, id, revision);
        return TypedResults.Redirect($"{Path}/{id}?done=true");
    }

    private static IResult View(StaffEntry staff, Actor actor, string? done, Problem? refused) => PageView.Of<AccountPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Staff", staff), ("IsOwn", staff.Id == actor.Id), ("Done", done), ("Wrong", refused?.Message));
}
