using System.Globalization;
using System.Text.RegularExpressions;

namespace Concierge.CoreTests.Wording;

/// <summary>
/// Plain Japanese for somebody of 75 with small glasses: one short fact a sentence, です/ます, few kanji, no double negative, no
/// words of the trade. Source: the guideline of 出入国在留管理庁 and 文化庁 (2020), and the check-list of 弘前大学 for the kanji.
/// </summary>
internal static partial class Plain
{
    private const int Longest = 38, MostKanji = 12, KanjiInARow = 4, MostCommas = 3, Unbroken = 16, LongestLabel = 40, MostLines = 10;

    /// <summary>Names that people know as they are; split or shortened they would not be recognised.</summary>
    private static readonly string[] Official =
        ["かしわ生涯現役窓口", "柏市生涯現役促進協議会", "地域包括支援センター", "管理栄養士", "かしわ創業支援塾", "福祉の総合相談窓口", "最低賃金", "教育福祉会館", "後期高齢者の質問票", "データ入力"];

    /// <summary>Words of the trade, and how one would say it.</summary>
    private static readonly (string Word, string Better)[] Trade =
    [
        ("クリック", "押す"), ("タップ", "押す"), ("ログイン", "開く"), ("アクセス", "開く"), ("アップロード", "送る"), ("ダウンロード", "受け取る"), ("入力", "書く"),
        ("エラー", "何が いけないか"), ("セッション", "お話"), ("デフォルト", "いつもの"), ("キーワード", "ことば"), ("コンテンツ", "中身"), ("適宜", "いつ、どのように"),
        ("当該", "その"), ("速やかに", "すぐに"), ("下記", "下"), ("上記", "上"), ("及び", "と"), ("並びに", "と"), ("又は", "か"), ("致します", "します"), ("下さい", "ください"), ("出来", "でき"),
    ];

    /// <summary>What is wrong with it, in words; nothing when it is plain.</summary>
    public static IEnumerable<string> Faults(Sentence of)
    {
        if (of.Role == Role.Unseen) return [];
        var faults = Everywhere(of.Text);
        if (of.Role == Role.Label) faults = faults.Concat(OfLabel(of.Text));
        if (of.Role == Role.Prose) faults = faults.Concat(OfProse(of.Text));
        if (of.Role == Role.Technical) faults = faults.Concat(Split(of.Text).Where(s => s.EndsWith('。')).SelectMany(Ending));
        return faults;
    }

    private static IEnumerable<string> Everywhere(string text)
    {
        if (text.Trim() != text || text.Contains("  ", StringComparison.Ordinal) || text.Contains(" \n", StringComparison.Ordinal) || text.Contains("\n ", StringComparison.Ordinal))
            yield return "a space too many";
        if (HalfWidthKana().IsMatch(text)) yield return "half-width katakana";
        if (text.IndexOfAny(['!', '！', '?', '？', ',', '．']) >= 0 && !Numbered().IsMatch(text)) yield return "a mark that we do not use: ！？,．";
        if (text.Count(c => c == '「') != text.Count(c => c == '」') || text.Count(c => c == '（') != text.Count(c => c == '）')) yield return "a bracket without its other half";
        foreach (var (word, better) in Trade.Where(trade => Known(text).Contains(trade.Word, StringComparison.Ordinal))) yield return $"「{word}」: say 「{better}」";
    }

    private static IEnumerable<string> OfLabel(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal) && new StringInfo(text).LengthInTextElements > LongestLabel) yield return "a label that is a sentence";
        if (InARow(text) is { } run) yield return $"{run.Length} kanji in a row: {run}";
    }

    private static IEnumerable<string> OfProse(string text)
    {
        if (text.Count(c => c == '\n') + 1 > MostLines) yield return $"{text.Count(c => c == '\n') + 1} lines";
        foreach (var fault in Split(text).SelectMany(OfSentence)) yield return fault;
    }

    private static IEnumerable<string> OfSentence(string sentence)
    {
        var plain = Placeholder().Replace(sentence, "").Replace(" ", "", StringComparison.Ordinal);
        if (plain.Length > Longest) yield return $"{plain.Length} characters in one sentence: {sentence}";
        if (Kanji().Count(Known(sentence)) > MostKanji) yield return $"{Kanji().Count(sentence)} kanji in one sentence: {sentence}";
        if (!sentence.Contains('：', StringComparison.Ordinal) && sentence.Count(c => c == '、') > MostCommas) yield return $"more than one fact: {sentence}";
        if (InARow(sentence) is { } run) yield return $"{run.Length} kanji in a row: {run}";
        if (Breaks().Split(Placeholder().Replace(Known(sentence), "")).MaxBy(part => part.Length) is { Length: > Unbroken } part) yield return $"no place to break the line: {part}";
        if (DoubleNegative().IsMatch(Quoted().Replace(sentence, "「」"))) yield return $"a double negative: {sentence}";
        if (sentence.EndsWith('。')) foreach (var fault in Ending(sentence)) yield return fault;
    }

    private static IEnumerable<string> Ending(string sentence) => Polite().IsMatch(sentence) ? [] : [$"neither です nor ます: {sentence}"];

    private static IEnumerable<string> Split(string text) => text.Split('\n').SelectMany(line => AfterStop().Split(line)).Where(s => s.Length > 0);

    private static string? InARow(string text) => KanjiRun().Matches(Known(text)).Select(m => m.Value).FirstOrDefault(run => run.Length > KanjiInARow);

    /// <summary>Without what people know as it is.</summary>
    private static string Known(string text) => Official.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));

    [GeneratedRegex("[ｦ-ﾟ]")]
    private static partial Regex HalfWidthKana();

    /// <summary>A number before an item of a list, an address, or a thousand.</summary>
    [GeneratedRegex(@"[0-9}][．,]")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\{[a-z0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[一-鿿々]")]
    private static partial Regex Kanji();

    [GeneratedRegex("[一-鿿々]+")]
    private static partial Regex KanjiRun();

    [GeneratedRegex(@"[\s、。「」（）・：／]")]
    private static partial Regex Breaks();

    [GeneratedRegex("(?<=。)")]
    private static partial Regex AfterStop();

    [GeneratedRegex("「[^」]*」")]
    private static partial Regex Quoted();

    [GeneratedRegex("ない(わけ|こと|もの|とは|では).{0,6}(ない|ません)|なくはな|なくもな|ないと.{0,10}(ません|ない)|なければ.{0,10}(ません|ない)|ざるを得")]
    private static partial Regex DoubleNegative();

    /// <summary>です/ます and what people say in its place: a greeting, a wish, a list's end.</summary>
    [GeneratedRegex("(です|ます|ません|でした|ました|ください|ましょう|でしょう|どうぞ|ようこそ|はじめまして|おかえりなさい)(か|ね)?。$|[：。]?\\{[a-z]+\\}。$")]
    private static partial Regex Polite();
}
