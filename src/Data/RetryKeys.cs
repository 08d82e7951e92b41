using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concierge.Data;

/// <summary>Retry keys for LINE (<c>X-Line-Retry-Key</c>).</summary>
public static class RetryKeys
{
    /// <summary>A key is good for 24 hours; after that the same key sends again, so nothing is tried any more that was first tried so long ago.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(23);

    private const string Domain = "kashiwa-concierge outbox";

    /// <summary>
    /// The key of the message that <paramref name="eventId"/> caused in this <paramref name="place"/> of its turn. The
    /// same every time: a turn taken again must not be able to say the same thing twice.
    /// </summary>
    /// <returns>A UUID of version 8 (RFC 9562: made by a rule of our own) out of SHA-256.</returns>
    public static Guid From(string eventId, int place)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Domain}\n{eventId}\n{place}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
