using Concierge.Core.Understanding;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Understanding;

/// <summary>Whatever somebody types is answered somehow.</summary>
public sealed class AnyWordsTests
{
    private static readonly string[] Pieces =
    [
        "1", "9", "0", "99999", "１２", "③", "百", "千", "万", "十", "〇", "二三", ",", "、", ".", "/", ":", "-", "〜", "ー", " ", "\n", "月", "火", "日", "曜", "年", "時", "分", "半", "前", "後", "か月後", "日後", "時間後", "週間後", "第", "末", "の",
        "来週", "今日は", "明日", "さ来月", "令和", "元", "昭和", "s", "r", "午後", "朝", "夜", "じゅう", "ろくせん", "にち", "ち", "がつ", "じ", "から", "まで", "と", "か", "は", "以外", "無理", "全部", "最後", "はい", "いいえ", "大丈夫です", "うーん", "お", "です",
        "かな", "なら", "😊", "👩‍🦳", "👌", "○", "×", "\uD83D", "\uFFFE", "\uFFFF", "\u200D", "a", "ﾊﾞ", "死", "お迎え", "職員", "メニュー", "仕事", "柏の葉",
    ];

    private static readonly Expect[] All =
    [
        new Expect.Nothing(), new Expect.YesNo(), new Expect.Number(), new Expect.Date(), new Expect.Time(), new Expect.DateTime(), new Expect.Anything(), new Expect.Story(20),
        Expect.OneOf("はい", "いいえ"), Expect.OneOf("午前の部", "午後の部", "〇"), Expect.AnyOf("月", "火", "水", "木", "金", "土", "日"), Expect.AnyOf("平日", "土日"), Expect.OneOf("😊", "!"),
    ];

    [Fact]
    public void No_words_are_too_odd_to_be_read() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(at => string.Concat(at.Select(i => Pieces[i]))).Sample(text =>
        {
            foreach (var expect in All) Assert.NotNull(Reading.Read(text, expect, Corpus.Now));
        }, iter: 3000);

    [Fact]
    public void The_same_words_mean_the_same_in_full_width() =>
        Assert.All(Corpus.Rows.Where(row => row.Kind is "Number" or "Moment"), row =>
            Assert.Equal(row.Heard, Reading.Read(Wide(row.Words), row.Expect, Corpus.Now)));

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));
}
