using System.Globalization;
using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class PaletteTests
{
    // LINE draws the words of a primary button in white and those of a secondary one in near black.
    [Theory]
    [InlineData(Palette.Ink, Palette.Paper, 7)]
    [InlineData(Palette.Ink, Palette.Mint, 7)]
    [InlineData(Palette.SoftInk, Palette.Paper, 7)]
    [InlineData(Palette.SoftInk, Palette.Mint, 7)]
    [InlineData(Palette.Green, Palette.Mint, 4.5)]
    [InlineData("#FFFFFF", Palette.Green, 7)]
    [InlineData("#FFFFFF", Palette.Blue, 7)]
    [InlineData("#111111", Palette.Off, 7)]
    public void Words_stand_out(string words, string ground, double least) =>
        Assert.True(Contrast(words, ground) >= least, $"{words} on {ground} is {Contrast(words, ground):0.0}:1");

    // Source: WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color) =>
        0.2126 * Channel(color, 1) + 0.7152 * Channel(color, 3) + 0.0722 * Channel(color, 5);

    private static double Channel(string color, int at)
    {
        var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
