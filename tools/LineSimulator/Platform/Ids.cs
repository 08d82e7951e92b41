using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concierge.LineSimulator;

/// <summary>Ids and tokens in LINE's forms, the same for the same seed.</summary>
internal sealed class Ids(string seed, TimeProvider time)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly byte[] key = Encoding.UTF8.GetBytes(seed);
    private long messages = 500_000_000_000_000_000;
    private long counter;
    private long people;

    public string Bot => "U" + Hex("bot");

    public string Person() => "U" + Hex($"person:{Interlocked.Increment(ref people)}");

    public string Message() => Interlocked.Increment(ref messages).ToString(CultureInfo.InvariantCulture);

    public string ReplyToken() => Next("reply");

    public string QuoteToken() => Convert.ToBase64String(Hash(Numbered("quote"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public string ReadToken() => Next("read") + Next("read");

    public string AccessToken() => Next("access") + Next("access");

    public string RichMenu() => "richmenu-" + Next("richmenu");

    public string LinkToken() => Next("link");

    public Guid Request() => new(Hash(Numbered("request")).AsSpan(0, 16));

    /// <summary>A ULID: 48 bits of time, then 80 bits of chance, in Crockford's base 32.</summary>
    public string WebhookEvent()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        Hash(Numbered("event")).AsSpan(0, 10).CopyTo(bytes[6..]);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(26, value, static (text, left) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, left >>= 5) text[i] = Crockford[(int)(left & 31)];
        });
    }

    private string Next(string kind) => Hex(Numbered(kind));

    private string Numbered(string kind) => $"{kind}:{Interlocked.Increment(ref counter)}";

    private string Hex(string what) => Convert.ToHexStringLower(Hash(what).AsSpan(0, 16));

    private byte[] Hash(string what) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(what));
}
