using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Concierge.Data;

/// <summary>
/// Seals and opens what is about a person: AES-256-GCM, one data key per member, wrapped by a key that is derived from
/// the master key. Field name and member id are authenticated with every value. Thread-safe.
/// </summary>
public sealed class Vault : IDisposable
{
    private const int CachedKeys = 4096;
    private const string Nobody = "system";
    private static readonly byte[] CanaryText = Encoding.UTF8.GetBytes("the master key of this database");

    private readonly SealingKey system;
    private readonly SealingKey wrapping;
    private readonly byte[] blinding, grams;
    private readonly KeyCache keys = new(CachedKeys);

    internal Vault(byte[] masterKey)
    {
        system = Derive(masterKey, "kashiwa-concierge system key 1");
        wrapping = Derive(masterKey, "kashiwa-concierge member key wrapping 1");
        blinding = Bytes(masterKey, "kashiwa-concierge blinding 1");
        grams = Bytes(masterKey, "kashiwa-concierge search 1");
        ButtonKey = Bytes(masterKey, "kashiwa-concierge buttons 1");
    }

    /// <summary>32 bytes for sealing what buttons mean: never stored, and the same at the next start, so old buttons still open.</summary>
    public byte[] ButtonKey { get; }

    /// <param name="field">One of <see cref="Fields"/>, or the same kind of name for a field of yours.</param>
    public Sealed Seal(MemberKey key, string field, ReadOnlySpan<byte> plain) => key.Key.Seal(field, key.MemberId, plain);

    /// <exception cref="CannotOpen">Another key, field or member, or changed bytes.</exception>
    public byte[] Open(MemberKey key, string field, Sealed value) => key.Key.Open(field, key.MemberId, value);

    /// <summary>Seals with the system key: for what arrives before we know whose it is.</summary>
    public Sealed SealForSystem(string field, ReadOnlySpan<byte> plain) => system.Seal(field, Nobody, plain);

    /// <exception cref="CannotOpen">Another key or field, or changed bytes.</exception>
    public byte[] OpenForSystem(string field, Sealed value) => system.Open(field, Nobody, value);

    /// <summary>The same text of a field gives the same value, and without the master key nobody can try which it was: to count and to find by.</summary>
    public string Blind(string field, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(blinding, Encoding.UTF8.GetBytes($"{field}\0{text}")));

    /// <summary>A piece of a text, for the search: 31 bits that say nothing without the master key. Two pieces may have the same.</summary>
    /// <param name="index">Which index it is for: the same piece is another number in each.</param>
    internal int Gram(string index, string gram)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(grams, Encoding.UTF8.GetBytes($"{index}\0{gram}"), hash);
        return BinaryPrimitives.ReadInt32BigEndian(hash) & int.MaxValue;
    }

    /// <summary>Forgets an unwrapped key at once, and makes it useless for whoever still holds it (erasure).</summary>
    public void Forget(string memberId) => keys.Remove(memberId)?.Key.Dispose();

    public void Dispose()
    {
        system.Dispose();
        wrapping.Dispose();
    }

    /// <summary>Whose keys are in memory.</summary>
    internal string[] Members() => keys.Members();

    internal MemberKey? Cached(string memberId) => keys.Find(memberId);

    internal void Keep(MemberKey key) => keys.Keep(key);

    internal (MemberKey Key, Sealed Wrapped) NewKey(string memberId)
    {
        Span<byte> bytes = stackalloc byte[SealingKey.Size];
        RandomNumberGenerator.Fill(bytes);
        var made = (new MemberKey(memberId, bytes), wrapping.Seal(Fields.MemberKey, memberId, bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return made;
    }

    /// <summary>A member's own key, for another master key to wrap.</summary>
    internal byte[] Unwrapped(string memberId, Sealed wrapped) => wrapping.Open(Fields.MemberKey, memberId, wrapped);

    internal Sealed Wrap(string memberId, byte[] key) => wrapping.Seal(Fields.MemberKey, memberId, key);

    internal MemberKey Unwrap(string memberId, Sealed wrapped)
    {
        var bytes = Unwrapped(memberId, wrapped);
        var key = new MemberKey(memberId, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    internal Sealed NewCanary() => SealForSystem(Fields.Canary, CanaryText);

    internal void CheckCanary(Sealed canary) => OpenForSystem(Fields.Canary, canary);

    private static SealingKey Derive(byte[] masterKey, string purpose) => new(Bytes(masterKey, purpose));

    private static byte[] Bytes(byte[] masterKey, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, SealingKey.Size, info: Encoding.UTF8.GetBytes(purpose));
}
