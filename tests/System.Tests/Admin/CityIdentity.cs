using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Concierge.SystemTests.Admin;

/// <summary>An identity provider of a city: whoever comes is <see cref="Claims"/>, without a word.</summary>
public sealed class CityIdentity : IAsyncDisposable
{
    public const string Client = "concierge", Secret = "a secret of two";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "1" };
    private string? _nonce;

    private CityIdentity()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => new { issuer = Url, authorization_endpoint = Url + "/authorize", token_endpoint = Url + "/token", jwks_uri = Url + "/keys" });
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", (Delegate)Token);
    }

    public Dictionary<string, object> Claims { get; } = [];

    public string Url => _app.Urls.First();

    public (string, string?)[] Settings =>
        [("Staff:Oidc:Authority", Url), ("Staff:Oidc:ClientId", Client), ("Staff:Oidc:ClientSecret", Secret)];

    public static async Task<CityIdentity> Opens()
    {
        var city = new CityIdentity();
        await city._app.StartAsync();
        return city;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
        return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig", alg = "RS256" } } });
    }

    private IResult Authorize(HttpContext http)
    {
        _nonce = http.Request.Query["nonce"];
        return Results.Redirect($"{http.Request.Query["redirect_uri"]}?code=1&state={Uri.EscapeDataString(http.Request.Query["state"]!)}");
    }

    private async Task<IResult> Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_secret"] != Secret || form["code_verifier"].Count == 0) return Results.BadRequest();
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = true }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Url,
            Audience = Client,
            Claims = new Dictionary<string, object>(Claims) { ["sub"] = "1", ["nonce"] = _nonce! },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "1", token_type = "Bearer", id_token = token });
    }
}
