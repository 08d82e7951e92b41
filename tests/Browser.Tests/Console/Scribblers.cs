using System.Text;
using System.Text.Json;
using Concierge.Bot.Web;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Handoff;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.BrowserTests.Console;

/// <summary>A citizen and the desk, who write these words into everything that can be written into.</summary>
internal sealed class Scribblers(Town town, SystemTests.Admin.Desk desk, string person, IReadOnlyList<string> words)
{
    public const int LongestStory = 290, LongestName = 100;

    private const string Figure = "site-accesses";

    private const int InOneMessage = 4, LargestHall = 500, LongestPhone = 30, LongestSlip = 1_000, LongestTitle = 40, LongestLabel = 20, Enough = 60;

    private string _seminar = "", _member = "", _consultation = "", _referral = "", _request = "", _erasure = "", _figure = "", _broadcast = "";
    private long _case, _unsent, _parked;
    private readonly Dictionary<Role, string> _tokens = [];

    /// <returns>An id for the first parts of each page's address that asks for one, or for the whole of it.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Write()
    {
        foreach (var (name, i) in words.Select((name, i) => (name, i))) await desk.Employs($"{person}-{i}", name, Role.Partner, HostileWords.Together(words.Skip(i), LongestName));
        await TheCitizen();
        await TheDesk();
        await TheTelephone();
        await TheRoad();
        await TheGathering();
        return new Dictionary<string, string>
        {
            ["cases"] = $"{_case}", ["members"] = _member, ["seminars"] = _seminar, ["accounts"] = $"{person}-0", ["desk"] = _consultation, ["referrals"] = _referral, ["requests"] = _request,
            ["requests/{id}/erasure"] = _erasure, ["unsent"] = $"{_unsent}", ["unsent/parked"] = $"{_parked}",
            ["broadcasts"] = _broadcast, ["follow-ups"] = _member, ["kpi"] = Figure, ["kpi/entries"] = _figure, ["posts"] = $"{town.Database.Reader.Read(unit => unit.Db.Set<Listing>().First().Id)}",
        };
    }

    /// <summary>Answers on the page, asks for staff, and tells them everything over LINE and then over the page.</summary>
    private async Task TheCitizen()
    {
        var (phone, page) = (town.Line.Person(person), new WebPerson(town));
        await town.Enters(phone);
        _member = town.Database.Reader.Read(unit => unit.Db.Set<LineUserEntry>().Single(user => user.LineUserId == phone.Id).MemberId);
        await Says("棚卸しをはじめる");
        await page.Opens(await town.Database.Writer.Write(unit => town.Part<PageLinkMaker>().Make(unit, _member, Page.Conversation, town.Clock.GetUtcNow())));
        for (var i = 0; !page.Page.Contains("これでよい", StringComparison.Ordinal); i++)
        {
            Assert.True(i < Enough, page.Page);
            if (page.Page.Contains("<textarea", StringComparison.Ordinal)) await page.Says(HostileWords.Together(words, LongestStory));
            else await page.AnswersFirst();
        }
        await Says("職員と話す");
        await Says("はい");
        await town.Database.Writer.Write(unit =>
        {
            unit.Consents.Add(_member, new Consent(Purpose.Staff, "share@1/consent_staff", true, town.Clock.GetUtcNow(), Consents.Member));
            unit.Consents.Add(_member, new Consent(Purpose.Research, "counter/consent_research", true, town.Clock.GetUtcNow(), "sato"));
            FollowUps.Move(unit, _member, new Effect.MoveWave("0/0", Wave.On.List), town.Clock.GetUtcNow());
            _case = unit.Db.Set<HandoffCase>().Single(one => one.MemberId == _member).Id;
            Assert.IsType<Handing.Done>(Cases.Claim(unit, _case, "sato", Cases.Find(unit, _case)!.Revision, town.Clock.GetUtcNow()));
        });
        foreach (var some in words.Chunk(InOneMessage)) await Says(string.Join('\n', some));
        await page.Reads();
        foreach (var some in words.Chunk(InOneMessage)) await page.Says(string.Join('\n', some));
        await town.Settles();

        async Task Says(string text)
        {
            await phone.Says(text);
            await town.Settles();
        }
    }

