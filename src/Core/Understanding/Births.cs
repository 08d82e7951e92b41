namespace Concierge.Core.Understanding;

/// <summary>How old somebody is who tells the year of birth or of a feast: 昭和33年, S25生まれ, 1948年, 還暦.</summary>
public static class Births
{
    private static readonly (string Era, int Before)[] Eras = [("昭和", 1925), (Normal.Bare("しょうわ"), 1925), ("s", 1925), ("大正", 1911), (Normal.Bare("たいしょう"), 1911), ("t", 1911)];

    /// <summary>The years that are celebrated.</summary>
    private static readonly (string Name, int Years)[] Feasts = [("還暦", 60), ("古希", 70), ("古稀", 70), ("喜寿", 77), ("傘寿", 80), ("米寿", 88), ("卒寿", 90), ("白寿", 99)];

    private const int Eldest = 120;

    /// <returns>The age before and after this year's birthday; null where no year of birth was told.</returns>
    public static (int From, int To)? Age(Utterance said, DateTimeOffset now)
    {
        foreach (var (name, celebrated) in Feasts)
            if (said.Bare.Contains(name, StringComparison.Ordinal)) return (celebrated, celebrated);
        var years = now.ToOffset(TimeSpan.FromHours(9)).Year - Year(said.Bare);
        return years is > 0 and <= Eldest ? (years - 1, years) : null;
    }

    private static int Year(string bare)
    {
        foreach (var (era, before) in Eras)
            if (bare.IndexOf(era, StringComparison.Ordinal) is var at and >= 0 && Number(bare.AsSpan(at + era.Length)) is > 0 and < 65 and var year) return before + year;
        return bare.IndexOf('年') is var end and >= 4 && int.TryParse(bare.AsSpan(end - 4, 4), System.Globalization.CultureInfo.InvariantCulture, out var western) ? western : 0;
    }

    private static int Number(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
        if (length == 0) return KanaNumbers.Prefix(text, out var spoken) > 0 ? spoken : 0;
        return length <= 2 ? int.Parse(text[..length], System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
