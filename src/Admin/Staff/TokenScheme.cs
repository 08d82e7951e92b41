using System.Text.Encodings.Web;
using Concierge.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Concierge.Admin.Staff;

/// <summary><c>Authorization: Bearer kc_…</c>.</summary>
public sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "token";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(TokenCheck.Sent(Context) switch
    {
        null => AuthenticateResult.NoResult(),
        var token when check.Find(token) is { } actor => AuthenticateResult.Success(new AuthenticationTicket(actor.Principal(Name), Name)),
        _ => AuthenticateResult.Fail("unknown token"),
    });
}

/// <summary>Whose a token is: looked up at every call, so that a revoked one is dead at once.</summary>
public sealed class TokenCheck(Database database, TimeProvider time)
{
    private const string Bearer = "Bearer ";

    /// <summary>The token of a call; null when it has none.</summary>
    public static string? Sent(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    /// <summary>Null when it opens nothing.</summary>
    public Actor? Find(string token) => database.Reader.Read(unit => Tokens.Find(unit, token, time.GetUtcNow()) is { } found
        ? Actor.Of(found, found.StaffId is { } id ? unit.Db.Set<StaffEntry>().Find(id) : null)
        : null);

    /// <summary>For a call that goes on for hours: whether its token is as good as when it began.</summary>
    public bool StillHolds(HttpContext http) => Sent(http) is { } token && Find(token) is { } actor && actor == Actor.Of(http.User);
}
