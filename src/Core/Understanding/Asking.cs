namespace Concierge.Core.Understanding;

/// <summary>Somebody asks back instead of answering: 「誰が見るの」「予約も消えますか」「むすこに見られないかしら」.</summary>
public static class Asking
{
    private static readonly string[] Ends = Spellings.Table(
        "ますか", "ですか", "でしょうか", "んでしょう", "ませんか", "のか", "るか", "たか", "かしら", "かな", "かね", "かい", "るの", "のかな", "ないの", "んですか", "んの", "っけ", "かも", "心配", "心配です", "不安", "不安です");

    private static readonly string[] Words = Spellings.Table("誰", "だれ", "なぜ", "どうなる", "どうして", "どういう", "どうすれば", "いつまで", "いくら", "どこに", "どこで", "どんな", "何に", "なにに", "何を", "なにを");

    /// <param name="text">As it was written: the mark of a question is lost on the way to an <see cref="Utterance"/>.</param>
    public static bool Is(string text, Utterance said) =>
        text.TrimEnd() is [.., '?' or '？']
        || Ends.Any(end => said.Folded.EndsWith(end, StringComparison.Ordinal))
        || Words.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
}
