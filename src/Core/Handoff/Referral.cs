using Stateless;
using Stateless.Graph;

namespace Concierge.Core.Handoff;

/// <summary>Stored by name.</summary>
public enum ReferralState
{
    /// <summary>Staff would like to pass something on; the person is being asked.</summary>
    Proposed,

    /// <summary>The person agreed to what stands on the slip.</summary>
    Consented,

    /// <summary>The person does not want it. Nothing was passed on.</summary>
    Refused,

    /// <summary>The partner has the slip.</summary>
    PassedOn,

    /// <summary>The partner has taken it on.</summary>
    Accepted,

    /// <summary>The partner cannot take it on.</summary>
    Declined,

    /// <summary>It is known what came of it.</summary>
    Closed,
}

/// <summary>
/// A person is led on to a partner body with a slip: what is passed on stands on it, the person agrees to exactly that, and what
/// came of it is written down. Slip and outcome lie sealed beside it.
/// </summary>
public sealed class Referral
{
    public enum On { Consent, Refuse, PassOn, Accept, Decline, Close }

    private Referral(long caseId, string memberId, string partner) => (CaseId, MemberId, Partner) = (caseId, memberId, partner);

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public string MemberId { get; private set; }

    /// <summary>Key of the partner in <c>data/partners.json</c>.</summary>
    public string Partner { get; private set; }

    public ReferralState State { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When the partner took it on; null: not yet.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Whoever saves on an older one has lost.</summary>
    public int Revision { get; private set; }

    public static Referral Propose(long caseId, string memberId, string partner, DateTimeOffset now) =>
        new(caseId, memberId, partner) { ProposedAt = now, ChangedAt = now, Revision = 1 };

    public Referring Move(On on, DateTimeOffset now)
    {
        var life = Life();
        if (!life.CanFire(on)) return new Referring.NotNow(State);
        life.Fire(on);
        if (on == On.Accept) AcceptedAt = now;
        (ChangedAt, Revision) = (now, Revision + 1);
        return new Referring.Done();
    }

    /// <summary>The life-cycle as Mermaid, for docs/flows.md.</summary>
    public static string Draw() => MermaidGraph.Format(new Referral(0, "", "").Life().GetInfo());

    private StateMachine<ReferralState, On> Life()
    {
        var life = new StateMachine<ReferralState, On>(() => State, next => State = next);
        life.Configure(ReferralState.Proposed).Permit(On.Consent, ReferralState.Consented).Permit(On.Refuse, ReferralState.Refused);
        // A consent may be taken back until the slip is out of our hands.
        life.Configure(ReferralState.Consented).Permit(On.PassOn, ReferralState.PassedOn).Permit(On.Refuse, ReferralState.Refused);
        life.Configure(ReferralState.PassedOn).Permit(On.Accept, ReferralState.Accepted).Permit(On.Decline, ReferralState.Declined);
        life.Configure(ReferralState.Accepted).Permit(On.Close, ReferralState.Closed);
        return life;
    }
}

/// <summary>What came of moving a referral: done, or a named no.</summary>
public abstract record Referring
{
    private Referring() { }

    public sealed record Done : Referring;

    /// <summary>Not from where it stands, e.g. passing on what the person has not agreed to.</summary>
    public sealed record NotNow(ReferralState State) : Referring;

    /// <summary>It has been changed since it was read.</summary>
    public sealed record Changed(int Revision) : Referring;

    /// <summary>There is no such referral.</summary>
    public sealed record Unknown : Referring;
}
