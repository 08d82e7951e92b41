using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>Staff speak with a person whose case they hold.</summary>
public static class SpeakingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/conversations/{id}/messages", Speak).Needs(Right.WorkCases).NeedsKey().WithSummary("Say something to the person; the case must be yours, and nothing unread may stand in between");
        api.MapGet("/conversations/{id}/cost", CostOf).Needs(Right.WorkCases).WithSummary("What it would cost to say something now");
    }

    /// <param name="Text">At most 2,000 characters.</param>
    /// <param name="Where">private: on the city's page, LINE only says that there is an answer; chat: in LINE, under your name; not said: as the city has set it.</param>
    /// <param name="LastRead">seq of the newest message that you have read.</param>
    public sealed record Said(string? Text, string? Where, long? LastRead);

    /// <param name="Case">Of which case it became a part.</param>
    public sealed record Spoken(long Case);

    /// <param name="Kind">reply: free, while the person's last message is fresh; push: one message of the month's quota; page: nothing goes over LINE; blocked: nothing can arrive.</param>
    /// <param name="FreeUntil">Only of reply.</param>
    public sealed record CostShown(string Kind, DateTimeOffset? FreeUntil);

    private static async Task<Spoken> Speak(string id, Said said, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        if (said.Text is not { Length: > 0 and <= Cases.LongestWords } text || string.IsNullOrWhiteSpace(text)) throw Problem.Invalid("text", Words.Say("problem_text", ("max", Cases.LongestWords)));
        var where = Names.ReadIfAny<StaffReplies>("where", said.Where);
        var lastRead = said.LastRead ?? throw Problem.Missing("lastRead");
        return await database.Writer.Write(unit => Once.Do(unit, http, actor, said, time.GetUtcNow(), () =>
        {
            var one = Cases.Of(unit, id).FirstOrDefault(c => c.IsOpen) ?? throw Problem.NotFound();
            Cases.Speak(unit, one.Id, actor.Id, actor.Name, text, where, lastRead, time.GetUtcNow()).Require();
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "speak", $"case/{one.Id}");
            return new Spoken(one.Id);
        }));
    }

    private static CostShown CostOf(string id, Database database, TimeProvider time) => database.Reader.Read(unit =>
    {
        if (!unit.Members.Exists(id)) throw Problem.NotFound();
        return ReplyTokens.Forecast(unit, id, time.GetUtcNow()) switch
        {
            Cost.FreeReply free => new CostShown("reply", free.Until),
            Cost.OneMessage => new CostShown("push", null),
            Cost.PageOnly => new CostShown("page", null),
            _ => new CostShown("blocked", null),
        };
    });
}
