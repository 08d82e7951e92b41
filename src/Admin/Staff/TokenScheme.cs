using System.Text.Encodings.Web;
using Concierge.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Concierge.Admin.Staff;

/// <summary><c>Authorization: Bearer kc_…</c>. Looked up at every call, so that a revoked token is dead at once.</summary>
public sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Database database, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "token";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        var actor = database.Reader.Read(unit => Tokens.Find(unit, header[Bearer.Length..].Trim(), time.GetUtcNow()) is { } token
            ? Actor.Of(token, token.StaffId is { } id ? unit.Db.Set<StaffEntry>().Find(id) : null)
            : null);
        return Task.FromResult(actor is null
            ? AuthenticateResult.Fail("unknown token")
            : AuthenticateResult.Success(new AuthenticationTicket(actor.Principal(Name), Name)));
    }
}
