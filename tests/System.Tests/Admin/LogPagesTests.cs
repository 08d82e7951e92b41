using System.Net;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>佐藤 is on the telephone and writes into the log with one hand.</summary>
public sealed class LogPagesTests
{
    private const string Log = "/desk", Points = "/points", Count = "/points/enrolments";

    private static readonly (string, string)[] Call = [("way", "telephone"), ("theme", "work"), ("minutes", "１５"), ("note", "庭の手入れを\r\nさがしている")];

    [Fact]
    public async Task A_call_is_written_down_once_however_often_the_button_is_pressed_and_is_found_and_counted()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        (string, string)[] form = [.. await sato.Hides(Log, Log), .. Call];
        foreach (var _ in new[] { 1, 2 }) Assert.Equal("/desk?did=written", (await sato.Asks(HttpMethod.Post, Log, form)).Headers.Location?.OriginalString);

        Assert.Equal("庭の手入れを\nさがしている", ConsultationNotesOf(desk).Single());
        var page = await sato.Reads(Log + "?quarter=3&way=telephone");
        Assert.Contains("庭の手入れを", page, StringComparison.Ordinal);
        Assert.Contains("1件（15分）", page, StringComparison.Ordinal);
        Assert.DoesNotContain("庭の手入れを", await sato.Reads(Log + "?quarter=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("庭の手入れを", await sato.Reads(Log + "?way=walkIn"), StringComparison.Ordinal);
        Assert.Equal(3, desk.Trail("consultations").Count(entry => entry is { Action: "read", Fields: "note" }) - 1);
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_corrected_and_what_a_colleague_changed_meanwhile_is_not_overwritten()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        using var sato = await Comes(desk);
        await sato.Sends(Log + "?with=" + Some.Hanako, Log, [.. Call, ("member", Some.Hanako)]);
        var one = Log + "/" + desk.Database.Reader.Read(unit => unit.Db.Set<ConsultationEntry>().Single().Id);
        var open = await sato.Hides(one, one);
        (string, string)[] changed = [("way", "walkIn"), ("theme", "health"), ("minutes", "20"), ("note", "来所に直した"), ("member", Some.Hanako)];
        Assert.Equal("/desk?did=written", (await sato.Asks(HttpMethod.Post, one, [.. open, .. changed])).Headers.Location?.OriginalString);
        Assert.Equal("来所に直した", ConsultationNotesOf(desk).Single());

        var stale = await sato.Asks(HttpMethod.Post, one, [.. open, .. Call]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        var page = await Clerk.Text(stale);
        Assert.Contains("ほかの人が先に変えました", page, StringComparison.Ordinal);
        Assert.Contains("庭の手入れを", page, StringComparison.Ordinal);
        Assert.Equal("来所に直した", ConsultationNotesOf(desk).Single());
    }

    [Theory]
    [InlineData("minutes", "", "1分から480分まで")]
    [InlineData("minutes", "many", "1分から480分まで")]
    [InlineData("way", "train", "来かたを一つ選んでください")]
    [InlineData("theme", "", "主な内容を一つ選んでください")]
    [InlineData("at", "2030-01-01T00:00", "いまより前に")]
    [InlineData("member", "m-nobody", "その番号の会員はいません。会員の画面で確かめてください")]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string field, string value, string said)
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var refused = await sato.Sends(Log, Log, [.. Call.Where(one => one.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("庭の手入れを", page, StringComparison.Ordinal);
        Assert.Empty(ConsultationNotesOf(desk));
    }

    [Theory]
    [InlineData("/desk?quarter=5")]
    [InlineData("/desk?quarter=x")]
    [InlineData("/desk?way=train")]
    [InlineData("/desk?fiscalYear=H30")]
    [InlineData("/desk?cursor=x")]
    public async Task What_one_cannot_look_for_is_answered_by_a_page(string path)
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        Assert.Equal(HttpStatusCode.BadRequest, (await sato.Opens(path)).StatusCode);
    }

    [Fact]
    public async Task Who_was_helped_to_a_card_is_counted_once_for_one_press_and_who_has_linked_one_is_known_by_nothing_else()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => unit.Db.Add(new PointCardEntry { MemberId = Some.Hanako, Card = new Sealed([1, 2, 3]), LinkedAt = Some.Noon }));
        using var sato = await Comes(desk);
        (string, string)[] app = [.. (await sato.HidesAll(Points, Count))[0]];
        foreach (var _ in new[] { 1, 2 }) Assert.Equal("/points?did=counted", (await sato.Asks(HttpMethod.Post, Count, app)).Headers.Location?.OriginalString);
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Set<TallyEntry>().Where(t => t.Kind == "card/app").Sum(t => t.Times)));
        Assert.Contains("/members/" + Some.Hanako, await sato.Reads(Points), StringComparison.Ordinal);
        Assert.Contains("2026-11-24", await sato.Reads("/members/" + Some.Hanako), StringComparison.Ordinal);

        var wrong = await sato.Asks(HttpMethod.Post, Count, [.. app.Where(one => one.Item1 is not ("kind" or "once")), ("kind", "gift"), ("once", "2")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("種類を一つ選んでください", await Clerk.Text(wrong), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string?> ConsultationNotesOf(Desk desk) =>
        desk.Database.Reader.Read(unit => unit.Db.Set<ConsultationEntry>().AsNoTracking().AsEnumerable().Select(entry => ConsultationNotes.Read(unit, entry)).ToList());

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("sato", "佐藤", Role.Desk);
        return await Clerk.SignsIn(desk, "sato");
    }
}
