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

    /// <summary>What is kept of the answer to a form: the token is not.</summary>
    private sealed record Kept(string Id, DateTimeOffset ExpiresAt);

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

    private static async Task<IResult> Create(IFormCollection form, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var wanted = new TokensApi.Wanted(form.Text("name"), form.Text("role"), form.Text("scope"), form.Number("days"));
        try
        {
            var (once, now) = (form[Once.Field].ToString(), time.GetUtcNow());
            var made = await database.Writer.Write(unit =>
            {
                var kept = Once.Do(unit, http, actor, wanted, now, () =>
                {
                    var entry = TokensApi.Make(unit, wanted, newId(), actor.Id, now, once).Entry;
                    return new Kept(entry.Id, entry.ExpiresAt);
                });
                return new TokensApi.Made(kept.Id, Tokens.Again(unit, kept.Id, once), kept.ExpiresAt);
            });
            return PageView.Of<TokenOncePage>(("Name", wanted.Name), ("Made", made));
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
