using Concierge.Admin.Audit;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.FollowUp;

/// <summary>Who is asked how it went on, and whom to telephone for it.</summary>
public static class FollowUpsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/follow-ups", List).Needs(Right.FollowUp).WithSummary("How it stands with those who agreed to research: enrolled, answered, lost, withdrew");
        api.MapGet("/follow-ups/to-ring", ToRing).Needs(Right.FollowUp).WithSummary("Whom to telephone because they did not answer twice, or cannot be written to");
        api.MapPost("/follow-ups/{member}/calls", Add).Needs(Right.FollowUp).NeedsKey().WithSummary("Write down a call: what was answered, that nobody was reached, or that the person wants no more");
    }

    public sealed record Written(string Member);

    private sealed record Behind(string Member);

    internal static Listed<FollowedShown> List(string? standing, Paging paging, Database database)
    {
        var (sort, wanted) = ($"member/{standing}", Names.ReadIfAny<Standing>("standing", standing));
        var after = paging.After<Behind>(sort)?.Member;
        return database.Reader.Read(unit => paging.Part(sort, FollowUpReading.Part(unit, wanted, after, paging.Limit + 1), one => one, one => new Behind(one.Member)));
    }

    private static async Task<Listed<ToRingShown>> ToRing(Actor actor, Database database, TimeProvider time) => new(await Look(actor, database, time), null);

    internal static Task<IReadOnlyList<ToRingShown>> Look(Actor actor, Database database, TimeProvider time) =>
        database.ShowSeveral(actor, time.GetUtcNow(), "follow-ups", "name,phone", FollowUpReading.ToRing, all => all.Select(one => "member/" + one.Member));

    internal static async Task<Ok<FollowedShown>> Add(string member, CallWish wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var (answers, now) = (wish.Read(), time.GetUtcNow());
        return TypedResults.Ok(await database.Writer.Write(unit =>
        {
            Once.Do(unit, http, actor, wish, now, () =>
            {
                if (wish.WantsNoMore == true) Withdraw(unit, member, actor, now);
                else WriteDown(unit, member, answers, actor, now);
                return new Written(member);
            });
            return FollowUpReading.Of(unit, member);
        }));
    }

    private static void WriteDown(Unit unit, string member, IReadOnlyList<(string Question, string? Option)>? answers, Actor actor, DateTimeOffset now)
    {
        var wave = FollowUpReading.Find(unit, member);
        if (answers is null && !wave.Can(Wave.On.Miss)) throw Problem.Conflict("not-to-ring");
        FollowUps.Called(unit, wave, answers, actor.Id, now);
        AuditTrail.Append(unit, now, actor.Id, "write", "member/" + member, answers is null ? "call" : "call,answers");
    }

    private static void Withdraw(Unit unit, string member, Actor actor, DateTimeOffset now)
    {
        FollowUpReading.Find(unit, member);
        unit.Consents.Add(member, new Consent(Purpose.Research, "telephone/" + Consents.KeyOf(Purpose.Research), Given: false, now, actor.Id));
        AuditTrail.Append(unit, now, actor.Id, "withdraw", "member/" + member, Names.Of(Purpose.Research));
    }
}
