using Concierge.Core.Broadcasts;
using Xunit;

namespace Concierge.CoreTests.Broadcasts;

public sealed class BroadcastTests
{
    private const string Sato = "sato", Suzuki = "suzuki", Tanaka = "tanaka";

    private static readonly QuietHours Quiet = QuietHours.Usual;

    /// <summary>Tuesday, ten o'clock.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void It_goes_from_the_draft_to_its_end()
    {
        var one = Draft();
        Done(one.Submit(10, Quiet, Now), one, BroadcastState.Submitted);
        Done(one.Approve(Suzuki, 100, Quiet, Now), one, BroadcastState.Approved);
        Assert.Equal((Suzuki, Now, Now, Now.AddMinutes(60)), (one.ApprovedBy, one.ApprovedAt, one.DueAt, one.LatestAt));
        Done(one.Start(Now), one, BroadcastState.Sending);
        Done(one.Pause(BroadcastReason.Staff), one, BroadcastState.Paused);
        Done(one.Resume(Now), one, BroadcastState.Sending);
        Done(one.Finish(Now), one, BroadcastState.Sent);
        Assert.Equal((6, true), (one.Revision, one.IsOver));
    }

    [Fact]
    public void What_is_to_go_out_at_once_and_is_approved_by_night_goes_out_in_the_morning()
    {
        var (one, night, morning) = (Draft(), Now.AddHours(11), Now.AddHours(22));
        one.Submit(10, Quiet, night);
        Done(one.Approve(Suzuki, 1, Quiet, night), one, BroadcastState.Approved);
        Assert.Equal((morning, morning.AddMinutes(60)), (one.DueAt, one.LatestAt));
    }

    /// <summary>Begun a minute before the quiet hours, half of the people would have it and half would not.</summary>
    [Fact]
    public void What_could_not_be_done_before_the_quiet_hours_begins_in_the_morning()
    {
        var (one, late, morning) = (Draft(), Now.AddHours(9).AddMinutes(55), Now.AddHours(22));
        one.Submit(10, Quiet, late);
        Done(one.Approve(Suzuki, 1, Quiet, late), one, BroadcastState.Approved);
        Assert.Equal(morning, one.DueAt);
        Assert.Equal((false, true, false, true), (Quiet.MayStart(late), Quiet.MayStart(late.AddMinutes(-6)), Quiet.MayStart(morning.AddMinutes(-1)), Quiet.MayStart(morning)));
    }

    [Fact]
    public void Neither_a_test_nor_one_time_of_many_becomes_something_else()
    {
        var draft = Draft();
        foreach (var one in new[] { draft.Test(Sato, draft.Content, "t", Now), draft.Of(new Occurrence("2026-11-24", Now, null), "o") })
        {
            Assert.Equal(new BroadcastMove.NotNow(BroadcastState.Approved), one.Edit(Sato, draft.Content, draft.Audience, draft.Timing, 60, 100));
            Assert.Equal(Now, one.DueAt);
        }
    }

    [Fact]
    public void Who_wrote_in_it_does_not_approve_it()
    {
        var one = Draft();
        Edit(one, Tanaka, "別の題");
        one.Submit(10, Quiet, Now);
        Assert.Equal(new BroadcastMove.OwnWords(), one.Approve(Sato, 1, Quiet, Now));
        Assert.Equal(new BroadcastMove.OwnWords(), one.Approve(Tanaka, 1, Quiet, Now));
        Done(one.Approve(Suzuki, 1, Quiet, Now), one, BroadcastState.Approved);
    }

    [Fact]
    public void An_edit_withdraws_the_approval()
    {
        var one = Approved();
        Done(Edit(one, Suzuki, "別の題"), one, BroadcastState.Draft);
        Assert.Equal((null, null, null), (one.ApprovedBy, one.DueAt, one.LatestAt));
        one.Submit(10, Quiet, Now);
        Assert.Equal(new BroadcastMove.OwnWords(), one.Approve(Suzuki, 1, Quiet, Now));
    }

    [Fact]
    public void What_has_begun_cannot_be_edited()
    {
        var one = Approved();
        one.Start(Now);
        Assert.Equal(new BroadcastMove.NotNow(BroadcastState.Sending), Edit(one, Sato, "別の題"));
        one.Pause(BroadcastReason.Staff);
        Assert.Equal(new BroadcastMove.NotNow(BroadcastState.Paused), Edit(one, Sato, "別の題"));
    }

    [Fact]
    public void A_submitted_one_can_be_sent_back()
    {
        var one = Draft();
        one.Submit(10, Quiet, Now);
        Done(one.Reject(), one, BroadcastState.Draft);
        Assert.Equal(new BroadcastMove.NotNow(BroadcastState.Draft), one.Approve(Suzuki, 1, Quiet, Now));
    }

    [Fact]
    public void More_people_than_its_cap_and_nobody_are_refused()
    {
        var one = Draft(cap: 10);
        Assert.Equal(new BroadcastMove.OverCap(11, 10), one.Submit(11, Quiet, Now));
        Assert.Equal(new BroadcastMove.Nobody(), one.Submit(0, Quiet, Now));
        Done(one.Submit(10, Quiet, Now), one, BroadcastState.Submitted);
        Assert.Equal(new BroadcastMove.OverCap(11, 10), one.Approve(Suzuki, 11, Quiet, Now));
        Assert.Equal(new BroadcastMove.Nobody(), one.Approve(Suzuki, 0, Quiet, Now));
        Done(one.Approve(Suzuki, 10, Quiet, Now), one, BroadcastState.Approved);
    }

