using Concierge.Core.Members;

namespace Concierge.Core.Understanding;

/// <summary>A consent that somebody no longer wants.</summary>
/// <param name="Purpose">Null: it was not said which.</param>
public sealed record UnwantedConsent(Purpose? Purpose);

/// <summary>「やっぱり職員に見られるのは いやだわ」「同意は なかったことに」: no command and no answer, but nothing to be passed over either.</summary>
public static class ConsentWords
{
    /// <summary>Longer texts tell a story.</summary>
    private const int Longest = 40;

    private static readonly string Consent = Spellings.Fold("同意");

    private static readonly string[] Staff = Spellings.Table("職員", "窓口の人", "市の人", "役所の人");

    private static readonly string[] Own = Spellings.Table("答え", "こたえ", "回答", "お答え", "わたしのこと", "私のこと");

    private static readonly string[] Seen = Spellings.Table("見られ", "みられ", "見せ", "みせ", "見ない", "見てほしくない", "見てもらいたくない", "知られ", "読まれ");

    private static readonly string[] Stored = Spellings.Table("保存", "残さ", "残して", "とっておか", "記録");

    private static readonly string[] No = Spellings.Table(
        "いやだ", "いやです", "いやなの", "いやなん", "いやに", "いやかも", "いやね", "いやよ", "のはいや", "嫌", "やめ", "しないで", "ないでほしい", "ないでください", "ほしくない", "たくない", "たくありません", "困る", "困ります",
        "取り消", "取消", "とりけ", "撤回", "なしに", "なしで", "なかったこと", "気が変わ", "考え直", "ことわ", "断り", "不安", "心配");

    /// <summary>Null when it is about something else, or only asked about.</summary>
    public static UnwantedConsent? Unwanted(string words)
    {
        var said = Utterance.Of(words);
        if (said.Bare.Length > Longest || !Has(No) || (Asking.Is(words, said) && !Has(Worried))) return null;
        var (staff, own) = (Has(Staff), Has(Own));
        if ((staff || own) && Has(Seen)) return new UnwantedConsent(Purpose.Staff);
        if (own && Has(Stored)) return new UnwantedConsent(Purpose.Service);
        return said.Folded.Contains(Consent, StringComparison.Ordinal) ? new UnwantedConsent(null) : null;

        bool Has(string[] table) => table.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
    }

    private static readonly string[] Worried = Spellings.Table("不安", "心配");
}
