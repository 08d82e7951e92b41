using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Conversations;

namespace Concierge.Core.Seminars;

/// <summary>What is taken home, as staff write it: a line each, what it is and then its address (https).</summary>
public static class Handout
{
    /// <summary>More than these nobody opens. The length of a label and of an address is LINE's.</summary>
    public const int Most = 3, LongestLabel = 20, LongestAddress = 1_000;

    /// <summary>Null: a line is none of that.</summary>
    public static ImmutableArray<Link>? Read(string? written)
    {
        var links = (written ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line).ToArray();
        return links.Length <= Most && links.All(link => link is not null) ? [.. links.Select(link => link!)] : null;
    }

    private static Link? Line(string line)
    {
        if (line.LastIndexOfAny([' ', '\u3000']) is not (> 0 and var space)) return null;
        var (label, address) = (line[..space].Trim(), line[(space + 1)..]);
        return new StringInfo(label).LengthInTextElements <= LongestLabel && IsAddress(address) ? new Link(label, address) : null;
    }

    private static bool IsAddress(string text) => text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
