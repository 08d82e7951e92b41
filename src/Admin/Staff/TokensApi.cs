using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Staff;

/// <summary>Bearer tokens for programs: who may use the API, as what, and until when.</summary>
public static class TokensApi
{
    public const int LongestName = 100, MostDays = 366;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tokens", List).Needs(Right.RunAccounts).WithSummary("Tokens, the newest first");
        api.MapPost("/tokens", Create).Needs(Right.RunAccounts).WithSummary("Make a token; it is shown in this answer and never again");
        api.MapDelete("/tokens/{id}", Revoke).Needs(Right.RunAccounts).WithSummary("Revoke a token at once");
    }

    /// <param name="State">live, expired or revoked.</param>
    public sealed record Shown(string Id, string Name, string Role, string? Scope, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string State);

    /// <param name="Role">desk, secretariat, partner, research, auditor or administrator.</param>
    /// <param name="Scope">Of a partner: its area.</param>
    /// <param name="Days">For how long, 1 to 366.</param>
    public sealed record Wanted(string? Name, string? Role, string? Scope, int? Days);

    public sealed record Made(string Id, string Token, DateTimeOffset ExpiresAt);

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public static (TokenEntry Entry, string Token) Make(Unit unit, Wanted wanted, string id, string actor, DateTimeOffset now, string? once = null)
    {
        if (wanted.Name is not { Length: > 0 and <= LongestName } name) throw Problem.Invalid("name", Words.Say("problem_name", ("max", LongestName)));
        if (Rights.Named(wanted.Role) is not { } role) throw Problem.Invalid("role", Words.Say("problem_role", ("roles", string.Join("、", Enum.GetValues<Role>().Select(Rights.Name)))));
        if (wanted.Days is not (>= 1 and <= MostDays)) throw Problem.Invalid("days", Words.Say("problem_days", ("max", MostDays)));
        if (role == Role.Partner && string.IsNullOrWhiteSpace(wanted.Scope)) throw Problem.Missing("scope");
        AuditTrail.Append(unit, now, actor, "create", "token/" + id);
        return Tokens.Create(unit, id, name, role, role == Role.Partner ? wanted.Scope : null, null, now, now.AddDays(wanted.Days.Value), once);
    }

    internal static Listed<Shown> List(Paging paging, Database database, TimeProvider time)
    {
        const string newest = "-createdAt";
        var after = paging.After<Last>(newest);
        var now = time.GetUtcNow();
        return database.Reader.Read(unit => paging.Part(
            newest,
            [.. unit.Db.Set<TokenEntry>().AsNoTracking()
                .Where(t => after == null || t.CreatedAt < after.At || (t.CreatedAt == after.At && t.Id.CompareTo(after.Id) < 0))
                .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(paging.Limit + 1)],
            token => Show(token, now),
            token => new Last(token.CreatedAt, token.Id)));
    }

    internal static async Task<Created<Made>> Create(Wanted wanted, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var (entry, token) = await database.Writer.Write(unit => Make(unit, wanted, newId(), actor.Id, time.GetUtcNow()));
        return TypedResults.Created($"/api/v1/tokens/{entry.Id}", new Made(entry.Id, token, entry.ExpiresAt));
    }

    internal static async Task<NoContent> Revoke(string id, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Write(unit =>
        {
            if (!Tokens.Revoke(unit, id, time.GetUtcNow())) throw Problem.NotFound();
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "revoke", "token/" + id);
        });
        return TypedResults.NoContent();
    }

    private static Shown Show(TokenEntry token, DateTimeOffset now) => new(
        token.Id, token.Name, token.Role.Name(), token.Scope, token.CreatedAt, token.ExpiresAt,
        token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= now ? "expired" : "live");
}
