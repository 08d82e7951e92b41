using System.Text.Json;
using Concierge.Bot.Jobs;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>People whom the desk has to do with, with a canary in everything that is nobody else's business.</summary>
internal static class People
{
    public const string Canary = "canary", ToldStory = "canary-story", SaidOnLine = "canary-line", SaidOnPage = "canary-page", Health = "canary-fell";

    /// <summary>Hanako on LINE: she answered, spoke, was answered, and lets staff see it or not.</summary>
    public static Task Hanako(this Desk desk, bool letsStaffSee = true) => desk.Database.Writer.Write(unit =>
    {
        var key = unit.Members.Key(Some.Member(unit, Some.Hanako));
        unit.Consents.Add(Some.Hanako, new Consent(Purpose.Service, "entry@1/consent_service", true, Some.Noon, Consents.Member));
        if (letsStaffSee) unit.Consents.Add(Some.Hanako, new Consent(Purpose.Staff, "share@1/consent_staff", true, Some.Noon, Consents.Member));
        unit.Answers.Add(Some.Hanako, "entry@1", "age", new AnswerValue.Chosen(["70"]), Some.Noon, null, null, "member", key);
        unit.Answers.Add(Some.Hanako, "entry@1", "area", new AnswerValue.Chosen(["south"]), Some.Noon, null, null, "member", key);
        unit.Answers.Add(Some.Hanako, "inventory@2", "peak_story", new AnswerValue.Written(ToldStory), Some.Noon, null, null, "member", key);
        unit.Answers.Add(Some.Hanako, "kihon_checklist@1", "kihon_1", new AnswerValue.Written(Health), Some.Noon, null, null, "member", key);
        Says(unit, key, "e1", Channel.Line, SaidOnLine);
        Says(unit, key, "e2", Channel.Web, SaidOnPage);
        unit.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 1 }, 0, key);
    });

    /// <summary>Friends of the account, m-friend-1 and so on: every second lives in the north, every fifth is over 70, every third does not let staff see their answers.</summary>
    public static Task Friends(this Desk desk, int number) => desk.Database.Writer.Write(unit =>
    {
        foreach (var n in Enumerable.Range(1, number))
        {
            var member = Some.Member(unit, $"m-friend-{n}");
            var key = unit.Members.Key(member);
            unit.Consents.Add(member, new Consent(Purpose.Service, "entry@1/consent_service", true, Some.Noon, Consents.Member));
            if (n % 3 != 0) unit.Consents.Add(member, new Consent(Purpose.Staff, "share@1/consent_staff", true, Some.Noon, Consents.Member));
            unit.Answers.Add(member, "entry@1", "area", new AnswerValue.Chosen([n % 2 == 1 ? "north" : "south"]), Some.Noon, null, null, "member", key);
            unit.Answers.Add(member, "entry@1", "age", new AnswerValue.Chosen([n % 5 == 0 ? "70" : "65"]), Some.Noon, null, null, "member", key);
        }
    });

    public static Task Picture(this Desk desk, string id) => desk.Database.Writer.Write(unit =>
    {
        unit.Db.Add(new BroadcastPicture { Id = id, Type = "image/png", Bytes = Concierge.LineSimulator.CannedMedia.Png(), AddedBy = "sato", At = Some.Noon });
    });

    public static Task HanakoApplies(this Desk desk, long post) => desk.Database.Writer.Write(unit => new Posts(unit).Mark(Some.Hanako, post, "kind", Mark.Applied, Some.Noon, "terms@1"));

    /// <summary>She has agreed to research and has not answered.</summary>
    public static Task HanakoIsToBeRung(this Desk desk) => desk.Database.Writer.Write(unit =>
    {
        unit.Consents.Add(Some.Hanako, new Consent(Purpose.Research, "counter/consent_research", true, desk.Time.GetUtcNow(), "sato"));
        FollowUps.Move(unit, Some.Hanako, new Effect.MoveWave("0/0", Wave.On.List), desk.Time.GetUtcNow());
    });

    /// <summary>An event of Hanako's that could not be handled, and a push to her that LINE refused: rows 1 of their tables.</summary>
    public static Task SomethingWentWrong(this Desk desk) => desk.Database.Writer.Write(unit =>
    {
        unit.Inbox.Accept(Some.Event(Canary + "-event", Some.Hanako));
        unit.Inbox.Park(1, "FormatException");
        unit.Outbox.Add(Some.Reply(Canary + "-push", Some.Hanako), "node", Some.At(30));
        unit.Outbox.Finish(1, 1, OutboxState.Refused, "request-1", "400", Some.Noon);
    });

    /// <summary>The bot was started and its jobs ran, all but one: that fails.</summary>
    public static Task JobsRan(this Desk desk) => desk.Database.Writer.Write(unit =>
    {
        var now = desk.Time.GetUtcNow();
        JobBook.Plan(unit, JobSchedule.All, now);
        foreach (var job in JobSchedule.All.Keys)
            JobBook.Note(unit, job, job == nameof(KeepErasures) ? new JobRun("bot", now, now, 0, "IOException") : new JobRun("bot", now, now, job == nameof(RingTimers) ? 3 : 0, null));
    });

    /// <summary>Somebody without LINE takes a seat in the hall.</summary>
    public static async Task BooksByTelephone(this Desk desk, string seminar, string name, string phone)
    {
        var wish = JsonSerializer.Serialize(new { name, phone, how = "onSite", seats = 1 });
        var booked = await desk.Sends(HttpMethod.Post, $"/api/v1/seminars/{seminar}/reservations", await desk.Token(Role.Desk), wish, headers: ("Idempotency-Key", phone));
        Assert.Equal(201, booked.Status);
    }

    /// <summary>Every role but these asks for each of these: what is somebody's own must be in none of the answers.</summary>
    public static async Task AssertNothingShows(this Desk desk, Role[] but, params string[] paths)
    {
        foreach (var role in Enum.GetValues<Role>().Except(but))
        {
            var token = await desk.Token(role, role == Role.Partner ? "柏の葉" : null);
            foreach (var path in paths) Assert.DoesNotContain(Canary, (await desk.Gets(path, token)).Raw);
        }
    }

    /// <summary>Actions on this target, oldest first.</summary>
    public static IReadOnlyList<AuditEntry> Trail(this Desk desk, string target) =>
        desk.Database.Reader.Read(unit => unit.Db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Target == target).OrderBy(entry => entry.Seq).ToList());

    private static void Says(Unit unit, MemberKey key, string eventId, Channel channel, string words)
    {
        Keep(unit, key, eventId, 0, channel, Speaker.Person, StoredMessage.Of(new Incoming.Words(words, eventId) { At = Some.Noon, Channel = channel }));
        var choices = new Button("はい", new Tap("s", "", 1, new Act.Choose("yes")));
        Keep(unit, key, eventId, 1, channel, Speaker.Bot, StoredMessage.Of(new Reply([new Bubble.Ask(words + "?", null, null, null, [choices], false, false)], [])));
    }

    private static void Keep(Unit unit, MemberKey key, string eventId, int place, Channel channel, Speaker from, byte[] body) => unit.Messages.Add(new MessageRow(
        0, key.MemberId, Some.Noon, from, channel, eventId, place, place == 0 ? eventId : null, 0, unit.Vault.Seal(key, Fields.MessageBody, body)));
}
