using Concierge.Core.Seminars;
using Xunit;

namespace Concierge.CoreTests.Seminars;

/// <summary>What staff may change, and who has to hear of it.</summary>
public sealed class GatheringTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Seats_that_are_taken_are_not_taken_away()
    {
        var seminar = Some.Small(Now);
        seminar.Take(Attendance.OnSite, 2);
        Assert.IsType<Rewriting.SeatsTaken>(Rewriting.Decide(seminar, Some.Small(Now, seats: 1), Now));
        Assert.IsType<Rewriting.Allowed>(Rewriting.Decide(seminar, Some.Small(Now, seats: 2), Now));
    }

    [Fact]
    public void Once_people_may_come_it_stays_what_it_is_and_once_it_has_begun_it_stays_as_it_is()
    {
        var seminar = Some.Small(Now);
        Assert.IsType<Rewriting.OfAnotherKind>(Rewriting.Decide(seminar, Some.Small(Now, GatheringKind.Workplace), Now));
        Assert.IsType<Rewriting.TooLate>(Rewriting.Decide(seminar, Some.Small(Now), seminar.StartsAt));
        Assert.IsType<Rewriting.Allowed>(Rewriting.Decide(Some.Small(Now).AsDraft(), Some.Small(Now, GatheringKind.Workplace), Now));
        seminar.CallOff(null);
        Assert.IsType<Rewriting.CalledOff>(Rewriting.Decide(seminar, Some.Small(Now), Now));
        Assert.IsType<CallingOff.AlreadyOff>(CallingOff.Decide(seminar, Now));
        Assert.IsType<Publishing.NoDraft>(Publishing.Decide(seminar, Now));
        Assert.IsType<Publishing.TooLate>(Publishing.Decide(Some.Small(Now).AsDraft(), seminar.Deadline));
    }

    [Fact]
    public void Whoever_comes_hears_of_what_concerns_them_and_only_until_they_have_heard_it()
    {
        var seminar = Some.Small(Now);
        var (there, online) = (Mine(seminar, Attendance.OnSite), Mine(seminar, Attendance.Online));
        seminar = Changed(seminar, Some.Small(Now, place: "アミュゼ柏"));
        Assert.Equal([WhatChanged.Place], seminar.NewsFor(there));
        Assert.Empty(seminar.NewsFor(online));
        seminar = Changed(seminar, Some.Small(Now, days: 31, place: "アミュゼ柏"));
        Assert.Equal([WhatChanged.Time, WhatChanged.Place], seminar.NewsFor(there));
        Assert.Equal([WhatChanged.Time], seminar.NewsFor(online));
        Assert.Empty(seminar.NewsFor(Mine(seminar, Attendance.OnSite)));

        there.Hear(seminar.Revision);
        Assert.Empty(seminar.NewsFor(there));
        seminar = Changed(seminar, Some.Small(Now, days: 31, place: "アミュゼ柏", bring: "上ばき"));
        Assert.Equal([WhatChanged.Bring], seminar.NewsFor(there));
        seminar.CallOff(null);
        Assert.Equal([WhatChanged.CalledOff], seminar.NewsFor(there));
        Assert.Equal([WhatChanged.CalledOff], seminar.NewsFor(online));
    }

    [Fact]
    public void A_draft_may_be_written_anew_as_often_as_one_likes_and_nobody_has_missed_anything()
    {
        var draft = Changed(Some.Small(Now).AsDraft(), Some.Small(Now, days: 40));
        draft.Publish();
        Assert.Equal((SeminarState.Open, 0, 3), (draft.State, draft.TimeChanged, draft.Revision));
    }

    [Theory]
    [InlineData("2026-12-24T13:00", "2026-12-24T14:00", "on the way home")]
    [InlineData("2026-12-24T16:00", "2026-12-24T16:00", "the sheet was typed in later")]
    [InlineData("2026-12-24T20:00", "2026-12-25T10:00", "in the evening it waits")]
    [InlineData("2026-12-25T06:00", "2026-12-25T10:00", "nobody is woken up")]
    public void How_it_was_is_asked_by_day(string now, string asked, string why) => Assert.True(AfterSeminar.When(Some.Small(Now), At(now)) == At(asked), why);

    [Fact]
    public void After_two_weeks_nobody_is_asked_any_more() => Assert.Null(AfterSeminar.When(Some.Small(Now), Some.Small(Now).EndsAt.AddDays(15)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("当日の資料 https://example.jp/1", 1)]
    [InlineData("当日の資料　https://example.jp/1\n\nしごとの一覧 https://example.jp/2", 2)]
    public void What_is_taken_home_is_a_line_each(string written, int links) => Assert.Equal(links, Handout.Read(written)!.Value.Length);

    [Theory]
    [InlineData("https://example.jp/1")]
    [InlineData("資料 http://example.jp/1")]
    [InlineData("資料 javascript:alert(1)")]
    [InlineData("とてもとてもとてもとてもながい資料の名前です https://example.jp/1")]
    [InlineData("一 https://a.jp\n二 https://b.jp\n三 https://c.jp\n四 https://d.jp")]
    public void What_is_none_is_not_taken(string written) => Assert.Null(Handout.Read(written));

    private static Seminar Changed(Seminar old, Seminar next)
    {
        next.Continue(old);
        return next;
    }

    private static Reservation Mine(Seminar seminar, Attendance how) => Reservation.Of(seminar, "hanako", how, 1, waits: false, Now);

    private static DateTimeOffset At(string clock) => new(DateTime.Parse(clock, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(9));
}
