using System.Collections.Frozen;
using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>Yes and no. 「大丈夫です」 and 「いいです」 are both in Japanese.</summary>
public enum Polarity
{
    Yes,
    No,
    Either,
}

public static class Polarities
{
    private static readonly string[] YesKeys = ["yes", "can", "はい"], NoKeys = ["no", "avoid", "いいえ"];

    private static readonly FrozenDictionary<string, Polarity> Whole = new[]
    {
        (Polarity.Yes, "はい はーい はあい ええ うん うんうん おう はいはい そう そうです そうですね そうだね そうだよ そうします そうする お願いします お願い お願いできますか お願いしたい もちろん もちろんです 当然"
            + " いいですよ いいよ いいですね いいね いいとも いいわよ よろしいです よろしく よろしくお願いします ok okです おけ オッケー オーケー オーライ 了解 了解です 了解しました 承知しました 承知です かしこまりました"
            + " わかりました わかった やります やる やってみます やりたい やりたいです ぜひ 是非 ぜひお願いします ぜひとも 喜んで イエス yes あります ある できます できる まる 丸 可 賛成 頼みます 頼む よろしく頼む よろしく頼みます そうしてください そうして下さい そうして 合ってる 合ってます それでいい それでいいです それで結構です それで大丈夫です それでかまいません これでいいです これで結構です これで大丈夫です それでお願いします"
            + " あっています その通り その通りです そのとおり 正解 間違いない 間違いありません 問題ない 問題ありません 構わないよ 差し支えない 差し支えありません 異議なし 同意 同意します 希望します 行きます 行く 参加します"
            + " んだ んだんだ せや そうじゃ そうどす もち ほい ときどき 時々 たまに よくある しょっちゅう"),
        (Polarity.No, "いいえ いえ いえいえ いや いやいや いやです いやだ いやだね 嫌 嫌です 嫌だ やだ やです ううん うんにゃ ノー no 違います 違う ちがいます いらない いりません 不要 不要です だめ だめです 無理 無理です"
            + " やりません やらない しません しない 遠慮します 遠慮しておきます 遠慮しとく 遠慮しとくわ えんりょする やめておきます やめておく やめとく よしておきます やめときます よしておく よしときます よします お断り お断りします 断る ことわります"
            + " いいえ結構です できません できない ありません ない なし ないです ちょっと無理 難しい 難しいです きつい ばつ 不可 反対 そうでもない そうではない そうではありません そうじゃない そんなことない そんなことありません"
            + " もういい もういいです もう結構です もう大丈夫です 結構ですいりません 今回はいいです 今回は結構です 今はいいです 今は結構です 今日はいいです まだいい まだいいです まだ結構です まだ大丈夫です もう十分 もう十分です あまり あんまり いまいち 苦手 苦手です 興味ない 興味がない 好きじゃない 好きではない 十分です 間に合ってます 間に合っています 見送ります 見合わせます あかん あきません しない方がいい"
            + " 行きません 行かない 参加しません ほとんどない めったにない 全然 ぜんぜん まったく まったくない 一度もない 覚えがない"),
        (Polarity.Either, "大丈夫 大丈夫です 大丈夫ですよ いい いいです よい よいです よかったです 結構 結構です 結構ですよ まあまあ 平気 平気です かまいません 構いません 構わない どうでもいい どっちでもいい どちらでもいい 何でもない なんでもない まだ決めていない まだ決めてない まだ決まってない まだ決まっていない 迷っています 迷ってます 考え中"),
    }
    .SelectMany(row => row.Item2.Split(' ').Select(word => (Word: Spellings.Fold(Normal.Bare(word)), Polarity: row.Item1)))
    .GroupBy(row => row.Word).ToFrozenDictionary(same => same.Key, same => same.Last().Polarity);

