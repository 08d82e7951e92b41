using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.FollowUp;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.FollowUp;

/// <summary>Who is asked how it went on, and whom to telephone for it.</summary>
public static class FollowUpsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/follow-ups", List).Needs(Right.FollowUp).WithSummary("How it stands with those who agreed to research: enrolled, answered, lost, withdrew");
        api.MapGet("/follow-ups/to-ring", ToRing).Needs(Right.FollowUp).WithSummary("Whom to telephone because they did not answer twice, or cannot be written to");
        api.MapPut("/follow-ups/{member}/call", Put).Needs(Right.FollowUp).WithSummary("Write down a call: what was answered, or that nobody was reached");
    }

    private static Listed<FollowedShown> List(string? standing, Database database)
    {
        var wanted = Names.ReadIfAny<Standing>("standing", standing);
        return new Listed<FollowedShown>(database.Reader.Read(unit => FollowUpReading.All(unit, wanted)), null);
    }

    private static async Task<Listed<ToRingShown>> ToRing(Actor actor, Database database, TimeProvider time) => new(await Look(actor, database, time), null);

    internal static Task<IReadOnlyList<ToRingShown>> Look(Actor actor, Database database, TimeProvider time) =>
        database.ShowSeveral(actor, time.GetUtcNow(), "follow-ups", "name,phone", FollowUpReading.ToRing, all => all.Select(one => "member/" + one.Member));

    internal static Task<FollowedShown> Put(string member, CallWish wish, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var answers = wish.Read();
        return database.Writer.Write(unit =>
        {
            var wave = FollowUpReading.Find(unit, member);
            if (answers is null && !wave.Can(Wave.On.Miss)) throw Problem.Conflict("not-to-ring");
            FollowUps.Called(unit, wave, answers, actor.Id, now);
            AuditTrail.Append(unit, now, actor.Id, "write", "member/" + member, answers is null ? "call" : "call,answers");
            return FollowUpReading.All(unit, null).First(one => one.Member == member);
        });
    }
}
