using System.Net;
using System.Text;
using Concierge.Bot.Seminars;
using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.SystemTests.Road;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.SystemTests.Seminars;

public sealed class SeminarPagesTests
{
    [Fact]
    public async Task The_calendar_file_is_public_and_names_nobody()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var http = new HttpClient();
        var answer = await http.GetAsync($"{town.BotUrl}/seminars/demo-4.ics", Stop);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = Unfolded(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20261222T133000", lines);
        Assert.Contains("DTEND;TZID=Asia/Tokyo:20261222T163000", lines);
        Assert.Contains("SUMMARY:学んで働くお仕事セミナー 福祉（介護・生活支援）編", lines);
        Assert.Contains(@"LOCATION:ラコルタ柏 柏5-8-12 教育福祉会館", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal) || line.StartsWith("ORGANIZER", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{town.BotUrl}/seminars/demo-9.ics", Stop)).StatusCode);
    }

    /// <summary>RFC 5545, 3.8.1.11 and 3.8.7.4.</summary>
    [Fact]
    public async Task Whoever_has_it_in_their_calendar_reads_there_that_it_was_called_off()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var http = new HttpClient();
        Assert.Equal(["SEQUENCE:1", "STATUS:CONFIRMED"], await Standing("/seminars/demo-4.ics"));
        await town.OthersDo(new ScriptLine.Does("cancels", 4));
        Assert.Equal(["SEQUENCE:2", "STATUS:CANCELLED"], await Standing("/seminars/demo-4.ics"));
        Assert.Contains("STATUS:CANCELLED", await Standing("/calendar.ics"));
        await town.Passes(TimeSpan.FromDays(60));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{town.BotUrl}/seminars/demo-4.ics", Stop)).StatusCode);

        async Task<IEnumerable<string>> Standing(string path) => Unfolded(await http.GetStringAsync(town.BotUrl + path, Stop))
            .Where(line => line.StartsWith("STATUS:", StringComparison.Ordinal) || line.StartsWith("SEQUENCE:", StringComparison.Ordinal));
    }

    [Fact]
    public void Odd_characters_in_a_title_are_escaped_and_long_lines_folded_between_characters()
    {
        var written = SeminarCalendar.Write([Odd()], Data.Some.Noon);
        Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)));
        var lines = Unfolded(written);
        Assert.Contains(@"SUMMARY:話\, 聞く\; 学ぶ \\ 働く " + string.Concat(Enumerable.Repeat("👵🏻と𠮷", 20)), lines);
        Assert.Contains(@"DESCRIPTION:一行目\n二行目\n持ち物：ペン\, めがね", lines);
    }

    /// <summary>RFC 5545, 3.6.5: a time zone that is named must be told, with at least one standard time.</summary>
    [Fact]
    public void The_clocks_of_Tokyo_are_told_with_it()
    {
        var lines = Unfolded(SeminarCalendar.Write([Odd()], Data.Some.Noon));
        Assert.Contains("TZID:Asia/Tokyo", lines);
        Assert.Contains("BEGIN:STANDARD", lines);
        Assert.Contains("TZOFFSETTO:+0900", lines);
    }

    [Fact]
    public async Task The_code_at_the_door_opens_a_page_that_decides_nothing_and_leads_to_LINE()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", "@kashiwa"));
        using var http = new HttpClient();
        var page = WebUtility.HtmlDecode(await http.GetStringAsync($"{town.BotUrl}/k/4101", Stop));
        Assert.Contains("「受付 4101」", page);
        Assert.Contains("https://line.me/R/oaMessage/%40kashiwa/?%E5%8F%97%E4%BB%98%204101", page);
        Assert.DoesNotContain("<form", page);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{town.BotUrl}/k/4101x", Stop)).StatusCode);
    }

    [Fact]
    public async Task Somebody_on_the_page_checks_in_there_with_one_press()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var person = new WebPerson(town);
        await person.Opens((await town.PageFor()).Link);
        foreach (var words in Town.Welcome.Concat(["教室", "1番", "予約する", "会場で", "一人で", "はい"])) await person.Says(words);
        await town.Passes(TimeSpan.FromDays(9));

        await person.Opens((await town.PageFor()).Link);
        await person.Opens($"{town.BotUrl}/k/4101");
        await person.Says("受付 4101");
        await person.Sees("受付しました");
        Assert.Equal(ReservationState.Attended, Assert.Single(town.Reservations(1)).State);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string[] Unfolded(string written) => written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static Seminar Odd() => new()
    {
        Id = "odd", Kind = GatheringKind.Seminar, Series = "x", Number = 1, Title = @"話, 聞く; 学ぶ \ 働く " + string.Concat(Enumerable.Repeat("👵🏻と𠮷", 20)), Short = "x", AlsoCalled = "x",
        About = "一行目\n二行目", Bring = "ペン, めがね", Place = "パレット柏", Address = "柏1-7-1", Latitude = 35.86, Longitude = 139.97, Area = "centre", OnSiteSeats = 3, OnlineSeats = 0,
        StartsAt = new DateTimeOffset(2026, 12, 22, 13, 30, 0, TimeSpan.FromHours(9)), EndsAt = new DateTimeOffset(2026, 12, 22, 16, 30, 0, TimeSpan.FromHours(9)),
        Deadline = new DateTimeOffset(2026, 12, 20, 17, 0, 0, TimeSpan.FromHours(9)), OfferHours = 24, DayCode = "1234",
    };
}
