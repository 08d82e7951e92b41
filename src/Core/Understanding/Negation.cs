namespace Concierge.Core.Understanding;

/// <summary>「午前は無理」「午後以外」「車じゃなくて」: an option that is named to be ruled out.</summary>
public static class Negation
{
    private static readonly string[] Particles = Table("だけは", "だけ", "には", "では", "とは", "のは", "ことは", "は", "が", "も", "を", "に", "で", "と", "の", "", "するのは", "するのが", "すること", "はちょっと", "はどうも", "はやっぱり", "はやはり", "はさすがに", "はあまり", "はあんまり", "はなかなか", "はたぶん", "はいつも", "はもう", "の免許は", "の免許を", "の免許はもう", "の運転は", "の運転を", "の運転はもう");

    private static readonly string[] GivenUp = ["返納", "返した", "返しました", "手放し", "売った", "売りました", "処分"];

    private static readonly string[] Denials = Table([
        "無理", "むり", "だめ", "ダメ", "駄目", "できない", "できません", "出来ない", "出来ません", "嫌", "いや", "やだ", "困る", "困ります", "以外", "いがい", "じゃない", "じゃなく", "ではない",
        "ではなく", "でなく", "ではありません", "じゃありません", "いらない", "いりません", "しない", "しません", "したくない", "したくありません", "やりたくない", "避けたい", "さけたい", "苦手", "やめ",
        "思わない", "思いません", "思えない", "言えない", "ない", "ありません", "なし", "除い", "のぞい", "抜き", "ぬき", "行けない", "行けません", "いけない", "都合が悪", "都合がわる", "難しい", "難しく",
        "むずかし", "きつい", "きびしい", "厳しい", "つらい", "遠慮", "不可", "ng", "ばつ", "外して", "はずして", "取り消", "取消", "とりけ", "キャンセル", "出られな", "出られません", "出れな", "来られな", "来られません", "来れな", "起きられな", "起きられません", "動けな", "動けません", "通えな", "通えません", "歩けな", "歩けません", "乗れな", "乗れません", "乗らな", "乗りません", "空いてな", "空いてません", "家にいな", "家にいません", "用事がある", "用事があります", "用事が入", "予定がある", "予定があります", "予定が入", .. GivenUp, "かわからない", "かわかりません", "かどうか", "か迷"]);

    private static readonly string[] Ceased = Table([.. GivenUp, "やめました", "やめた", "卒業"]);

    /// <summary>Only at the very end: 「夜はちょっと」, but not 「夜はちょっとなら」.</summary>
    private static readonly string[] FinalDenials = Table("はちょっと", "はちょっとね", "はちょっとねえ", "はちょっとなあ", "はちょっとです", "はどうも");

    /// <summary>A longer rest speaks of something else.</summary>
    private const int LongestDenial = 14;

    /// <summary>To have none of these is a yes.</summary>
    private static readonly string[] Free = Table("予定", "用事", "問題", "かまわ", "構わ", "差し支え", "困ら", "仕事が", "しか", "決ま", "決め", "わから", "分から", "かもしれ", "けど", "けれど", "ほか");

    private static readonly string[] Joins = Table("と", "や", "も", "とか", "か", "とも");

    /// <param name="after">What was said after the option's name.</param>
    public static bool Follows(ReadOnlySpan<char> after)
    {
        foreach (var end in FinalDenials)
            if (after.SequenceEqual(end)) return true;
        foreach (var particle in Particles)
            if (after.StartsWith(particle, StringComparison.Ordinal) && StartsDenial(after[particle.Length..])) return true;
        return after.StartsWith('は') && IsDenied(after[1..]);
    }

    /// <summary>「夜は起きていられません」, but not 「夜は予定がありません」.</summary>
    private static bool IsDenied(ReadOnlySpan<char> rest)
    {
        if (rest.Length > LongestDenial || !(rest.EndsWith("ない") || rest.EndsWith("ません") || rest.EndsWith("ないです"))) return false;
        foreach (var free in Free)
            if (rest.Contains(free, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>「長い時間は ちょっと…」: a no that leaves the rest unsaid.</summary>
    public static bool Ends(string folded) => FinalDenials.Any(end => folded.Length > end.Length && folded.EndsWith(end, StringComparison.Ordinal));

    /// <summary>「運転はやめました」 says nothing about what else there is.</summary>
    public static bool IsGivenUp(Utterance said) => Ceased.Any(word => said.Bare.Contains(word, StringComparison.Ordinal) || said.Folded.Contains(word, StringComparison.Ordinal));

    /// <summary>「午前と夜は無理」 rules out both.</summary>
    public static bool Joined(ReadOnlySpan<char> between)
    {
        foreach (var join in Joins)
            if (between.SequenceEqual(join)) return true;
        return false;
    }

    private static bool StartsDenial(ReadOnlySpan<char> rest)
    {
        foreach (var denial in Denials)
            if (rest.StartsWith(denial, StringComparison.Ordinal)) return true;
        return false;
    }

    private static string[] Table(params string[] words) => [.. Normal.Table(words).Union(Spellings.Table(words))];
}
