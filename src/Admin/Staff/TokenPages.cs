using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Staff;

/// <summary>Keys for programs, for the administrator. A key is shown once, and stops at once.</summary>
public static class TokenPages
{
    private const string Path = "/tokens";
    private const int UsualDays = 90;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.RunAccounts);
        routes.MapGet("/tokens/new", ShowNew).Needs(Right.RunAccounts);
        routes.MapPost(Path, Create).Needs(Right.RunAccounts);
        routes.MapPost("/tokens/{id}/revocation", Revoke).Needs(Right.RunAccounts);
    }

    private static IResult List(string? did, Paging paging, Database database, TimeProvider time) => PageView.Of<TokenListPage>(
        ("All", TokensApi.List(paging, database, time)), ("IsFirst", paging.Cursor is null), ("Done", did == "revoked" ? Words.Say("console_token_revoked") : null));

    private static IResult ShowNew() => PageView.Of<NewTokenPage>(("Wanted", new TokensApi.Wanted(null, null, null, UsualDays)));

    private static async Task<IResult> Create(IFormCollection form, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var wanted = new TokensApi.Wanted(form.Text("name"), form.Text("role"), form.Text("scope"), form.Number("days"));
        try
        {
            var made = await TokensApi.Create(wanted, actor, database, newId, time);
            return PageView.Of<TokenOncePage>(("Name", wanted.Name), ("Made", made.Value));
        }
        catch (Problem refused)
        {
            return PageView.Of<NewTokenPage>(refused.Status, ("Wanted", wanted), ("Wrong", refused.Said()));
        }
    }

    private static async Task<IResult> Revoke(string id, Actor actor, Database database, TimeProvider time)
    {
        await TokensApi.Revoke(id, actor, database, time);
        return TypedResults.Redirect(Path + "?did=revoked");
    }
}
