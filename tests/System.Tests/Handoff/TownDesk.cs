using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Road;
using Concierge.Transcripts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Handoff;

/// <summary>The town's staff, by the calls that their host makes.</summary>
public static class TownDesk
{
    public const string Sato = "sato", Suzuki = "suzuki";

    /// <summary>The part of a transcript that staff play. False: it is nothing of theirs.</summary>
    public static async Task<bool> StaffDo(this Town town, ScriptLine.Does does)
    {
        switch (does.What)
        {
            case "claims": await town.Claims(); break;
            case "writes": await town.Writes(Staff.Says); break;
            case "asks": await town.Writes(Staff.Says); await town.Moves(Cases.WaitForCitizen); break;
            case "resolves": await town.Moves(Cases.Resolve); break;
            case "returns": await town.Moves(Cases.Return); break;
            case "declines": await town.Moves(Cases.Decline); break;
            case "releases": await town.Moves(Cases.Release); break;
            case "escalates": await town.Moves(Cases.Escalate); break;
            case "minutes": await town.Passes(TimeSpan.FromMinutes(does.Number)); break;
            default: return false;
        }
        await town.Settles();
        return true;
    }

    /// <summary>The newest case of the town's only person.</summary>
    public static HandoffCase Case(this Town town) =>
        town.Database.Reader.Read(unit => unit.Db.Set<HandoffCase>().AsNoTracking().OrderByDescending(c => c.Id).First());

    public static Task Claims(this Town town, string staff = Sato) => town.Moves(Cases.Claim, staff);

    public static async Task Writes(this Town town, string text, StaffReplies? where = null) =>
        Assert.IsType<Handing.Done>(await town.Speaks(text, where, town.LastSaid()));

    /// <summary>In the queue with nothing for staff to see but what is said to them, and taken from there.</summary>
    public static async Task<Person> Claimed(this Town town)
    {
        var hanako = await town.WantsStaff();
        await town.Claims();
        return hanako;
    }

    public static async Task Says(this Town town, Person person, string words)
    {
        await person.Says(words);
        await town.Settles();
    }

    public static async Task WritesAndIsHeard(this Town town, string text, StaffReplies? where = null)
    {
        await town.Writes(text, where);
        await town.Settles();
    }

    public static Cost Forecast(this Town town) => town.Database.Reader.Read(unit => ReplyTokens.Forecast(unit, town.Case().MemberId, town.Clock.GetUtcNow()));

    public static (Owner Owner, int Epoch) OwnerNow(this Town town) =>
        town.Database.Reader.Read(unit => unit.Db.Conversations.AsNoTracking().Select(c => new { c.Owner, c.Epoch }).Single() is var one ? (one.Owner, one.Epoch) : default);

    public static Task<Handing> Speaks(this Town town, string text, StaffReplies? where, long read, string staff = Sato) => town.Database.Writer.Write(unit =>
        Cases.Speak(unit, Newest(unit).Id, staff, "佐藤", text, where, read, town.Clock.GetUtcNow()));

    /// <summary>As staff read it last.</summary>
    public static long LastSaid(this Town town) => town.Database.Reader.Read(unit => Cases.LastSaid(unit, Newest(unit).MemberId));

    public static async Task Moves(this Town town, Func<Unit, long, string, int, DateTimeOffset, Handing> move, string staff = Sato) =>
        Assert.IsType<Handing.Done>(await town.Database.Writer.Write(unit => Newest(unit) is var one ? move(unit, one.Id, staff, one.Revision, town.Clock.GetUtcNow()) : null));

    private static HandoffCase Newest(Unit unit) => unit.Db.Set<HandoffCase>().AsNoTracking().OrderByDescending(c => c.Id).First();
}