    [Fact]
    public void Before_the_first_it_is_taken_back_and_after_it_broken_off()
    {
        var early = Approved();
        Done(early.Stop(BroadcastReason.Staff, Now), early, BroadcastState.Cancelled);
        var late = Approved();
        late.Start(Now);
        Done(late.Stop(BroadcastReason.Staff, Now), late, BroadcastState.Stopped);
        Assert.Equal(new BroadcastMove.NotNow(BroadcastState.Stopped), late.Resume(Now));
    }

    [Fact]
    public void Past_its_latest_time_it_expires_also_while_it_is_paused()
    {
        var one = Approved();
        Assert.Equal(new BroadcastMove.NotNow(BroadcastState.Approved), one.RunOut(Now.AddMinutes(59)));
        one.Pause(BroadcastReason.Staff);
        Done(one.RunOut(Now.AddMinutes(60)), one, BroadcastState.Expired);
    }

    [Theory]
    [InlineData("2026-11-24T09:00:00+09:00", 30, "timing")]
    [InlineData("2026-11-24T09:00:00+09:00", 61, null)]
    [InlineData("2026-11-24T19:50:00+09:00", 15, null)]
    [InlineData("2026-11-24T20:00:00+09:00", 15, "timing")]
    [InlineData("2026-11-24T21:00:00+09:00", 660, "timing")]
    [InlineData("2026-11-24T21:00:00+09:00", 661, null)]
    [InlineData(null, 14, "window")]
    [InlineData(null, 2881, "window")]
    public void There_must_be_a_time_that_is_neither_over_nor_quiet(string? at, int window, string? wrong)
    {
        var one = Draft(at is null ? null : DateTimeOffset.Parse(at, null), window);
        Assert.Equal(wrong, one.Wrong(Quiet, Now).FirstOrDefault());
        Assert.Equal(wrong is null ? new BroadcastMove.Done() : new BroadcastMove.Wrong(wrong), one.Submit(10, Quiet, Now));
    }

    [Theory]
    [InlineData("http://example.jp/", "address")]
    [InlineData("https://user@example.jp/", "address")]
    [InlineData("javascript:alert(1)", "address")]
    [InlineData("//example.jp", "address")]
    [InlineData("https://www.city.kashiwa.lg.jp/", null)]
    public void A_link_leads_to_a_page_of_the_web(string address, string? wrong) =>
        Assert.Equal(wrong, new BroadcastContent("題", "本文", Link: new BroadcastLink("見る", address)).Wrong().SingleOrDefault());

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var one = new Broadcast { Code = "c", Content = new BroadcastContent("", " ", Picture: "p"), Audience = Audience.Everybody, Timing = new Timing.Once(Now.AddDays(-1)), WindowMinutes = 5, Cap = 0, Writers = "sato" };
        Assert.Equal(["title", "text", "alt", "window", "cap", "timing"], one.Wrong(Quiet, Now));
        Assert.All(["title", "text", "alt"], part => Assert.True(one.Content.IsUnwritten(part)));
    }

    [Theory]
    [InlineData("https://example.jp/a.png", null, "絵", null)]
    [InlineData(null, "p", "絵", null)]
    [InlineData("https://example.jp/a.png", "p", "絵", "picture")]
    [InlineData(null, "p", null, "alt")]
    [InlineData("https://example.jp/a.png", null, " ", "alt")]
    [InlineData(null, null, null, null)]
    public void A_picture_is_one_and_is_described(string? image, string? picture, string? alt, string? wrong) =>
        Assert.Equal(wrong, new BroadcastContent("題", "本文", image, Picture: picture, Alt: alt).Wrong().SingleOrDefault());

    [Fact]
    public void Each_time_of_one_that_repeats_is_a_broadcast_of_its_own()
    {
        var series = Draft(timing: new Timing.Weekly(DayOfWeek.Friday, new TimeOnly(9, 0), new DateOnly(2026, 12, 31)));
        series.Submit(10, Quiet, Now);
        series.Approve(Suzuki, 0, Quiet, Now);
        Assert.Null(series.DueAt);
        var time = Assert.Single(series.Timing.Due(series.RepeatsFrom!.Value, Now.AddDays(7), []));
        var one = series.Of(time, "code-2");
        Assert.Equal((BroadcastState.Approved, "2026-11-27", time.At, Suzuki), (one.State, one.Occurrence, one.DueAt!.Value, one.ApprovedBy));
    }

    private static Broadcast Approved()
    {
        var one = Draft();
        one.Submit(10, Quiet, Now);
        one.Approve(Suzuki, 1, Quiet, Now);
        return one;
    }

    private static Broadcast Draft(DateTimeOffset? at = null, int window = 60, int cap = 1000, Timing? timing = null) => new()
    {
        Code = "code-1", Content = new BroadcastContent("教室のご案内", "来週の教室です。"), Audience = Audience.Everybody, Timing = timing ?? new Timing.Once(at),
        WindowMinutes = window, Cap = cap, Writers = Sato,
    };

    private static BroadcastMove Edit(Broadcast one, string staff, string title) =>
        one.Edit(staff, one.Content with { Title = title }, one.Audience, one.Timing, one.WindowMinutes, one.Cap);

    private static void Done(BroadcastMove move, Broadcast one, BroadcastState state) => Assert.Equal((new BroadcastMove.Done(), state), (move, one.State));
}
