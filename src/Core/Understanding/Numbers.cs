using System.Collections.Frozen;

namespace Concierge.Core.Understanding;

/// <summary>An option by its place: 2, ２番, ②, 二つ目, 上から3番目, 下から二番目, 最後.</summary>
public static class Numbers
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>
    {
        ["いち"] = 1, ["に"] = 2, ["さん"] = 3, ["し"] = 4, ["よん"] = 4, ["ご"] = 5, ["ろく"] = 6, ["なな"] = 7, ["しち"] = 7, ["はち"] = 8, ["きゅう"] = 9, ["く"] = 9, ["じゅう"] = 10,
        ["ひとつ"] = 1, ["ふたつ"] = 2, ["みっつ"] = 3, ["よっつ"] = 4, ["いつつ"] = 5, ["むっつ"] = 6, ["ななつ"] = 7, ["やっつ"] = 8, ["ここのつ"] = 9, ["とお"] = 10,
    }.ToFrozenDictionary(row => Normal.Bare(row.Key), row => row.Value);

    private static readonly string[] FromTop = Spellings.Table("一番上から", "上から", "うえから", "番号は", "番号"), FromBottom = Spellings.Table("一番下から", "下から", "したから", "後ろから", "うしろから");

    /// <summary>The longer first. A bare 「二つ」 is how many, not which.</summary>
    private static readonly string[] Counters = Spellings.Table("つ目のもの", "番目", "ばんめ", "番め", "つ目", "つめ", "個目", "こめ", "枚目", "番", "ばん", "め", "目");

    private static readonly string[] First = Spellings.Table("最初", "さいしょ", "一番上", "いちばん上", "いちばんうえ", "はじめのもの"), Former = Spellings.Table("先のほう", "前のほう", "前の方", "前者", "上", "上のほう"), Latter = Spellings.Table("あとのほう", "後の方", "後者", "下", "下のほう"), Middle = Spellings.Table("真ん中", "まん中", "まんなか", "中央のもの"), Last = Spellings.Table("最後", "さいご", "一番下", "いちばん下", "いちばんした", "一番最後", "いちばん最後");

    /// <summary>The place from 0, or null: no place, or one beyond the last.</summary>
    public static int? Place(Utterance said, int count)
    {
        foreach (var form in said.Forms)
            if (Place(form, count) is { } place) return place;
        return null;
    }

    /// <summary>「1〜3」 and 「1から3」: all places from the first to the second.</summary>
    public static IEnumerable<int>? Run(Utterance said, int count)
    {
        if (Ends(said) is not var (from, to)) return null;
        return Place(from, count) is { } first && Place(to, count) is { } last && first < last ? Enumerable.Range(first, last - first + 1) : null;
    }

    /// <summary>What stands before and after から or 〜; null where nothing does.</summary>
    public static (string From, string To)? Ends(Utterance said)
    {
        var ends = said.Plain.Replace("から", "~", StringComparison.Ordinal).Replace("まで", "", StringComparison.Ordinal).Split('~', StringSplitOptions.TrimEntries);
        return ends is [{ Length: > 0 } from, { Length: > 0 } to] ? (from, to) : null;
    }

    private static int? Place(string form, int count)
    {
        if (count % 2 == 1 && Middle.Contains(form)) return count / 2;
        if (First.Contains(form) || (count == 2 && Former.Contains(form))) return 0;
        if (Last.Contains(form) || (count == 2 && Latter.Contains(form))) return count - 1;
        var (rest, fromBottom) = Direction(form);
        if (Value(rest) is not { } n || n < 1 || n > count) return null;
        return fromBottom ? count - n : n - 1;
    }

    private static (string Form, bool FromBottom) Direction(string form)
    {
        foreach (var start in FromBottom)
            if (form.StartsWith(start, StringComparison.Ordinal)) return (form[start.Length..], true);
        foreach (var start in FromTop)
            if (form.StartsWith(start, StringComparison.Ordinal)) return (form[start.Length..], false);
        return (form, false);
    }

    /// <summary>A single kana such as に is a particle unless it is counted, and ひとつ is how many. ふたつめ is ふたつ and め, not ふた and つめ.</summary>
    private static int? Value(string form)
    {
        if (Value(form, counted: false) is { } plain) return plain;
        foreach (var counter in Counters)
            if (form.EndsWith(counter, StringComparison.Ordinal) && Value(form[..^counter.Length], counted: true) is { } counted) return counted;
        return null;
    }

    private static int? Value(string number, bool counted)
    {
        if (int.TryParse(number, System.Globalization.NumberStyles.None, null, out var digits)) return digits;
        if (!Words.TryGetValue(number, out var value)) return null;
        return counted || (number.Length > 1 && !number.EndsWith('つ')) ? value : null;
    }
}
