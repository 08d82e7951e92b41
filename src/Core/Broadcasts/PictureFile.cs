using System.Buffers.Binary;

namespace Concierge.Core.Broadcasts;

/// <summary>Why a file is not taken as a picture; nothing is ever changed in one.</summary>
public enum PictureFault
{
    /// <summary>Nothing, or more than <see cref="PictureFile.Most"/>.</summary>
    Size,

    /// <summary>No JPEG and no PNG, whatever its name says, or not whole.</summary>
    Kind,

    /// <summary>It says where it was taken, and everybody would learn it.</summary>
    Place,
}

/// <summary>A picture that staff upload for a broadcast: JPEG or PNG, told by its own bytes.</summary>
public static class PictureFile
{
    /// <summary>In bytes. LINE takes 10 MB of a picture and 1 MB of its preview; one file is both.</summary>
    public const int Most = 1_000_000;

    private const int Gps = 0x8825, Scan = 0xDA, FirstNote = 0xE1;

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegMark => [0xFF, 0xD8, 0xFF];

    /// <returns>Its media type; null when it is neither.</returns>
    public static string? TypeOf(ReadOnlySpan<byte> file) => file.StartsWith(PngMark) ? "image/png" : file.StartsWith(JpegMark) ? "image/jpeg" : null;

    public static PictureFault? Wrong(ReadOnlySpan<byte> file)
    {
        if (file.Length is 0 or > Most) return PictureFault.Size;
        return TypeOf(file) switch
        {
            "image/png" => OfPng(file),
            "image/jpeg" => OfJpeg(file),
            _ => PictureFault.Kind,
        };
    }

    /// <summary>Chunks: length, name, that much, a checksum.</summary>
    private static PictureFault? OfPng(ReadOnlySpan<byte> file)
    {
        for (var rest = file[PngMark.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var name = rest.Slice(4, 4);
            if (length > rest.Length - 12) return PictureFault.Kind;
            var part = rest.Slice(8, (int)length);
            if (name.SequenceEqual("IEND"u8)) return null;
            if ((name.SequenceEqual("eXIf"u8) && HasPlace(part)) || (name.EndsWith("Xt"u8) && IsPlace(part))) return PictureFault.Place;
            rest = rest[(12 + (int)length)..];
        }
        return PictureFault.Kind;
    }

    /// <summary>Segments: a mark, the length of the rest, until the picture itself begins.</summary>
    private static PictureFault? OfJpeg(ReadOnlySpan<byte> file)
    {
        for (var rest = file[2..]; rest.Length >= 4 && rest[0] == 0xFF;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (rest[1] == Scan) return null;
            if (length < 2 || length > rest.Length - 2) return PictureFault.Kind;
            var part = rest.Slice(4, length - 2);
            if (rest[1] == FirstNote && ((part.StartsWith("Exif\0\0"u8) && HasPlace(part[6..])) || IsPlace(part))) return PictureFault.Place;
            rest = rest[(2 + length)..];
        }
        return PictureFault.Kind;
    }

    /// <summary>Whether Exif's first directory has one of places (CIPA DC-008, 4.6.3).</summary>
    private static bool HasPlace(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 10) return false;
        var little = exif[0] == 'I';
        var start = little ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (start > exif.Length - 2) return false;
        var directory = exif[((int)start + 2)..];
        var number = Number(exif[(int)start..], little);
        for (var i = 0; i < number && directory.Length >= 12; i++, directory = directory[12..])
            if (Number(directory, little) == Gps) return true;
        return false;
    }

    private static int Number(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    /// <summary>In XMP it stands by its name.</summary>
    private static bool IsPlace(ReadOnlySpan<byte> note) => note.IndexOf("GPSLatitude"u8) >= 0;
}
