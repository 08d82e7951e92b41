using System.Net;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Somebody telephones, and 佐藤 books on the page of the seminar.</summary>
public sealed class BookingPagesTests
{
    private const string Page = "/seminars/demo-1", Books = Page + "/reservations", Cancels = Page + "/cancellation";

    private static readonly (string, string)[] Yamada = [("name", "山田 花子"), ("phone", "04-7100-0000"), ("how", "onSite"), ("seats", "1")];

    [Fact]
    public async Task A_seat_is_taken_once_however_often_the_button_is_pressed_and_given_back()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        (string, string)[] form = [.. await sato.Hides(Page, Books), .. Yamada];
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(Page + "?did=reserved", (await sato.Asks(HttpMethod.Post, Books, form)).Headers.Location?.OriginalString);
        Assert.Equal(ReservationState.Reserved, Assert.Single(Roster(desk)).State);
        Assert.Contains("席を取りました", await sato.Reads(Page + "?did=reserved"), StringComparison.Ordinal);

        // No slip of the finger beside 来たと記録する gives a seat back.
        Assert.Contains("<summary>予約を取り消すとき</summary><form method=\"post\" action=\"" + Cancels, (await sato.Reads(Page)).Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Page + "?did=cancelled", (await sato.Sends(Page, Cancels)).Headers.Location?.OriginalString);
        Assert.Equal(ReservationState.Cancelled, Assert.Single(Roster(desk)).State);
        var member = Roster(desk)[0].MemberId;
        Assert.Equal(["reserve", "cancel"], desk.Trail($"seminar/demo-1/reservation/{member}").Select(entry => entry.Action));
    }

    [Fact]
    public async Task When_it_is_full_the_page_says_so_and_offers_the_line()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        await desk.Database.Writer.Write(unit => unit.Db.Set<Seminar>().Where(s => s.Id == "demo-1").ExecuteUpdate(set => set.SetProperty(s => s.OnSiteTaken, s => s.OnSiteSeats)));
        var refused = await sato.Sends(Page, Books, Yamada);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains("満席です", page, StringComparison.Ordinal);
        Assert.Contains("value=\"山田 花子\"", page, StringComparison.Ordinal);
        Assert.Empty(Roster(desk));
        Assert.Equal(Page + "?did=waiting", (await sato.Sends(Page, Books, [.. Yamada, ("wait", "true")])).Headers.Location?.OriginalString);
        Assert.Equal(ReservationState.Waiting, Assert.Single(Roster(desk)).State);
    }

    [Fact]
    public async Task Who_has_a_seat_already_and_who_comes_too_late_is_told_so()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        using var sato = await Comes(desk);
        (string, string)[] hanako = [("member", Data.Some.Hanako), ("how", "onSite"), ("seats", "1")];
        await sato.Sends(Page, Books, hanako);
        var twice = await sato.Sends(Page, Books, hanako);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("もう席があるか", await Clerk.Text(twice), StringComparison.Ordinal);

        var open = await sato.Hides(Page, Books);
        desk.Time.SetUtcNow(desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").EndsAt));
        await sato.Signs("sato", Desk.Password);
        Assert.Contains("新しい予約は受けられません", await sato.Reads(Page), StringComparison.Ordinal);
        var late = await sato.Asks(HttpMethod.Post, Books, [.. Fresh(await sato.Hides(Page, "/sign-out"), open), .. Yamada]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("終わった、中止になった", await Clerk.Text(late), StringComparison.Ordinal);
        Assert.Single(Roster(desk));
    }

    [Theory]
    [InlineData("name", "", "名前か番号のどちらか一つ")]
    [InlineData("how", "byTrain", "参加のしかたを一つ選んでください")]
    [InlineData("seats", "9", "人数は1人か2人です")]
    public async Task What_is_wrong_is_named_and_nobody_is_booked(string field, string value, string said)
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var refused = await sato.Sends(Page, Books, [.. Yamada.Where(one => one.Item1 != field && (field != "name" || one.Item1 != "phone")), (field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(said, await Clerk.Text(refused), StringComparison.Ordinal);
        Assert.Empty(Roster(desk));
        Assert.Equal(HttpStatusCode.NotFound, (await sato.Asks(HttpMethod.Post, Cancels, [.. await sato.Hides(Page, Books), ("member", "m-nobody")])).StatusCode);
    }

    /// <summary>The secret of the new session with the key of the form that was open.</summary>
    private static IEnumerable<(string, string)> Fresh((string Name, string Value)[] now, (string Name, string Value)[] open) =>
        [.. now.Where(one => one.Name.StartsWith("__", StringComparison.Ordinal)), .. open.Where(one => one.Name == "once")];

    private static List<Reservation> Roster(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.SeminarId == "demo-1").ToList());

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("sato", "佐藤", Role.Desk);
        return await Clerk.SignsIn(desk, "sato");
    }
}
