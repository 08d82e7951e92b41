using Concierge.BrowserTests.Looks;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>佐藤 writes a gathering, opens it, calls it off, rings people, types in the sheet from the door and reads what came of it; pictures to be looked at.</summary>
public sealed class GatheringLooksTests(Chromium chromium) : ConsoleTest(chromium)
{
    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task A_visit_to_a_workplace_is_written_and_opened(Look look)
    {
        await Begins(look);
        await Follows("教室");
        await Reads("list", look);
        await Follows("新しく書く");
        await Sees("新しく書く");
        await Reads("new", look);
        await Follows("地域ミニ集会");
        await Writes("題名", "光ケ丘の ミニ集会");
        await Writes("会場", "光ケ丘近隣センター");
        await Writes("住所", "光ケ丘団地3-6");
        await Writes("はじまり", "2026-12-12T10:00");
        await Writes("おわり", "2026-12-12T09:00");
        await Page.GetByLabel("南部", new() { Exact = true }).CheckAsync();
        await Presses("準備中として保存する");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("おわりは");
        await Reads("wrong", look);
        await Writes("おわり", "2026-12-12T12:00");
        await Presses("準備中として保存する");
        await Sees("光ケ丘の ミニ集会");
        await Reads("draft", look);
        await Follows("公開する");
        await Reads("publish", look);
        await Presses("公開する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("公開しました。");
        // The browser tells of every refused form itself.
        Assert.All(Complaints, complaint => Assert.Contains("400", complaint, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Called_off_it_says_who_hears_of_it_and_whom_to_ring(Look look)
    {
        await Begins(look);
        await Page.GotoAsync("/seminars/demo-4");
        await Writes("名前", "山田 花子");
        await Writes("電話（分かるとき）", "04-7100-0000");
        await Presses("予約する");
        await Follows("中止にする");
        await Writes("理由（会員が読みます）", "大雪のためです。");
        await Reads("call-off", look);
        await Presses("中止にして知らせる");
        await Page.GotoAsync("/seminars/calls");
        await Expect(Page.GetByRole(AriaRole.Rowheader, new() { Name = "山田 花子" })).ToBeVisibleAsync();
        await Reads("calls", look);
        await Presses("伝えた");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("伝えたと記録しました。");
        Assert.Empty(Complaints);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task The_sheet_from_the_door_is_typed_in_and_the_result_is_read(Look look)
    {
        await Desk.Database.Writer.Write(unit =>
        {
            foreach (var (id, name) in new[] { ("m-yamada", "山田 花子"), ("m-tanaka", "田中 太郎") })
            {
                var member = unit.Members.AddAnonymous(Some.Noon, () => id);
                Contacts.Keep(unit, member, new Contact(name, null), "sato", Some.Noon);
                Rosters.Do(unit, member, new Effect.Reserve("demo-1", Attendance.OnSite, 1), Some.Noon);
            }
        });
        var ends = Desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").EndsAt);
        Desk.Time.SetUtcNow(ends);
        await Begins(look);
        await Page.GotoAsync("/seminars/demo-1/check-ins");
        await Page.GetByLabel("山田 花子").CheckAsync();
        await Reads("checkin", look);
        await Presses("出欠を保存する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("出欠を記録しました。");
        await Reads("over", look);
        await Desk.Database.Writer.Write(unit =>
        {
            var came = unit.Db.Set<Reservation>().AsNoTracking().Single(r => r.State == ReservationState.Attended).MemberId;
            Rosters.Do(unit, came, new Effect.RateSeminar("demo-1", Satisfaction.VeryGood), ends);
            Rosters.Do(unit, came, new Effect.CommentSeminar("demo-1", "体験談が心にのこりました。"), ends);
        });
        await Follows("結果");
        await Expect(Page.GetByText("体験談が心にのこりました。")).ToBeVisibleAsync();
        await Reads("result", look);
        await Page.GotoAsync("/seminars/results");
        await Reads("year", look);
        Assert.Empty(Complaints);
    }

    private async Task Begins(Look look)
    {
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await Page.SetTo(look);
    }

    private Task Reads(string name, Look look) => Eyes.Sees(Page, $"gathering-{name}", look);
}
