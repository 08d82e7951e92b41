using System.Globalization;
using System.Text.RegularExpressions;

namespace Concierge.BrowserTests.Console;

/// <summary>What somebody might write who wishes us ill: a line of <c>hostile.txt</c> each, in which <c>\u200b</c> stands for one unit of UTF-16.</summary>
internal static partial class HostileWords
{
    /// <summary>Halves of characters reach nobody: every way in puts U+FFFD in their place.</summary>
    public static IReadOnlyList<string> All { get; } = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Console", "hostile.txt")).Select(Spelled)];

    /// <summary>Some that mean nothing but themselves, and as long.</summary>
    public static IReadOnlyList<string> Harmless { get; } = [.. All.Take(20).Select((words, i) => $"ことば{i}".PadRight(words.Length, 'あ'))];

    /// <summary>Several in one, as long as is allowed.</summary>
    public static string Together(IEnumerable<string> words, int longest) =>
        words.Aggregate("", (all, one) => all.Length + 1 + one.Length > longest ? all : all.Length == 0 ? one : $"{all}\n{one}");

    private static string Spelled(string line) => string.Concat(
        Escape().Replace(line, unit => ((char)ushort.Parse(unit.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()).EnumerateRunes());

    [GeneratedRegex(@"\\u[0-9a-f]{4}")]
    private static partial Regex Escape();
}
