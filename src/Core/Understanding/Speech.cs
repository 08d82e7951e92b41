namespace Concierge.Core.Understanding;

/// <summary>
/// Words as they are spoken around Kashiwa and by those who came from elsewhere, in one writing: 死にてえ is 死にたい, 動かねえ
/// and 動かへん are 動かない, 叩いちゃった is たたいてしまった, 胸 is むね. Only for looking for words of danger.
/// </summary>
public static class Speech
{
    private const string Dialect = """
        ねえ ない,てえ たい,れえ らい,んない らない,んなく らなく,んなか らなか,いだい いたい,いでえ いたい,にだい にたい,にでえ にたい,もええ もいい,がええ がいい,へえら はいら,やんな いやにな,目え 目を
        ちゃう てしまう,ちゃっ てしまっ,ちゃい てしまい,ちゃお てしまお,ちゃえ てしまえ,ちまう てしまう,ちまっ てしまっ,ちまい てしまい,ちまお てしまお,ちまえ てしまえ
        じゃう でしまう,じゃっ でしまっ,じゃい でしまい,じゃお でしまお,じゃえ でしまえ,じまう でしまう,じまっ でしまっ,じまい でしまい,じまお でしまお,じまえ でしまえ
        ている てる,ていた てた,ていて てて,ていない てない,ています てます,ていまし てまし,ていませ てませ,ております てます,ておる てる,でいる でる,でいた でた,でいない でない,でいます でます
        """;

    /// <summary>Only where the kana are no other word: 息 and 行き, 血 and 地 stay apart.</summary>
    private const string Writing = """
        胸 むね,叩 たた,殴 なぐ,撲ら なぐら,倒れ たおれ,苦し くるし,痛 いた,頭 あたま,息子 むすこ,倅 せがれ,主人 しゅじん,旦那 だんな,喉 のど,首 くび,怖 こわ,恐 こわ,辛 つら,寂し さびし,淋し さびし,さみし さびし,怒鳴 どな
        薬 くすり,動か うごか,意識 いしき,返事 へんじ,年金 ねんきん,通帳 つうちょう,閉じ込め とじこめ,脅さ おどさ,脅し おどし,脅す おどす,飛び降 とびお,飛びお とびお,飛び込 とびこ,飛びこ とびこ,迷惑 めいわく,早く はやく,迎え むかえ,楽 らく,疲れ つかれ
        立て たて,起き おき,溺れ おぼれ,汗 あせ,震え ふるえ,痺れ しびれ,呼吸 こきゅう,心臓 しんぞう,言葉 ことば,喋 しゃべ,急に きゅうに,突然 とつぜん,力 ちから,入ら はいら,顔 かお,口 くち,身体 からだ,体 からだ,病院 びょういん,施設 しせつ
        勝手に かってに,虐待 ぎゃくたい,介護 かいご,限界 げんかい,人生 じんせい,自殺 じさつ,自さつ じさつ,亡くな なくな,出来 でき,言わ いわ,言っ いっ,言う いう,無理 むり,嫌 いや,詰ま つま,お金 おかね,孫 まご,嫁 よめ,娘 むすめ,家族 かぞく,夫 おっと,親父 おやじ,女房 にょうぼう,財布 さいふ,踏切 ふみきり,天国 てんごく,涙 なみだ,孤独 こどく,絶望 ぜつぼう,包丁 ほうちょう,頑張 がんば,眠 ねむ,長生き ながいき,取り上げ とりあげ,取りあげ とりあげ,消え きえ,転ん ころん,呼ん よん
        """;

    private static readonly (string Spoken, string Written)[] Rows =
    [
        .. Table(Writing),
        .. Table(Dialect),
        .. from vowel in "かさたなまらわきけせてえれめべ" from denial in (string[])["へん", "ひん"] select ($"{vowel}{denial}", $"{vowel}ない"),
    ];

    /// <param name="text">In any writing; what comes back is normal and bare.</param>
    public static string Plain(string text)
    {
        var plain = Normal.Bare(text);
        foreach (var (spoken, written) in Rows)
            if (plain.Contains(spoken, StringComparison.Ordinal)) plain = plain.Replace(spoken, written, StringComparison.Ordinal);
        return plain;
    }

    private static IEnumerable<(string, string)> Table(string rows) => rows
        .Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(' '))
        .Select(row => (Normal.Bare(row[0]), Normal.Bare(row[1])));
}
