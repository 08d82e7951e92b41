namespace Concierge.Core.Understanding;

/// <summary>Other words for the same thing, for options that bring no words of their own.</summary>
public static class Synonyms
{
    /// <summary>The first of each row is the word on the button.</summary>
    private static readonly string[][] Rows =
    [
        .. new[]
        {
            "徒歩 歩き 歩いて", "自転車 チャリ チャリンコ", "車 自動車 マイカー", "電車 列車 汽車", "スマホ スマートフォン 携帯 ケータイ", "パソコン PC コンピューター", "メール Eメール", "体操 運動",
            "男性 男", "女性 女", "オンライン リモート ネット Zoom ズーム 家から", "会場 現地 会場で", "本人 自分 わたし", "家族 身内", "友人 友だち 友達", "ある あり", "ない なし", "中止 やめる", "わからない 不明",
        }.Select(row => Normal.Table(row.Split(' '))),
    ];

    /// <summary>What is left out in talking: 午前の部 is 午前.</summary>
    private static readonly string[] Kinds = Normal.Table("の部", "の回", "コース", "クラス");

    /// <param name="word">Normal and bare, like what comes back.</param>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        foreach (var row in Rows)
            if (word == row[0] || (row[0].Length > 1 && word.StartsWith(row[0], StringComparison.Ordinal)))
                foreach (var other in row.Skip(1)) yield return other + word[row[0].Length..];
        if (word.Contains("1回", StringComparison.Ordinal)) yield return word.Replace("1回", "1度", StringComparison.Ordinal);
        if (word.Contains("がある", StringComparison.Ordinal)) yield return word.Replace("がある", "ある", StringComparison.Ordinal);
        foreach (var kind in Kinds)
            if (word.Length > kind.Length + 1 && word.EndsWith(kind, StringComparison.Ordinal)) yield return word[..^kind.Length];
        // 「短い時間ならできます」 is 「少しならできる」.
        if (word.IndexOf("なら", StringComparison.Ordinal) is var at and > 0 && word.Length - at > 4) yield return word[at..];
    }
}
