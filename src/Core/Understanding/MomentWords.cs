using System.Collections.Frozen;

namespace Concierge.Core.Understanding;

/// <summary>What a word says about when.</summary>
public enum MomentToken
{
    /// <summary>Days from today.</summary>
    Days,

    /// <summary>Weeks from this one.</summary>
    Weeks,

    /// <summary>Months from this one.</summary>
    Months,

    /// <summary>Years from this one.</summary>
    Years,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>今度の, 次の.</summary>
    Next,

    /// <summary>The last day of a month.</summary>
    MonthEnd,

    /// <summary>A day of the month in kana.</summary>
    Day,

    /// <summary>The same day of every year: month times 100 plus day.</summary>
    Yearly,

    /// <summary>The year before the first of an era.</summary>
    Era,

    /// <summary>A <see cref="DayPart"/>.</summary>
    Part,

    /// <summary>A <see cref="DayPart"/> of today.</summary>
    Tonight,

    /// <summary>Minutes after midnight.</summary>
    Clock,

    /// <summary>第: which one of the month.</summary>
    Nth,

    /// <summary>Now.</summary>
    Now,

    /// <summary>What makes it no single moment: 毎週, 以降.</summary>
    Spoils,

    /// <summary>Says nothing.</summary>
    Filler,
}

/// <summary>Words for days and hours.</summary>
public static class MomentWords
{
    public readonly record struct Row(string Word, MomentToken Token, int Value);

    /// <summary>By first character the longest first.</summary>
    private static readonly FrozenDictionary<char, Row[]> ByFirst = All().Where(row => row.Word.Length > 0).DistinctBy(row => row.Word)
        .GroupBy(row => row.Word[0]).ToFrozenDictionary(same => same.Key, same => same.OrderByDescending(row => row.Word.Length).ToArray());

    /// <summary>The word that stands first, or null.</summary>
    public static Row? At(ReadOnlySpan<char> text)
    {
        if (!ByFirst.TryGetValue(text[0], out var rows)) return null;
        foreach (var row in rows)
            if (text.StartsWith(row.Word, StringComparison.Ordinal)) return row;
        return null;
    }

    private static IEnumerable<Row> All() =>
    [
        .. Rows(MomentToken.Days, (-2, "一昨日 おととい おとつい"), (-1, "昨日 きのう"), (0, "今日 きょう 本日 ほんじつ 当日"), (1, "明日 あした あす みょうにち あくる日 翌日"),
            (2, "明後日 あさって みょうごにち"), (3, "明々後日 明明後日 しあさって")),
        .. Rows(MomentToken.Weeks, (-2, "先々週"), (-1, "先週 せんしゅう"), (0, "今週 こんしゅう"), (1, "来週 らいしゅう 翌週 次の週 つぎの週"), (2, "再来週 さ来週 さらいしゅう")),
        .. Rows(MomentToken.Months, (-1, "先月 せんげつ"), (0, "今月 こんげつ 当月"), (1, "来月 らいげつ 翌月"), (2, "再来月 さ来月 さらいげつ")),
        .. Rows(MomentToken.Years, (-2, "一昨年 おととし"), (-1, "去年 きょねん 昨年"), (0, "今年 ことし 本年"), (1, "来年 らいねん 翌年"), (2, "再来年 さらいねん")),
        .. Weekdays.Names.Where(row => row.Name != "かよう").Select(row => new Row(row.Name, MomentToken.Weekday, (int)row.Day)),
        .. Rows(MomentToken.Next, (0, "今度の 今度 こんどの 次の つぎの")),
        .. Rows(MomentToken.MonthEnd, (0, "月末 げつまつ 末日 みそか 最後の日 さいごの日 最終日 末")),
        .. Rows(MomentToken.Day, (1, "ついたち"), (2, "ふつか"), (3, "みっか"), (4, "よっか"), (5, "いつか"), (6, "むいか"), (7, "なのか"), (8, "ようか"), (9, "ここのか"), (10, "とおか"), (14, "じゅうよっか"), (20, "はつか"), (24, "にじゅうよっか")),
        .. Rows(MomentToken.Yearly, (101, "元日 元旦 がんたん"), (1231, "大晦日 大みそか おおみそか"), (1225, "クリスマス"), (1224, "クリスマスイブ")),
        .. Rows(MomentToken.Era, (2018, "令和 れいわ r"), (1988, "平成 へいせい h"), (1925, "昭和 しょうわ s"), (1911, "大正 たいしょう t"), (1867, "明治 めいじ m")),
        .. Rows(MomentToken.Part, ((int)DayPart.Early, "早朝 そうちょう 明け方 あけがた 朝早く"), ((int)DayPart.Morning, "午前中 午前 ごぜん 朝 あさ 朝一番 朝いちばん am"), ((int)DayPart.Noon, "昼 ひる 昼間 真昼"),
            ((int)DayPart.Afternoon, "午後 ごご 昼過ぎ 昼すぎ pm"), ((int)DayPart.Evening, "夕方 ゆうがた 夕刻 夕"), ((int)DayPart.Night, "夜 よる 晩 ばん")),
        .. Rows(MomentToken.Tonight, ((int)DayPart.Morning, "今朝 けさ"), ((int)DayPart.Night, "今夜 こんや 今晩 こんばん")),
        .. Rows(MomentToken.Clock, (720, "正午 しょうご お昼ちょうど")),
        .. Rows(MomentToken.Nth, (0, "第")),
        .. Rows(MomentToken.Now, (0, "今すぐ 今から いますぐ いまから ただいま")),
        .. Rows(MomentToken.Spoils, (0, "毎 まいしゅう まいにち 以降 以後 以前 以外 いがい いこう おき ごと 夜中 深夜 真夜中 週末 平日 土日 どちらでも いつでも ゴールデンウィーク 連休")),
        .. Rows(MomentToken.Filler, (0, "の に で が を は も へ と お ご から ごろ 頃 ころ くらい ぐらい 位 すぎ 過ぎ ちょうど です でお願いします お願いします おねがいします お願い がいいです がいい でいい でいいです がいいわ ね よ わ な かな かしら だ だね"
            + " にします にする にしてください 希望 希望します なら だったら ください 下さい えーと えっと じゃあ では たぶん 多分 と思います とおもいます よろしく よろしくお願いします 空いてます あいてます 空いています 大丈夫 大丈夫です だいじょうぶ"
            + " 行けます 行きます いけます いきます 都合がいい 都合がいいです なんですけど ですけど だけど けど そうですね やっぱり やはり できれば まで まででに ころに じゃ どうですか どうでしょう はい 予定 予約 頼みます たのみます っす だよ")),
    ];

    private static IEnumerable<Row> Rows(MomentToken token, params (int Value, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => new Row(Normal.Bare(word), token, row.Value)));
}
