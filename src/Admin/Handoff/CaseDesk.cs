using Concierge.Admin.Staff;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>What somebody at the console does with a case; written down with who did it, in the same write.</summary>
public sealed class CaseDesk(Database database, LastWord bot, Questionnaires forms, TimeProvider time)
{
    /// <summary>A page that keeps itself up to date is looked at once, not anew with every message.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    /// <summary>Who opens it is written down before they see it.</summary>
    /// <exception cref="Problem">There is no case of that id.</exception>
    public async Task<CaseView> Show(long id, Actor actor)
    {
        var now = time.GetUtcNow();
        var seen = database.Reader.Read(unit => CaseView.Of(unit, id, actor.Role, forms, now));
        if (seen.Packet.OpenedBy.FirstOrDefault(opened => opened.Staff == actor.Id) is { } last && last.At > now - OneLook) return seen;
        await database.Writer.Write(unit =>
        {
            foreach (var (target, fields) in new[] { ($"case/{id}", "packet"), ($"case/{id}", "notes"), ($"conversation/{seen.Case.Member}", "messages") })
                AuditTrail.Append(unit, now, actor.Id, "read", target, fields);
        });
        return seen;
    }

    /// <returns>Null when it is done, else what is wrong.</returns>
    /// <exception cref="Problem">There is no case of that id.</exception>
    public async Task<string?> Claim(long id, Actor actor, int revision)
    {
        if (await Move(id, "claim", actor, (unit, now) => Cases.Claim(unit, id, actor.Id, revision, now)) is { } wrong) return wrong;
        if (database.Reader.Read(unit => Cases.Find(unit, id)) is { } claimed) await bot.Said(claimed.MemberId);
        return null;
    }

    /// <returns>Null when it is done, else what is wrong.</returns>
    /// <exception cref="Problem">There is no case of that id.</exception>
    public async Task<string?> Move(long id, string action, Actor actor, Func<Unit, DateTimeOffset, Handing> move)
    {
        var now = time.GetUtcNow();
        return await database.Writer.Decide(unit =>
        {
            var handing = move(unit, now);
            if (handing is not Handing.Done) return Refusal(unit, handing);
            AuditTrail.Append(unit, now, actor.Id, action, $"case/{id}");
            return null;
        });
    }

    /// <returns>False when there is no such case.</returns>
    public Task<bool> Note(long id, Actor actor, string text)
    {
        var now = time.GetUtcNow();
        return database.Writer.Decide(unit =>
        {
            var isKnown = Cases.AddNote(unit, id, actor.Id, text, now);
            if (isKnown) AuditTrail.Append(unit, now, actor.Id, "write", $"case/{id}", "notes");
            return isKnown;
        });
    }

    private static string Refusal(Unit unit, Handing handing) => handing switch
    {
        Handing.HeldBy held => Words.Say("console_refused_held", ("name", unit.Db.Set<StaffEntry>().Find(held.Staff)?.Name ?? held.Staff)),
        Handing.Changed => Words.Say("console_refused_changed"),
        Handing.SaidMeanwhile => Words.Say("console_refused_meanwhile"),
        Handing.Unknown => throw Problem.NotFound(),
        _ => Words.Say("console_refused_now"),
    };
}
