using System.Globalization;

namespace Concierge.Core.Seminars;

/// <summary>A seminar by its day: 「来週のやつ」「12月3日の」「木曜のほう」. Where two have the same words, both are meant.</summary>
public static class DayWords
{
    private static readonly string[][] Days = [["今日", "きょう", "本日"], ["明日", "あした", "あす"], ["あさって", "明後日"]];

    private static readonly string[][] Weeks = [["今週"], ["来週", "らいしゅう"], ["再来週", "さらいしゅう"]];

    private static readonly string[][] Months = [["今月", "こんげつ"], ["来月", "らいげつ"]];

    /// <param name="shown">All that could be meant, in any order.</param>
    public static IEnumerable<string> Of(Seminar seminar, IReadOnlyList<Seminar> shown, DateTimeOffset now)
    {
        var (at, today) = (SeminarTime.Tokyo(seminar.StartsAt), SeminarTime.Tokyo(now));
        var weekday = Calendar.Tokyo.Weekday(seminar.StartsAt);
        string[] weekdays = [$"{weekday}曜", $"{weekday}曜日"];
        var weeks = At(Weeks, SeminarTime.WeeksBetween(now, at)).ToArray();
        return
        [
            at.ToString("M月d日", CultureInfo.InvariantCulture), at.ToString("M/d", CultureInfo.InvariantCulture), $"{at.Day}日",
            .. weekdays, .. weekdays.Select(day => "今度の" + day),
            .. At(Days, (SeminarTime.Day(at) - SeminarTime.Day(now)).Days),
            .. weeks, .. weeks.SelectMany(week => weekdays.Select(day => $"{week}の{day}")),
            .. At(Months, ((at.Year - today.Year) * 12) + at.Month - today.Month), $"{at.Month}月",
            .. seminar == shown.MinBy(other => other.StartsAt) ? new[] { "次回", "次の回", "次の教室", "直近", "いちばん近い日", "早いほう" } : [],
        ];
    }

    private static string[] At(string[][] table, int place) => place >= 0 && place < table.Length ? table[place] : [];
}
