using System.Globalization;

namespace Concierge.Core.Understanding;

/// <summary>How many: ３回, 七十五歳, 二、三回, 2〜3, 1時間半, ななじゅうご, 一度もない.</summary>
public static class Amounts
{
    private static readonly string[] None = Spellings.Table("ない", "なし", "ありません", "ないです", "ゼロ", "一つもない", "まったくない", "まったくありません", "全くない", "全然ありません", "ぜんぜんありません", "ぜんぜんない", "ほとんどない", "ほとんどありません", "全然ない", "全くありません", "ひとつもありません", "一度もありません", "一回もありません", "一度も");

    private static readonly string[] NotOne = Spellings.Table("もない", "もありません", "もなし", "もないです", "もしない", "もしていません", "もしてません");

    /// <summary>「1週間に2回」: the first number is only of what.</summary>
    private static readonly string[] Per = Normal.Table("日に", "週間に", "週に", "か月に", "ヶ月に", "月に", "年に", "年間に", "日", "回に");

    private static readonly string[] Between = Normal.Table("から", "か", "ないし", "または", "や", "とか");

    private readonly record struct Found(int Start, int End, decimal Value);

    public static Understood Read(Utterance said)
    {
        var found = Numbers(said.Marked);
        var range = found.Count == 0 ? Spoken(said) : Written(said.Marked, found);
        if (range is not { } number || IsDenied(said, number.From)) return new Understood.Unclear();
        return new Understood.Number(number.From, number.To);
    }

    private static (decimal From, decimal To)? Spoken(Utterance said)
    {
        foreach (var form in said.Forms)
        {
            if (None.Contains(form)) return (0, 0);
            if (KanaNumbers.Value(form) is { } value) return (value, value);
        }
        foreach (var form in said.Forms)
            if (Normal.IsHiragana(form[0]) && KanaNumbers.Prefix(form, out var from) is var length and > 1 && KanaNumbers.Value(form[length..]) is { } to && to == from + 1) return (from, to);
        return null;
    }

    private static (decimal From, decimal To)? Written(string text, List<Found> found)
    {
        if (found is [{ Value: 1 } first, var second] && Per.Contains(text[first.End..second.Start])) found = [second];
        switch (found)
        {
            case [var one]: return IsNone(text, one) ? (0, 0) : (Halved(text, one), Halved(text, one));
            case [var a, var b] when a.Value < b.Value && IsRange(text.AsSpan(a.End, b.Start - a.End), a, b): return (a.Value, Halved(text, b));
            case [var hours, var minutes] when IsHours(text, hours, minutes): return (hours.Value + (minutes.Value / 60), hours.Value + (minutes.Value / 60));
            default: return null;
        }
    }

    /// <summary>1時間半.</summary>
    private static decimal Halved(string text, Found number)
    {
        var half = text.IndexOf('半', number.End);
        return half > number.End && half - number.End <= 3 && (half + 1 == text.Length || text[half + 1] is not ('分' or '日')) ? number.Value + 0.5m : number.Value;
    }

    /// <summary>「2〜3」 「2、3回」 「2回か3回」; a unit may stand in between.</summary>
    private static bool IsRange(ReadOnlySpan<char> between, Found a, Found b)
    {
        if (between.Contains('~')) return between.Length <= 4;
        if (between is " ") return b.Value == a.Value + 1;
        foreach (var join in Between)
            if (between.EndsWith(join, StringComparison.Ordinal) && between.Length <= join.Length + 2) return true;
        return false;
    }

    private static bool IsHours(string text, Found hours, Found minutes) =>
        text.AsSpan(hours.End, minutes.Start - hours.End) is "時間" or "時間と" && text.AsSpan(minutes.End).StartsWith("分") && minutes.Value < 60;

    private static bool IsNone(string text, Found one) => one.Value == 1 && (text.EndsWith('も') || NotOne.Any(end => text.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>「3回ではない」 says how many it is not.</summary>
    private static bool IsDenied(Utterance said, decimal value) => value != 0 && (said.Bare.EndsWith("ない", StringComparison.Ordinal) || said.Bare.EndsWith("ません", StringComparison.Ordinal));

    private static List<Found> Numbers(string text)
    {
        var found = new List<Found>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i > start))) i++;
            if (i > start && decimal.TryParse(text.AsSpan(start, i - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) found.Add(new(start, i, value));
        }
        return found;
    }
}