    private async Task TheDesk()
    {
        await town.Database.Writer.Write(unit =>
        {
            foreach (var (note, i) in words.Select((note, i) => (note, i))) Cases.AddNote(unit, _case, $"{person}-{i}", note, town.Clock.GetUtcNow());
        });
        foreach (var (some, i) in words.Chunk(InOneMessage).Select((some, i) => (some, i)))
            _consultation = await Posts("/api/v1/consultations", new { way = "walkIn", theme = "other", minutes = 5, note = string.Join('\n', some), member = _member }, i);
        _referral = await Posts($"/api/v1/cases/{_case}/referrals", new { partner = "silver", slip = HostileWords.Together(words, LongestSlip) }, 0);
        _request = await Posts("/api/v1/data-requests", new { member = _member, kind = "export", identityCheckedBy = "idCard" }, 0, Role.Secretariat);
        _erasure = await Posts("/api/v1/data-requests", new { member = _member, kind = "erasure", identityCheckedBy = "idCard" }, 1, Role.Secretariat);
        foreach (var (some, i) in words.Chunk(InOneMessage).Select((some, i) => (some, i)))
            _figure = await Posts("/api/v1/kpi-entries", new { indicator = Figure, day = "2026-10-31", number = 1, note = string.Join('\n', some) }, i);
        foreach (var (some, i) in words.Chunk(InOneMessage).Select((some, i) => (some, i)))
            await Posts("/api/v1/audiences", new { name = "→" + HostileWords.Together(some, LongestTitle - 1), rule = new { } }, i);
        var picture = await Posts("/api/v1/broadcast-pictures", new { content = CannedMedia.Png() }, 0);
        foreach (var (some, i) in words.Chunk(InOneMessage).Select((some, i) => (some, i)))
            _broadcast = await Posts(
                "/api/v1/broadcasts",
                new { picture, alt = HostileWords.Together(some, LongestTitle), title = HostileWords.Together(some, LongestTitle), text = string.Join('\n', some), link = new { label = "→" + HostileWords.Together(some, LongestLabel - 1), address = "https://example.lg.jp/?" + Uri.EscapeDataString(some[0]) } }, i);
        await town.Settles();
    }

    /// <summary>Bookings of people without LINE; the hall is large enough for all of them.</summary>
    private async Task TheTelephone()
    {
        await town.Database.Writer.Write(unit =>
        {
            _seminar = unit.Db.Set<Seminar>().AsEnumerable().Last(seminar => seminar.OnSiteSeats > 0 && seminar.TakesReservations(town.Clock.GetUtcNow())).Id;
            unit.Db.Set<Seminar>().Where(seminar => seminar.Id == _seminar).ExecuteUpdate(set => set.SetProperty(seminar => seminar.OnSiteSeats, LargestHall));
        });
        foreach (var (name, i) in words.Select((name, i) => (name, i)).Where(one => one.name.Length <= LongestName))
            await Posts($"/api/v1/seminars/{_seminar}/reservations", new { name, phone = name[..Math.Min(name.Length, LongestPhone)], how = "onSite", seats = 1 }, i);
    }

    /// <summary>An event that nobody could handle, under an id that its sender chose, and a push that LINE refused.</summary>
    private Task TheRoad() => town.Database.Writer.Write(unit =>
    {
        var (now, name, body) = (town.Clock.GetUtcNow(), HostileWords.Together(words, LongestName), Encoding.UTF8.GetBytes(string.Join('\n', words)));
        unit.Inbox.Accept(new InboxEvent("line", name, _member, now, now, body, Redelivery: false));
        _parked = unit.Db.Inbox.Single(row => row.EventId == name).Seq;
        unit.Inbox.Park(_parked, nameof(FormatException));
        var push = new NewOutboxRow(name, RetryKeys.From(name, 0), _member, OutboxKind.Push, null, now, body, NewOutboxRow.OfStaff, Critical: false, now, now.AddHours(1));
        _unsent = unit.Outbox.Add(push, "node", now)!.Seq;
        unit.Outbox.Finish(_unsent, 1, OutboxState.Refused, "request", "400", now);
    });

    /// <summary>What those write who came, and what stands on the announcement itself.</summary>
    private async Task TheGathering()
    {
        var path = "/api/v1/seminars/" + _seminar;
        var some = HostileWords.Together(words, LongestName);
        var patch = JsonSerializer.Serialize(new { about = HostileWords.Together(words, LongestStory), bring = some, place = some, address = some });
        var token = await desk.Token(Role.Desk);
        var changed = await desk.Sends(HttpMethod.Patch, path, token, patch, headers: ("If-Match", (await desk.Gets(path, token)).ETag!));
        Assert.True(changed.Status == 200, changed.Raw);
        await town.Database.Writer.Write(unit =>
        {
            foreach (var (said, i) in words.Chunk(InOneMessage).Select((said, i) => (said, i)))
            {
                var member = unit.Members.AddAnonymous(town.Clock.GetUtcNow(), () => $"{person}-came-{i}");
                foreach (var wish in new Effect.OfSeminar[] { new Effect.Reserve(_seminar, Attendance.OnSite, 1), new Effect.CheckIn(_seminar), new Effect.CommentSeminar(_seminar, string.Join('\n', said)) })
                    Rosters.Do(unit, member, wish, town.Clock.GetUtcNow());
            }
        });
    }

    /// <returns>The id of what was made.</returns>
    private async Task<string> Posts(string path, object body, int once, Role role = Role.Desk)
    {
        if (!_tokens.TryGetValue(role, out var token)) _tokens[role] = token = await desk.Token(role);
        var answered = await desk.Sends(HttpMethod.Post, path, token, JsonSerializer.Serialize(body), headers: ("Idempotency-Key", $"{path}-{once}"));
        Assert.True(answered.Status == 201, answered.Raw);
        return answered.Body.TryGetProperty("id", out var id) ? $"{id}" : "";
    }
}
