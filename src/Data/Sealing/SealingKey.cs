using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Concierge.Data;

/// <summary>One AES-256-GCM key and the format of what it seals (see <see cref="Sealed"/>).</summary>
internal sealed class SealingKey : IDisposable
{
    public const int Size = 32;
    private const byte Format = 1;
    private const int IdAt = 1, NonceAt = 5, TagAt = 17, CipherAt = 33;

    private readonly AesGcm aes;
    private readonly uint id;

    public SealingKey(ReadOnlySpan<byte> key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        id = BinaryPrimitives.ReadUInt32BigEndian(hash);
        aes = new AesGcm(key, CipherAt - TagAt);
    }

    public Sealed Seal(string field, string owner, ReadOnlySpan<byte> plain)
    {
        var bytes = new byte[CipherAt + plain.Length];
        bytes[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(IdAt), id);
        var nonce = bytes.AsSpan(NonceAt, TagAt - NonceAt);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> space = stackalloc byte[256];
        var bound = Bound(field, owner, space);
        // One AesGcm is one native cipher context: two threads in it would mix their texts.
        lock (aes) aes.Encrypt(nonce, plain, bytes.AsSpan(CipherAt), bytes.AsSpan(TagAt, CipherAt - TagAt), bound);
        return new Sealed(bytes);
    }

    public byte[] Open(string field, string owner, Sealed value)
    {
        var bytes = value.Bytes.AsSpan();
        if (bytes.Length < CipherAt || bytes[0] != Format) throw new CannotOpen(field, owner, "it is not in a format of ours");
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[IdAt..]) != id) throw new CannotOpen(field, owner, "it was sealed with another key");
        var plain = new byte[bytes.Length - CipherAt];
        Span<byte> space = stackalloc byte[256];
        var bound = Bound(field, owner, space);
        try
        {
            lock (aes) aes.Decrypt(bytes[NonceAt..TagAt], bytes[CipherAt..], bytes[TagAt..CipherAt], plain, bound);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new CannotOpen(field, owner, "it belongs to another field or owner, or its bytes were changed");
        }
        return plain;
    }

    public void Dispose()
    {
        lock (aes) aes.Dispose();
    }

    private static ReadOnlySpan<byte> Bound(string field, string owner, Span<byte> space)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(field.Length + owner.Length) + 1;
        if (needed > space.Length) space = new byte[needed];
        var at = Encoding.UTF8.GetBytes(field, space);
        space[at++] = 0;
        at += Encoding.UTF8.GetBytes(owner, space[at..]);
        return space[..at];
    }
}
