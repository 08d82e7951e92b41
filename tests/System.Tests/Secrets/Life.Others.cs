using System.Text.Json.Nodes;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.PointCardStandIn;
using Concierge.SystemTests.Broadcasts;
using Concierge.SystemTests.Handoff;
using Concierge.SystemTests.Reception;
using Concierge.SystemTests.Road;
using Concierge.SystemTests.WebChat;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Secrets;

/// <summary>What she has to do with others, and what comes by itself.</summary>
internal sealed partial class Life
{
    private async Task AsksQuestions()
    {
        await Says("相談する");
        await Says($"{canaries.Words("question", onLine: true)} を 知りたい");
        await Says("メニュー");
    }

    private async Task TalksToStaff()
    {
        await Says("職員と話したい");
        await town.Claims();
        await Says(canaries.Words("to.staff", onLine: true));
        Look();
        await Does(() => town.Writes(canaries.Words("from.staff")));
        var one = town.Case();
        var id = await town.Database.Writer.Write(unit =>
        {
            Cases.AddNote(unit, one.Id, TownDesk.Sato, canaries.Words("note"), town.Clock.GetUtcNow());
            return Referrals.Propose(unit, one.Id, TownDesk.Sato, "silver", canaries.Words("slip"), town.Clock.GetUtcNow())!.Value;
        });
        await town.Settles();
        await OpensPage();
        await _page.Sees(canaries.Words("from.staff"));
        await _page.Sees(canaries.Words("slip"));
        await Says(canaries.Words("on.the.page"));
        await Presses("はい、伝えてよい");
        await PassesOn(id);
        Look();
        await Does(() => town.Moves(Cases.Resolve));
        _onPage = false;
    }

    private Task PassesOn(long referral) => town.Database.Writer.Write(unit =>
        Referrals.Move(unit, referral, Referral.On.PassOn, TownDesk.Sato, canaries.Words("outcome"), 2, town.Clock.GetUtcNow()));

    /// <summary>LINE fails on it first: until it answers, who is to have it lies in the chunk.</summary>
    private async Task IsSentABroadcast()
    {
        town.Clock.AdvanceTo(QuietHours.Usual.Next(town.Clock.GetUtcNow()));
        town.Line.Faults.Next(Fault.ApiErrorBefore, "/v2/bot/message/multicast");
        await town.Approved();
        await town.Rings();
        Look();
        await town.PassesTo(town.Clock.GetUtcNow().AddMinutes(1));
    }

    private async Task VisitsTheWebsite()
    {
        using var visitor = new Visitor(town);
        await visitor.Comes();
        await visitor.Says(canaries.Words("chat.words"));
        await visitor.Posts(new JsonObject
        {
            ["type"] = "message", ["text"] = canaries.Words("chat.text"), ["value"] = new JsonObject { ["x"] = canaries.Words("chat.value") }, ["name"] = canaries.Words("chat.name"),
        });
        await visitor.Tries(HttpMethod.Post, $"conversations/{visitor.Conversation}/activities", JsonValue.Create(canaries.Words("chat.broken")));
    }

    private async Task HearsOfWhatComesDue()
    {
        foreach (var days in new[] { 2, 6 }) await town.Passes(TimeSpan.FromDays(days));
        await ComesToTheSeminar();
        await town.Passes(TimeSpan.FromDays(180));
    }

    private async Task ComesToTheSeminar()
    {
        _onPage = false;
        await town.Passes(TimeSpan.FromDays(1));
        await Says("受付 4101");
        await town.Passes(TimeSpan.FromDays(1));
        await Presses("とても よかった");
        await Presses("ひとこと 書く");
        await Fills("ご感想を うけとりました");
        Look();
        _onPage = false;
    }

    /// <summary>Her receipt waits, with where to send it.</summary>
    private async Task SomebodyLeaves()
    {
        await Says("退会したい");
        await Presses("進む");
        town.Line.Faults.Next(Fault.ApiErrorBefore, Reply);
        await Presses("はい、全部消す");
        Look();
        await town.Passes(TimeSpan.FromSeconds(3));
    }
}
