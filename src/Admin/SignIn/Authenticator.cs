using System.Buffers.Binary;
using System.Security.Cryptography;
using Concierge.Data;
using OtpNet;

namespace Concierge.Admin.SignIn;

/// <summary>The secret that a telephone makes one-time codes from (RFC 6238: SHA-1, 30 seconds, 6 digits, as every app can).</summary>
/// <param name="LastStep">Of the last code that was taken: none is taken twice.</param>
public sealed record Authenticator(byte[] Key, long LastStep)
{
    private const int KeyLength = 20;

    /// <summary>A clock may be half a minute wrong.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static Authenticator New() => new(RandomNumberGenerator.GetBytes(KeyLength), 0);

    /// <summary>Null when none is set up or begun.</summary>
    public static Authenticator? Of(StaffEntry staff, Vault vault)
    {
        if (staff.AuthenticatorKey is not { } value) return null;
        var bytes = vault.OpenForSystem(Fields.AuthenticatorKey, value);
        return new(bytes[..KeyLength], BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(KeyLength)));
    }

    public Sealed Seal(Vault vault)
    {
        var bytes = new byte[KeyLength + sizeof(long)];
        Key.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(KeyLength), LastStep);
        return vault.SealForSystem(Fields.AuthenticatorKey, bytes);
    }

    /// <summary>With the code's step taken; null when the code is wrong, late or was used before.</summary>
    public Authenticator? Taking(string code, DateTimeOffset now) =>
        new Totp(Key).VerifyTotp(now.UtcDateTime, code, out var step, Window) && step > LastStep ? this with { LastStep = step } : null;

    /// <summary>The secret in letters, for who cannot use a camera.</summary>
    public string Letters => string.Join(' ', Base32Encoding.ToString(Key).Chunk(4).Select(four => new string(four)));

    /// <summary>What the QR code says.</summary>
    public string Address(string issuer, string login) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(login)}?secret={Base32Encoding.ToString(Key)}&issuer={Uri.EscapeDataString(issuer)}";
}
