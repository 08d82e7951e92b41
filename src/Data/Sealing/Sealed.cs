namespace Concierge.Data;

/// <summary>
/// Encrypted bytes, as they stand in the database. Columns that hold something about a person have this type, so that
/// a plain string cannot get there by mistake. <see cref="Vault"/> makes and opens them.
/// </summary>
/// <param name="Bytes">Format (1 byte), key id (4), nonce (12), tag (16), cipher text.</param>
public readonly record struct Sealed(byte[] Bytes)
{
    public bool Equals(Sealed other) => Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => "sealed";
}
