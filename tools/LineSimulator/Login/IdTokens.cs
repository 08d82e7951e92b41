using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>LINE Login's ID tokens as LIFF and native apps get them: JWTs signed with ES256.</summary>
internal sealed class IdTokens(SimulatorOptions options, TimeProvider time) : IDisposable
{
    public const string Issuer = "https://access.line.me";
    private const string KeyId = "simulator-es256";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Issue(Person person, string? nonce, string? audience = null)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var signed = Part(new { typ = "JWT", alg = "ES256", kid = KeyId }) + "." + Part(new
        {
            iss = Issuer, sub = person.Id, aud = audience ?? options.LoginChannelId, exp = now + (long)Life.TotalSeconds, iat = now,
            nonce, amr = (string[])["linesso"], name = person.Name,
        });
        return signed + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    /// <summary>The claims of a token that was signed here; null for any other.</summary>
    public JsonElement? Claims(string token)
    {
        if (token.Split('.') is not [var head, var claims, var signature]) return null;
        try
        {
            return key.VerifyData(Encoding.ASCII.GetBytes($"{head}.{claims}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256)
                ? JsonElement.Parse(Base64Url.DecodeFromChars(claims)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The public key, as a set of JSON web keys.</summary>
    public object Keys()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            keys = new[] { new { kty = "EC", alg = "ES256", use = "sig", kid = KeyId, crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) } },
        };
    }

    public void Dispose() => key.Dispose();

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        value, new JsonSerializerOptions(LineJson.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull }));
}