    /// <summary>What makes 大丈夫です one of the two when it stands before it; the sure ones whatever follows.</summary>
    private static readonly (string Word, Polarity Side, bool IsSure)[] Starts =
    [
        .. new[] { ("はい", Polarity.Yes, true), ("いいえ", Polarity.No, true), ("ええ", Polarity.Yes, false), ("うん", Polarity.Yes, false), ("ぜひ", Polarity.Yes, false), ("どうぞ", Polarity.Yes, true), ("もちろん", Polarity.Yes, false), ("いえ", Polarity.No, false), ("いや", Polarity.No, false), ("ううん", Polarity.No, false) }
            .Select(row => (Normal.Bare(row.Item1), row.Item2, row.Item3)),
    ];

    private static readonly string[] YesVerbs = Spellings.Table("ます", "ました", "たい", "たいです", "てる", "でる", "ですよ"), NoVerbs = Spellings.Table("ません", "ませんでした", "ない", "ないです", "なかった", "なかったです", "なくて", "ないよ", "ないね", "ないわ");

    private static readonly string[] Refusing = Spellings.Table("いや", "いやです", "いやだ", "いやよ", "いやだわ", "困る", "困ります", "困るわ", "やめて", "やめてください", "待って", "待ってください", "だめ", "だめです");

    private static readonly string[] Allowing = Spellings.Table("てもいいです", "てもいいですよ", "てもいいよ", "ていいです", "ていいですよ", "ていいよ", "ても結構です", "てもかまいません", "てもかまわないです", "てかまいません", "てかまわないです", "てかまわないよ", "て構いません", "て構わないです", "ても大丈夫です");

    private static readonly string NotDoing = Spellings.Fold(Normal.Bare("なく"));

    /// <summary>Ends like a no, or like a yes, and is neither.</summary>
    private static readonly string[] NoAnswer = Spellings.Table("わかりません", "わからない", "分かりません", "分からない", "知りません", "知らない", "覚えていない", "覚えてない", "覚えていません", "覚えてません", "思い出せ", "かもしれ", "言えない",
        "言えません", "決めて", "決められ", "迷", "考え", "どちらでもない", "どちらでもありません", "なんとも", "どちらとも", "いえません", "言い切れ", "相談してから", "聞いてみ");

    /// <summary>A polite no that ends in ます.</summary>
    private static readonly string[] Declining = Spellings.Table("断り", "断る", "控え", "見送", "見合わせ", "欠席", "休みます", "やめ", "よして", "遠慮");

    private static readonly string[] Buts = Spellings.Table("けれども", "けれど", "けども", "けど", "のですが", "んですが", "ですが", "ますが"), Wishing = Spellings.Table("たい", "たいん", "たいの", "たいんです", "たいのです", "たいです", "はい", "できる", "できます", "いい", "いいです"),
        Worries = Spellings.Table("ひざ", "膝", "腰", "足", "腕", "肩", "体", "目が", "耳が", "痛", "いたく", "心配", "不安", "怖", "こわ", "自信", "年が", "年だ", "年な", "歳が", "病");

    /// <summary>A longer sentence tells more than yes or no.</summary>
    private const int LongestVerb = 32;

    private static readonly string YesSigns = "👌🙆⭕○〇◯👍✅", NoSigns = "❌✖×🙅👎✕";

    /// <summary>Of the fullest form that is known: いいですよ is yes, though いい alone could be either.</summary>
    public static Polarity? Of(Utterance said)
    {
        if (Whole.TryGetValue(said.Folded, out var all)) return all;
        if (Negation.Ends(said.Folded)) return Polarity.No;
        if (Opened(said.Folded) is { } opened) return opened;
        foreach (var form in said.Forms)
            if (Whole.TryGetValue(form, out var polarity)) return polarity;
        return null;
    }

    /// <summary>「はい、前から気になっていました」 by its opening; 「はい、いいえ」 is either, 「いいえ、結構です」 no.</summary>
    public static Polarity? OfParts(Utterance said)
    {
        Polarity? meant = null;
        foreach (var part in said.Parts())
        {
            var polarity = Of(part);
            if (polarity is null || polarity == meant) continue;
            if (meant is null or Polarity.Either) meant = polarity;
            else if (polarity != Polarity.Either) return Polarity.Either;
        }
        return Of(said.Parts().First()) is null ? null : meant;
    }

