using Concierge.Admin.Audit;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Consultation;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Handoff;

/// <summary>People who are led on to a partner body, with a slip that they have agreed to. A partner sees and answers those to itself.</summary>
public static class ReferralsApi
{
    public const int LongestSlip = 1_000;

    /// <summary>What of a person stands in a referral, as the audit trail names it.</summary>
    private const string Told = "slip,outcome";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/referrals", List).Needs(Right.SeeReferrals).WithSummary("Referrals, the newest first; a partner sees those that were passed on to it");
        api.MapPost("/cases/{id:long}/referrals", Propose).Needs(Right.WorkCases).NeedsKey().WithSummary("Ask the person whether exactly this may be passed on");
        api.MapPut("/referrals/{id:long}/passing", PassOn).Needs(Right.WorkCases).NeedsIfMatch().WithSummary("The partner has the slip now");
        api.MapPut("/referrals/{id:long}/acceptance", Accept).Needs(Right.SeeReferrals).NeedsIfMatch().WithSummary("The partner takes it on");
        api.MapPut("/referrals/{id:long}/refusal", Decline).Needs(Right.SeeReferrals).NeedsIfMatch().WithSummary("The partner cannot take it on");
        api.MapPut("/referrals/{id:long}/outcome", Close).Needs(Right.SeeReferrals).NeedsIfMatch().WithSummary("What came of it");
    }

    /// <param name="Partner">Key of the partner body, as the directory has it.</param>
    /// <param name="Slip">What the partner would read; the person reads it first.</param>
    public sealed record Wanted(string? Partner, string? Slip);

    public sealed record Proposed(long Id);

    /// <param name="Outcome">In a few words.</param>
    public sealed record Result(string? Outcome);

    /// <param name="State">proposed, consented, refused, passedOn, accepted, declined or closed.</param>
    /// <param name="Slip">Null while the person has not agreed to it.</param>
    public sealed record Shown(long Id, long Case, string Partner, string State, DateTimeOffset ProposedAt, DateTimeOffset ChangedAt, string? Slip, string? Outcome, int Revision);

    private static Task<Listed<Shown>> List(Paging paging, string? state, Actor actor, Database database, TimeProvider time) => database.ShowSeveral(
        actor, time.GetUtcNow(), "referrals", Told, Part(paging, state, actor), shown => shown.Items.Where(one => one.Slip is not null).Select(one => $"referral/{one.Id}"));

    /// <summary>For a list that shows nothing of what is told about anybody.</summary>
    internal static Task<Listed<Shown>> Overview(Paging paging, Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), "referrals", "partner,state", Part(paging, null, actor));

    private static Func<Unit, Listed<Shown>> Part(Paging paging, string? state, Actor actor)
    {
        var of = Names.ReadIfAny<ReferralState>("state", state);
        var sort = $"-id/{state}";
        var before = paging.After<LastSeq>(sort)?.Seq ?? long.MaxValue;
        return unit => paging.Part(
            sort,
            Visible(unit, actor).Where(r => r.Id < before && (of == null || r.State == of)).OrderByDescending(r => r.Id).Take(paging.Limit + 1).ToList(),
            one => Show(unit, one),
            one => new LastSeq(one.Id));
    }

    /// <exception cref="Problem">There is none of that id, or it is none of the caller's business.</exception>
    internal static Task<Shown> One(long id, Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), $"referral/{id}", Told, unit => Show(unit, Visible(unit, actor).SingleOrDefault(r => r.Id == id) ?? throw Problem.NotFound()));

    internal static async Task<Created<Proposed>> Propose(long id, Wanted wanted, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        if (wanted.Partner is not { } partner || Partners.Embedded.All.All(known => known.Key != partner)) throw Names.NoneOf("partner", Partners.Embedded.All.Select(known => known.Key));
        if (wanted.Slip is not { Length: > 0 and <= LongestSlip } slip || string.IsNullOrWhiteSpace(slip)) throw Problem.Invalid("slip", Words.Say("problem_text", ("max", LongestSlip)));
        var made = await database.Writer.Write(unit => Once.Do(unit, http, actor, wanted, time.GetUtcNow(), () =>
        {
            CaseReading.Require(unit, id);
            var referral = Referrals.Propose(unit, id, actor.Id, partner, slip, time.GetUtcNow()) ?? throw Problem.Conflict("not-now");
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "propose", $"referral/{referral}");
            return new Proposed(referral);
        }));
        return TypedResults.Created($"/api/v1/referrals", made);
    }

    internal static Task<Shown> PassOn(long id, HttpContext http, Actor actor, Database database, TimeProvider time) => Move(id, Referral.On.PassOn, null, http, actor, database, time);

    internal static Task<Shown> Accept(long id, HttpContext http, Actor actor, Database database, TimeProvider time) => Move(id, Referral.On.Accept, null, http, actor, database, time);

    internal static Task<Shown> Decline(long id, HttpContext http, Actor actor, Database database, TimeProvider time) => Move(id, Referral.On.Decline, null, http, actor, database, time);

    internal static Task<Shown> Close(long id, Result result, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        result.Outcome is { Length: > 0 and <= LongestSlip } outcome && !string.IsNullOrWhiteSpace(outcome)
            ? Move(id, Referral.On.Close, outcome, http, actor, database, time)
            : throw Problem.Invalid("outcome", Words.Say("problem_text", ("max", LongestSlip)));

    private static async Task<Shown> Move(long id, Referral.On on, string? outcome, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var (seen, now) = (Revision.Seen(http), time.GetUtcNow());
        var moved = await database.Writer.Write(unit =>
        {
            if (!Visible(unit, actor).Any(r => r.Id == id)) throw Problem.NotFound();
            switch (Referrals.Move(unit, id, on, actor.Id, outcome, seen, now))
            {
                case Referring.Done: break;
                case Referring.Unknown: throw Problem.NotFound();
                case Referring.Changed: throw Problem.Stale();
                default: throw Problem.Conflict("not-now");
            }
            AuditTrail.Append(unit, now, actor.Id, Names.Of(on), $"referral/{id}");
            return Show(unit, Visible(unit, actor).Single(r => r.Id == id));
        });
        Revision.Show(http, moved.Revision);
        return moved;
    }

    /// <summary>What was not passed on is none of a partner's business.</summary>
    private static IQueryable<Referral> Visible(Unit unit, Actor actor)
    {
        var (isPartner, own) = (actor.Role == Role.Partner, actor.Scope);
        return unit.Db.Set<Referral>().Where(r => !isPartner
            || (r.Partner == own && (r.State == ReferralState.PassedOn || r.State == ReferralState.Accepted || r.State == ReferralState.Declined || r.State == ReferralState.Closed)));
    }

    private static Shown Show(Unit unit, Referral one)
    {
        var opened = Referrals.Open(unit, one);
        var agreed = one.State is not (ReferralState.Proposed or ReferralState.Refused);
        return new Shown(one.Id, one.CaseId, one.Partner, Names.Of(one.State), one.ProposedAt, one.ChangedAt, agreed ? opened.Slip : null, opened.Outcome, one.Revision);
    }
}
