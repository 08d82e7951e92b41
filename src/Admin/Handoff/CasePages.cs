using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Handoff;

/// <summary>A conversation with its packet beside it, and what one can do with it. What was refused is shown again with all that was typed.</summary>
public static class CasePages
{
    public const int LongestNote = 2_000;

    private const string Path = "/cases/{id:long}";

    private delegate Handing Moving(Unit unit, long id, string staff, int revision, DateTimeOffset now);

    /// <summary>By what they are called in addresses, in the audit trail and in words.</summary>
    private static readonly (string Action, Moving Move)[] Moves =
    [
        ("release", Cases.Release), ("escalate", Cases.Escalate), ("wait", Cases.WaitForCitizen),
        ("resolve", Cases.Resolve), ("return", Cases.Return), ("decline", Cases.Decline),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).Needs(Right.WorkCases);
        routes.MapGet(Path + "/packet", ShowPacket).Needs(Right.WorkCases);
        routes.MapPost(Path + "/claim", Claim).Needs(Right.WorkCases);
        foreach (var (action, move) in Moves)
            routes.MapPost($"{Path}/{action}", (long id, [FromForm] int revision, Actor actor, CaseDesk desk) =>
                Do(id, action, actor, desk, (unit, now) => move(unit, id, actor.Id, revision, now))).Needs(Right.WorkCases);
        routes.MapPost(Path + "/assign", Assign).Needs(Right.WorkCases);
        routes.MapPost(Path + "/reply", Reply).Needs(Right.WorkCases);
        routes.MapPost(Path + "/canned", Fill).Needs(Right.WorkCases);
        routes.MapPost(Path + "/notes", Note).Needs(Right.WorkCases);
    }

    private static async Task<IResult> Show(long id, string? did, Actor actor, CaseDesk desk) =>
        View(await desk.Show(id, actor), done: Words.Everything.GetValueOrDefault("console_did_" + did));

    private static async Task<IResult> ShowPacket(long id, Actor actor, CaseDesk desk) => PageView.Of<PacketPage>(("View", await desk.Show(id, actor)));

    private static async Task<IResult> Claim(long id, [FromForm] int revision, Actor actor, CaseDesk desk) =>
        await desk.Claim(id, actor, revision) is { } wrong ? View(await desk.Show(id, actor), wrong) : Done(id, "claim");

    private static Task<IResult> Assign(long id, [FromForm] int revision, [FromForm] string? staff, Actor actor, CaseDesk desk) =>
        Do(id, "assign", actor, desk, (unit, now) => Colleagues.Find(unit, staff) is { } colleague ? Cases.Assign(unit, id, colleague.Id, actor.Id, revision, now) : new Handing.Changed(revision));

    private static async Task<IResult> Do(long id, string action, Actor actor, CaseDesk desk, Func<Unit, DateTimeOffset, Handing> move) =>
        await desk.Move(id, action, actor, move) is { } wrong ? View(await desk.Show(id, actor), wrong) : Done(id, action);

    private static async Task<IResult> Reply(long id, IFormCollection form, Actor actor, CaseDesk desk)
    {
        var (draft, read) = (Written(form), long.TryParse(form["lastRead"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0);
        if (string.IsNullOrWhiteSpace(draft.Text) || draft.Text.Length > Cases.LongestWords)
            return View(await desk.Show(id, actor), Words.Say("console_refused_reply", ("max", Cases.LongestWords)), draft: draft, read: read);
        var where = draft.Where == "chat" ? StaffReplies.Chat : StaffReplies.Private;
        if (await desk.Move(id, "speak", actor, (unit, now) => Cases.Speak(unit, id, actor.Id, actor.Name, draft.Text, where, read, now)) is not { } wrong) return Done(id, "speak");
        var view = await desk.Show(id, actor);
        // A button that was pressed twice: it is said already.
        return view.Since(read) is [{ From: "staff", Text: var said }] && said == draft.Text ? Done(id, "speak") : View(view, wrong, draft: draft, read: read);
    }

    /// <summary>Puts a ready answer below what is written; first asks for what has to be filled in.</summary>
    private static async Task<IResult> Fill(long id, IFormCollection form, Actor actor, CaseDesk desk)
    {
        var draft = Written(form);
        var picked = CannedAnswer.Embedded.FirstOrDefault(one => one.Id == form["canned"]);
        var isAsked = draft.Canned == picked?.Id;
        var filled = isAsked || picked is { Fields: [] } ? picked?.Fill(field => form["canned." + field]) : null;
        var next = filled is null ? draft with { Canned = picked?.Id } : draft with { Text = draft.Text.Trim() is { Length: > 0 } text ? $"{text}\n{filled}" : filled, Canned = null };
        var wrong = isAsked && filled is null ? Words.Say("console_refused_fields") : null;
        return View(await desk.Show(id, actor), wrong, draft: next, read: long.TryParse(form["lastRead"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null);
    }

    private static async Task<IResult> Note(long id, [FromForm] string? text, Actor actor, CaseDesk desk)
    {
        var note = Lines(text);
        if (string.IsNullOrWhiteSpace(note) || note.Length > LongestNote) return View(await desk.Show(id, actor), Words.Say("console_refused_note", ("max", LongestNote)), note: note);
        return await desk.Note(id, actor, note) ? Done(id, "note") : throw Problem.NotFound();
    }

    private static Draft Written(IFormCollection form) => new(Lines(form["text"]), form["where"] == "chat" ? "chat" : "private", form["picked"].ToString() is { Length: > 0 } picked ? picked : null);

    /// <summary>As it was typed: a form sends the ends of lines as two characters.</summary>
    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");

    private static IResult Done(long id, string action) => TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"/cases/{id}?did={action}"));

    private static IResult View(CaseView view, string? wrong = null, string? done = null, Draft? draft = null, string? note = null, long? read = null) => PageView.Of<CasePage>(
        wrong is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        ("View", view), ("Wrong", wrong), ("Done", done), ("Draft", draft), ("Note", note), ("Missed", read is { } seq ? view.Since(seq) : null));
}
