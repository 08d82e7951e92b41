using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class LoginTests : Town
{
    [Fact]
    public async Task An_ID_token_says_who_and_for_whom()
    {
        var claims = (await Verify(Hanako.IdToken(nonce: "n"), nonce: "n")).Json;
        Assert.Equal(Hanako.Id, (string?)claims["sub"]);
        Assert.Equal("https://access.line.me", (string?)claims["iss"]);
        Assert.Equal("1234567891", (string?)claims["aud"]);
    }

    [Fact]
    public async Task An_ID_token_can_be_checked_with_the_published_key()
    {
        var key = (await Get("/oauth2/v2.1/certs")).Json["keys"]![0]!;
        using var public256 = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars((string)key["x"]!), Y = Base64Url.DecodeFromChars((string)key["y"]!) },
        });
        var token = Hanako.IdToken();
        var parts = token.Split('.');
        Assert.True(public256.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task An_ID_token_expires_after_an_hour()
    {
        var token = Hanako.IdToken();
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("IdToken expired.", (string?)(await Verify(token)).Json["error_description"]);
    }

    [Fact]
    public async Task A_token_for_others_or_of_others_is_refused()
    {
        Assert.Equal("Invalid IdToken Audience.", Why(await Verify(Hanako.IdToken(audience: "9"))));
        Assert.Equal("Invalid IdToken Nonce.", Why(await Verify(Hanako.IdToken(nonce: "mine"), nonce: "yours")));
        Assert.Equal("Invalid IdToken.", Why(await Verify(Hanako.IdToken()[..^8] + "AAAAAAAA")));
        Assert.Equal(HttpStatusCode.BadRequest, (await Verify("nonsense")).Status);

        static string? Why(ApiAnswer answer) => (string?)answer.Json["error_description"];
    }

    private Task<ApiAnswer> Verify(string token, string? nonce = null) => Call(HttpMethod.Post, "/oauth2/v2.1/verify", new FormUrlEncodedContent(
        new Dictionary<string, string?> { ["id_token"] = token, ["client_id"] = "1234567891", ["nonce"] = nonce }.Where(field => field.Value is not null)!), token: null);
}
