using Concierge.Core.Broadcasts;
using Xunit;

namespace Concierge.CoreTests.Broadcasts;

/// <summary>Told by its own bytes and never by its name; nothing in it is changed.</summary>
public sealed class PictureFileTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, new byte[13]), .. Chunk("IDAT"u8, [1, 2, 3]), .. Chunk("IEND"u8, [])];

    private static readonly byte[] Jpeg = [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8), .. Segment(0xE1, Exif(0x0112)), 0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0xD9];

    [Fact]
    public void A_jpeg_and_a_png_are_taken_as_they_are()
    {
        Assert.Equal((null, "image/png"), (PictureFile.Wrong(Png), PictureFile.TypeOf(Png)));
        Assert.Equal((null, "image/jpeg"), (PictureFile.Wrong(Jpeg), PictureFile.TypeOf(Jpeg)));
    }

    [Fact]
    public void What_is_no_picture_or_half_of_one_is_refused()
    {
        Assert.All(
            [[.. "GIF89a"u8], [.. "<svg onload=alert(1)>"u8], [.. "\xFF\xD8"u8], Png[..^12], Png[..20], Jpeg[..10], [.. Jpeg[..2], 0x3C, .. Jpeg[3..]]],
            (byte[] file) => Assert.Equal(PictureFault.Kind, PictureFile.Wrong(file)));
    }

    [Fact]
    public void More_than_a_preview_may_have_is_refused()
    {
        byte[] fits = [.. Jpeg, .. new byte[PictureFile.Most - Jpeg.Length]];
        Assert.Null(PictureFile.Wrong(fits));
        Assert.Equal(PictureFault.Size, PictureFile.Wrong([.. fits, 0]));
        Assert.Equal(PictureFault.Size, PictureFile.Wrong([]));
    }

    [Fact]
    public void One_that_says_where_it_was_taken_is_refused()
    {
        Assert.Equal(PictureFault.Place, PictureFile.Wrong([0xFF, 0xD8, .. Segment(0xE1, Exif(0x8825)), .. Jpeg[2..]]));
        Assert.Equal(PictureFault.Place, PictureFile.Wrong([0xFF, 0xD8, .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<rdf exif:GPSLatitude='35,51'/>"u8), .. Jpeg[2..]]));
        Assert.Equal(PictureFault.Place, PictureFile.Wrong([.. Png[..33], .. Chunk("eXIf"u8, Exif(0x8825).AsSpan(6)), .. Png[33..]]));
    }

    /// <summary>Whatever stands in it, it is read to an answer.</summary>
    [Fact]
    public void No_byte_that_is_wrong_breaks_it()
    {
        foreach (var file in new[] { Png, [0xFF, 0xD8, .. Segment(0xE1, Exif(0x8825)), .. Jpeg[2..]] })
            for (var at = 0; at < file.Length; at++)
                foreach (var value in new byte[] { 0, 0x7F, 0xFF })
                {
                    byte[] other = [.. file];
                    other[at] = value;
                    PictureFile.Wrong(other);
                    PictureFile.Wrong(other.AsSpan(0, at));
                }
    }

    /// <summary>Of one entry, in the order of Intel's bytes.</summary>
    private static byte[] Exif(ushort tag) => [.. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, (byte)tag, (byte)(tag >> 8), 4, 0, 1, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] Segment(byte mark, ReadOnlySpan<byte> part) => [0xFF, mark, (byte)((part.Length + 2) >> 8), (byte)(part.Length + 2), .. part];

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> part) => [0, 0, (byte)(part.Length >> 8), (byte)part.Length, .. name, .. part, 0, 0, 0, 0];
}
