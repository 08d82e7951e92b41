using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>
/// Seals what a button means into a token that tells its bearer nothing and cannot be changed. The same tap makes the
/// same token: a turn taken again, or a message tried again, has identical bytes (LINE's retry key demands it).
/// </summary>
/// <remarks>
/// AES-256-GCM; the nonce is an HMAC of the content under a second key, so a nonce is used twice only for the same
/// content. Both keys come from the one handed in. Safe for many threads.
/// </remarks>
public sealed class TapTokens
{
    /// <summary>In characters: LINE's limit for postback data.</summary>
    public const int MaxLength = 300;

    private const char Between = '\u001f';
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int MaxContent = MaxLength / 4 * 3 - Nonce - Tag;

    // One native cipher, made once: making it costs more than a token. It is not for two threads at a time.
    private readonly AesGcm _cipher;
    private readonly byte[] _naming;

    /// <param name="key">32 random bytes, kept outside the database.</param>
    public TapTokens(ReadOnlySpan<byte> key)
    {
        if (key.Length != 32) throw new ArgumentException($"The key for buttons has {key.Length} bytes; it must have 32.", nameof(key));
        _cipher = new AesGcm(Derive(key, "tap sealing 1"u8), Tag);
        _naming = Derive(key, "tap nonce 1"u8);
    }

    /// <exception cref="ArgumentException">The tap's ids are too long for a button of LINE (about 190 bytes together).</exception>
    public string Seal(Tap tap)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{tap.Revision}{Between}{tap.Session}{Between}{tap.Step}{Between}{tap.Act.Write()}"));
        if (content.Length > MaxContent)
            throw new ArgumentException($"A button's meaning has {content.Length} bytes; at most {MaxContent} fit.", nameof(tap));

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_naming, content, mac);
        Span<byte> token = stackalloc byte[Nonce + content.Length + Tag];
        mac[..Nonce].CopyTo(token);
        lock (_cipher) _cipher.Encrypt(token[..Nonce], content, token[Nonce..^Tag], token[^Tag..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Null when it is not ours, was made with another key, or was changed. Never throws.</summary>
    public Tap? Open(string? token)
    {
        if (token is null or { Length: 0 or > MaxLength }) return null;
        Span<byte> bytes = stackalloc byte[MaxLength];
        var status = Base64Url.DecodeFromChars(token, bytes, out _, out var count);
        if (status != OperationStatus.Done || count <= Nonce + Tag) return null;

        bytes = bytes[..count];
        // Base64 has several spellings of the same bytes; only ours is ours.
        if (Base64Url.EncodeToString(bytes) != token) return null;
        return Decrypt(bytes) is { } content ? Parse(content) : null;
    }

    private string? Decrypt(ReadOnlySpan<byte> token)
    {
        Span<byte> content = stackalloc byte[token.Length - Nonce - Tag];
        try
        {
            lock (_cipher) _cipher.Decrypt(token[..Nonce], token[Nonce..^Tag], token[^Tag..], content);
            return Encoding.UTF8.GetString(content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Tap? Parse(string content) =>
        content.Split(Between, 4) is [var revision, var session, var step, var act]
        && int.TryParse(revision, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Act.Parse(act) is { } parsed
            ? new Tap(session, step, number, parsed)
            : null;

    private static byte[] Derive(ReadOnlySpan<byte> key, ReadOnlySpan<byte> purpose)
    {
        var derived = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, [], purpose);
        return derived;
    }
}