    /// <summary>By the end of a short sentence: 「転んでいません」.</summary>
    public static Polarity? OfVerb(Utterance said)
    {
        if (said.Folded.Length > LongestVerb || NoAnswer.Any(word => said.Folded.Contains(word, StringComparison.Ordinal))) return null;
        if (Declining.Any(word => said.Folded.Contains(word, StringComparison.Ordinal))) return Polarity.No;
        foreach (var form in said.Forms)
        {
            if (NoVerbs.Any(end => form.EndsWith(end, StringComparison.Ordinal))) return Polarity.No;
            if (YesVerbs.Any(end => form.EndsWith(end, StringComparison.Ordinal))) return Polarity.Yes;
        }
        return null;
    }

    /// <summary>「やってみたいけどひざがね」: a wish and, behind it, what speaks against it.</summary>
    public static bool IsWithWorry(Utterance said)
    {
        foreach (var but in Buts)
            if (said.Folded.IndexOf(but, StringComparison.Ordinal) is var at and > 0 && Wishing.Any(end => said.Folded.AsSpan(0, at).EndsWith(end)))
                return Worries.Any(word => said.Folded.AsSpan(at + but.Length).Contains(word, StringComparison.Ordinal));
        return false;
    }

    /// <summary>「全部 消すのは いやです」: whatever is to be done is named, and refused.</summary>
    public static bool Refuses(Utterance said) => Refusing.Any(end => said.Folded.EndsWith(end, StringComparison.Ordinal)) || Permission(said) == Polarity.No;

    /// <summary>「保存してもいいですよ」: whatever may be done is named, and allowed.</summary>
    public static bool Allows(Utterance said) => Permission(said) == Polarity.Yes;

    /// <summary>「見てもかまいません」 allows it, 「見なくてかまいません」 is a polite no.</summary>
    private static Polarity? Permission(Utterance said)
    {
        if (said.Folded.Length > LongestVerb || Allowing.FirstOrDefault(end => said.Folded.EndsWith(end, StringComparison.Ordinal)) is not { } end) return null;
        return said.Folded.AsSpan(0, said.Folded.Length - end.Length).EndsWith(NotDoing) ? Polarity.No : Polarity.Yes;
    }

    /// <summary>👌 or ×, alone.</summary>
    public static Polarity? OfSign(string text)
    {
        var sign = new System.Globalization.StringInfo(text.Trim());
        if (sign.LengthInTextElements is 0 or > 3) return null;
        var first = sign.SubstringByTextElements(0, 1).EnumerateRunes().First().ToString();
        if (YesSigns.Contains(first, StringComparison.Ordinal)) return Polarity.Yes;
        return NoSigns.Contains(first, StringComparison.Ordinal) ? Polarity.No : null;
    }

    /// <summary>The places of the options for yes and no, or null: this is no yes-or-no question.</summary>
    public static (int Yes, int No)? Asked(ImmutableArray<Option> options)
    {
        var yes = Place(options, YesKeys);
        var no = Place(options, NoKeys);
        return yes >= 0 && no >= 0 ? (yes, no) : null;
    }

    /// <summary>「いえ大丈夫です」 is no, 「はい、いいえ」 either.</summary>
    private static Polarity? Opened(string folded)
    {
        foreach (var (word, side, isSure) in Starts)
        {
            if (folded.Length <= word.Length || folded.Length > LongestVerb || !folded.StartsWith(word, StringComparison.Ordinal)) continue;
            var rest = Utterance.Of(folded[word.Length..]);
            if ((Permission(rest) ?? Of(rest) ?? OfVerb(rest)) is not { } other) return isSure ? side : null;
            return other == side || other == Polarity.Either ? side : Polarity.Either;
        }
        return null;
    }

    private static int Place(ImmutableArray<Option> options, string[] keys)
    {
        for (var at = 0; at < options.Length; at++)
            if (keys.Contains(options[at].Key)) return at;
        return -1;
    }
}
