namespace Concierge.Core.Understanding;

/// <summary>Somebody asks back instead of answering: 「誰が見るの」「予約も消えますか」「むすこに見られないかしら」.</summary>
public static class Asking
{
    private static readonly string[] Ends = Spellings.Table(
        "ますか", "ですか", "でしょうか", "んでしょう", "ませんか", "のか", "るか", "たか", "かしら", "かな", "かね", "かい", "るの", "のかな", "ないの", "んですか", "んの", "っけ", "かも", "心配", "心配です", "不安", "不安です");

    private static readonly string[] Words = Spellings.Table("誰", "だれ", "なぜ", "どうなる", "どうして", "どういう", "どうすれば", "いつまで", "いくら", "どこに", "どこで", "どんな", "何に", "なにに", "何を", "なにを");

    private static readonly string[] WhatEnds = Spellings.Table("って何", "って何の", "とは何", "って何のこと", "ってどういうこと", "ってどういう意味", "ってどんな", "ってどんなこと", "ってどんな仕事");

    private static readonly string[] WhoReads = Spellings.Table("誰が見", "だれが見", "誰に見", "だれに見", "誰が読", "だれが読", "答えないとだめ", "答えないといけ", "答えなきゃ", "答えなくても");

    /// <summary>「ものづくりって何ですか」「だれが見るの」 choose nothing, whatever is asked; 「週1回でもいいですか」 does.</summary>
    public static bool IsAboutTheQuestion(Utterance said) =>
        said.Forms.Any(form => WhatEnds.Any(end => form.EndsWith(end, StringComparison.Ordinal)))
        || WhoReads.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));

    /// <param name="text">As it was written: the mark of a question is lost on the way to an <see cref="Utterance"/>.</param>
    public static bool Is(string text, Utterance said) =>
        text.TrimEnd() is [.., '?' or '？']
        || Ends.Any(end => said.Folded.EndsWith(end, StringComparison.Ordinal))
        || Words.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
}
