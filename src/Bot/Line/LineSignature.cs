using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Concierge.Bot.Line;

/// <summary>
/// Whether a webhook body comes from LINE: base64 of HMAC-SHA256 over the raw bytes, keyed by the channel secret.
/// Source: Messaging API reference, signature validation.
/// </summary>
public static class LineSignature
{
    public const string Header = "x-line-signature";

    private const int Length = 44;

    /// <summary>False unless there is exactly one header: two could mean that somebody slipped one in.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, StringValues headers, IReadOnlyList<string> secrets) =>
        headers.Count == 1 && IsValid(body, headers[0], secrets);

    /// <summary>True when one of the secrets signed exactly these bytes. Takes as long whichever secret it was.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets)
    {
        Span<byte> given = stackalloc byte[Length];
        if (header is not { Length: Length } || Encoding.ASCII.GetBytes(header, given) != Length) return false;

        var valid = false;
        for (var i = 0; i < secrets.Count; i++)
            valid |= Signed(body, secrets[i], given);
        return valid;
    }

    // We encode ours instead of decoding theirs: base64 has several spellings of the same bytes, and only one is LINE's.
    private static bool Signed(ReadOnlySpan<byte> body, string secret, ReadOnlySpan<byte> given)
    {
        if (string.IsNullOrWhiteSpace(secret)) return false;
        var size = Encoding.UTF8.GetByteCount(secret);
        Span<byte> key = size <= 256 ? stackalloc byte[size] : new byte[size];
        Encoding.UTF8.GetBytes(secret, key);

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> ours = stackalloc byte[Length];
        HMACSHA256.HashData(key, body, mac);
        Base64.EncodeToUtf8(mac, ours, out _, out _);
        CryptographicOperations.ZeroMemory(key);
        return CryptographicOperations.FixedTimeEquals(ours, given);
    }
}
