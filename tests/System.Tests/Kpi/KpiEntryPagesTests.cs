using System.Net;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Xunit;

namespace Concierge.SystemTests.Kpi;

/// <summary>Staff write down what happened elsewhere, and correct it.</summary>
public sealed class KpiEntryPagesTests
{
    private const string New = "/kpi/entries/new?indicator=site-accesses", Path = "/kpi/entries";

    private static readonly (string, string)[] July = [("indicator", "site-accesses"), ("day", "2023-07-31"), ("number", "７，６００"), ("outOf", ""), ("note", "ネットの管理画面から")];

    [Fact]
    public async Task A_button_pressed_twice_writes_one_number_and_leads_to_its_list()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var hidden = await sato.Hides(New, Path);
        for (var press = 1; press <= 2; press++)
            Assert.Equal("/kpi/site-accesses?fiscalYear=R5&period=year&done=true", (await sato.Asks(HttpMethod.Post, Path, [.. hidden, .. July])).Headers.Location?.OriginalString);
        Assert.Equal(7600, Assert.Single(Entries(desk)).Number);
        var changed = await sato.Asks(HttpMethod.Post, Path, [.. hidden, .. With("number", "8000")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        Assert.Contains("もう記録されています", await Clerk.Text(changed), StringComparison.Ordinal);
        Assert.Equal(7600, Assert.Single(Entries(desk)).Number);
    }

    [Fact]
    public async Task A_number_is_corrected_unless_somebody_else_was_faster()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        await sato.Sends(New, Path, July);
        var place = $"{Path}/{Assert.Single(Entries(desk)).Id}";
        var old = await sato.Hides(place, place);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Sends(place, place, With("number", "7500"))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await sato.Asks(HttpMethod.Post, place, [.. old, .. With("number", "1")])).StatusCode);
        Assert.Equal((7500, 2), (Assert.Single(Entries(desk)).Number, Entries(desk)[0].Revision));
        Assert.Equal(["write", "change"], desk.Trail("kpi-entry/" + Entries(desk)[0].Id).Select(entry => entry.Action));
    }

    [Theory]
    [InlineData("indicator", "luck", "指標を選んで")]
    [InlineData("indicator", "", "指標を選んで")]
    [InlineData("day", "", "日付は")]
    [InlineData("day", "31/07/2023", "日付は")]
    [InlineData("day", "2027-01-01", "日付は")]
    [InlineData("number", "", "数は、0から")]
    [InlineData("number", "たくさん", "数は、0から")]
    [InlineData("number", "-1", "数は、0から")]
    [InlineData("number", "99999999999999999999", "数は、0から")]
    [InlineData("outOf", "5", "答えた人の数は")]
    [InlineData("outOf", "多数", "答えた人の数は")]
    [InlineData("once", "", "Idempotency-Key")]
    public async Task A_slip_is_named_what_was_typed_stays_and_nothing_is_kept(string item, string typed, string told)
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var refused = await sato.Sends(New, Path, With(item, typed));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains("ネットの管理画面から", page, StringComparison.Ordinal);
        Assert.Empty(Entries(desk));
    }

    [Fact]
    public async Task A_note_that_is_markup_is_shown_as_it_was_written()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        await sato.Sends(New, Path, With("note", "</textarea><script>alert(1)</script>"));
        foreach (var path in new[] { "/kpi/site-accesses?fiscalYear=R5", $"{Path}/{Assert.Single(Entries(desk)).Id}" })
            Assert.DoesNotContain("<script>", await (await sato.Opens(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static (string, string)[] With(string item, string value) => [.. July.Where(one => one.Item1 != item), (item, value)];

    private static List<KpiEntry> Entries(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<KpiEntry>().ToList());

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        return await Clerk.SignsIn(desk, "sato");
    }
}
