using System.Buffers.Binary;
using System.Numerics;

namespace Concierge.Data;

/// <summary>Some of the places of a block, one bit each. Stored as a list of two bytes each while that is shorter than all the bits.</summary>
internal sealed class Places
{
    private const int Bytes = MessageBlockEntry.Size / 8;
    private readonly ulong[] bits = new ulong[MessageBlockEntry.Size / 64];

    public static Places All()
    {
        var all = new Places();
        Array.Fill(all.bits, ulong.MaxValue);
        return all;
    }

    public static Places Read(byte[] stored)
    {
        var places = new Places();
        if (stored.Length == Bytes)
            for (var i = 0; i < places.bits.Length; i++) places.bits[i] = BinaryPrimitives.ReadUInt64LittleEndian(stored.AsSpan(i * sizeof(ulong)));
        else
            for (var i = 0; i < stored.Length; i += sizeof(ushort)) places.Add(BinaryPrimitives.ReadUInt16LittleEndian(stored.AsSpan(i)));
        return places;
    }

    public void Add(int place) => bits[place >> 6] |= 1UL << place;

    public void Keep(Places also)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] &= also.bits[i];
    }

    public void Add(Places also)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] |= also.bits[i];
    }

    /// <summary>The highest first.</summary>
    public IEnumerable<int> Descending()
    {
        for (var i = bits.Length - 1; i >= 0; i--)
            for (var left = bits[i]; left != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(left);
                left ^= 1UL << bit;
                yield return (i << 6) + bit;
            }
    }

    public byte[] Write()
    {
        var count = bits.Sum(BitOperations.PopCount);
        var stored = new byte[Math.Min(Bytes, count * sizeof(ushort))];
        if (stored.Length == Bytes)
            for (var i = 0; i < bits.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(stored.AsSpan(i * sizeof(ulong)), bits[i]);
        else
            foreach (var (i, place) in Descending().Index()) BinaryPrimitives.WriteUInt16LittleEndian(stored.AsSpan(i * sizeof(ushort)), (ushort)place);
        return stored;
    }
}
