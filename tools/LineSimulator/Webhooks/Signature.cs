using System.Security.Cryptography;
using System.Text;

namespace Concierge.LineSimulator;

/// <summary>x-line-signature: Base64 of HMAC-SHA256 over the raw body with the channel secret.</summary>
public static class Signature
{
    /// <summary>The header's value for these bytes.</summary>
    public static string Of(string channelSecret, ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), body));
}
