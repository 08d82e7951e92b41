using System.Globalization;
using System.Text.RegularExpressions;
using Concierge.Core.Understanding;

namespace Concierge.Core.Frailty;

/// <summary>A height or weight as people write it: 158, １５８．５, 158cm, 52キロ.</summary>
public static partial class Measure
{
    /// <summary>Null when there is not exactly one number.</summary>
    public static decimal? Read(string text) => Number().Matches(Normal.Wide(text)) is [var only]
        && decimal.TryParse(only.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
