using System.Buffers.Binary;
using System.IO.Compression;

namespace Concierge.LineSimulator;

/// <summary>A picture and a sound to send when none is at hand.</summary>
public static class CannedMedia
{
    internal static byte[] Sound { get; } = [0, 0, 0, 20, .. "ftypM4A "u8, 0, 0, 0, 0, .. "M4A "u8];

    /// <summary>A PNG of one soft colour; 2500 x 843 will do for a rich menu.</summary>
    public static byte[] Png(int width = 320, int height = 200)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        head[8] = 8; // bits a sample; the colour type stays 0: grey
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, Pixels(width, height));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[width + 1];
            Array.Fill(row, (byte)0xD8, 1, width);
            for (var y = 0; y < height; y++) zlib.Write(row);
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        png.Write(number);
        png.Write(type);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), body));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return crc;
    }
}
