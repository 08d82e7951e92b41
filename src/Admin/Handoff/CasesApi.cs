using Concierge.Admin.Audit;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>The desk's work: people who asked for a person.</summary>
public static class CasesApi
{
    private const int LongestNote = 2_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/cases", List).Needs(Right.WorkCases).WithSummary("Open cases, urgent ones first; with state=all also what is over. Filters: level, holder, member");
        api.MapGet("/cases/{id:long}", One).Needs(Right.WorkCases).WithSummary("One case; its ETag is for whoever changes it");
        api.MapGet("/cases/{id:long}/packet", Packet).Needs(Right.WorkCases).WithSummary("All that whoever takes it needs to know, and no more; who opens it is written down");
        api.MapPut("/cases/{id:long}/claim", Claim).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("Take it: the bot is silent from now on");
        api.MapDelete("/cases/{id:long}/claim", Release).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("Put it back into the queue; the person is told");
        api.MapPut("/cases/{id:long}/assignment", Assign).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("Ask a colleague to take it");
        api.MapPut("/cases/{id:long}/escalation", Escalate).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("To 協議会事務局; the person is told");
        api.MapPut("/cases/{id:long}/wait", Wait).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("It is the person's turn");
        api.MapPut("/cases/{id:long}/resolution", Resolve).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("Done: the bot goes on, and asks how it was");
        api.MapPut("/cases/{id:long}/return", Return).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("Nothing is left for a person to do: the bot goes on");
        api.MapPut("/cases/{id:long}/refusal", Decline).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("The desk cannot help; the person is told how else to reach somebody");
        api.MapGet("/cases/{id:long}/notes", Notes).Needs(Right.WorkCases).WithSummary("What colleagues wrote down, oldest first");
        api.MapPost("/cases/{id:long}/notes", AddNote).Needs(Right.WorkCases).WithSummary("Write something down for colleagues");
    }

    /// <param name="Staff">Id of the colleague.</param>
    public sealed record Assignment(string? Staff);

    public sealed record NoteWritten(string? Text);

    private static Listed<CaseShown> List(Paging paging, string? state, string? level, string? holder, string? member, Database database)
    {
        var of = Names.ReadIfAny<CaseLevel>("level", level);
        if (state is not (null or "open" or "all")) throw Names.NoneOf("state", ["open", "all"]);
        var filter = new CaseFilter(of, holder, member);
        var sort = $"{state ?? "open"}/{level}/{holder}/{member}";
        if (state != "all") return database.Reader.Read(unit => paging.Part(sort, CaseReading.Open(unit, filter, paging.After<InQueue>(sort)), one => one, InQueue.Of));
        var before = paging.After<LastSeq>(sort)?.Seq ?? long.MaxValue;
        return database.Reader.Read(unit => paging.Part(sort, CaseReading.All(unit, filter, before, paging.Limit + 1), one => one, one => new LastSeq(one.Id)));
    }

    private static CaseShown One(long id, HttpContext http, Database database) => Tagged(http, database.Reader.Read(unit => CaseReading.One(unit, id)));

    private static Task<PacketShown> Packet(long id, Actor actor, Database database, Questionnaires forms, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), $"case/{id}", "packet", unit => PacketReading.Of(unit, id, actor.Role, forms, time.GetUtcNow()));

    private static async Task<CaseShown> Claim(long id, HttpContext http, Actor actor, Database database, TimeProvider time, LastWord bot)
    {
        var claimed = await Change(id, "claim", http, actor, database, time, (unit, seen, now) => Cases.Claim(unit, id, actor.Id, seen, now));
        await bot.Said(claimed.Member);
        return claimed;
    }

    private static Task<CaseShown> Release(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "release", http, actor, database, time, (unit, seen, now) => Cases.Release(unit, id, actor.Id, seen, now));

    private static Task<CaseShown> Assign(long id, Assignment wanted, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "assign", http, actor, database, time, (unit, seen, now) => Cases.Assign(unit, id, Colleagues.Find(unit, wanted.Staff)?.Id ?? throw Problem.Invalid("staff", Words.Say("problem_colleague")), actor.Id, seen, now));

    private static Task<CaseShown> Escalate(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "escalate", http, actor, database, time, (unit, seen, now) => Cases.Escalate(unit, id, actor.Id, seen, now));

    private static Task<CaseShown> Wait(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "wait", http, actor, database, time, (unit, seen, now) => Cases.WaitForCitizen(unit, id, actor.Id, seen, now));

    private static Task<CaseShown> Resolve(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "resolve", http, actor, database, time, (unit, seen, now) => Cases.Resolve(unit, id, actor.Id, seen, now));

    private static Task<CaseShown> Return(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "return", http, actor, database, time, (unit, seen, now) => Cases.Return(unit, id, actor.Id, seen, now));

    private static Task<CaseShown> Decline(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Change(id, "decline", http, actor, database, time, (unit, seen, now) => Cases.Decline(unit, id, actor.Id, seen, now));

    private static async Task<Listed<CaseNote>> Notes(long id, Actor actor, Database database, TimeProvider time) => new(
        await database.Show(actor, time.GetUtcNow(), $"case/{id}", "notes", unit => Cases.Notes(unit, CaseReading.Require(unit, id).Id)), null);

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Created> AddNote(long id, NoteWritten written, Actor actor, Database database, TimeProvider time)
    {
        if (written.Text is not { Length: > 0 and <= LongestNote } text || string.IsNullOrWhiteSpace(text)) throw Problem.Invalid("text", Words.Say("problem_text", ("max", LongestNote)));
        await database.Writer.Write(unit =>
        {
            if (!Cases.AddNote(unit, id, actor.Id, text, time.GetUtcNow())) throw Problem.NotFound();
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "write", $"case/{id}", "notes");
        });
        return TypedResults.Created($"/api/v1/cases/{id}/notes");
    }

    /// <summary>Moves it, writes down who did, and shows it as it stands then.</summary>
    private static async Task<CaseShown> Change(
        long id, string action, HttpContext http, Actor actor, Database database, TimeProvider time, Func<Unit, int, DateTimeOffset, Handing> move)
    {
        var (seen, now) = (Revision.Seen(http), time.GetUtcNow());
        return Tagged(http, await database.Writer.Write(unit =>
        {
            move(unit, seen, now).Require();
            AuditTrail.Append(unit, now, actor.Id, action, $"case/{id}");
            unit.Db.SaveChanges();
            return CaseReading.One(unit, id);
        }));
    }

    private static CaseShown Tagged(HttpContext http, CaseShown one)
    {
        Revision.Show(http, one.Revision);
        return one;
    }
}
