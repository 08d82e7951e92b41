using Stateless;
using Stateless.Graph;

namespace Concierge.Core.Handoff;

/// <summary>From where it may go where.</summary>
public sealed partial class HandoffCase
{
    /// <summary>The life-cycle as Mermaid, for docs/flows.md.</summary>
    public static string Draw() => MermaidGraph.Format(new HandoffCase("", 0, default).Life().GetInfo());

    private StateMachine<CaseState, On> Life()
    {
        var life = new StateMachine<CaseState, On>(() => State, next => State = next);
        foreach (var waiting in new[] { CaseState.Requested, CaseState.Queued, CaseState.Offered })
        {
            Ends(life.Configure(waiting), On.Decline, On.Withdraw, On.Expire).Permit(On.Claim, CaseState.Accepted);
            To(life, waiting, On.Assign, CaseState.Offered);
            To(life, waiting, On.Escalate, CaseState.Queued);
        }
        life.Configure(CaseState.Requested).Permit(On.Queue, CaseState.Queued);
        life.Configure(CaseState.Offered).Permit(On.Release, CaseState.Queued);
        foreach (var held in new[] { CaseState.Accepted, CaseState.Active, CaseState.WaitingForCitizen })
        {
            Ends(life.Configure(held), On.Resolve, On.Return, On.Decline, On.Withdraw, On.Expire)
                .Permit(On.Release, CaseState.Queued).Permit(On.Escalate, CaseState.Queued).Permit(On.Assign, CaseState.Offered);
            To(life, held, On.Speak, CaseState.Active);
            To(life, held, On.AwaitCitizen, CaseState.WaitingForCitizen);
            To(life, held, On.CitizenSpoke, held == CaseState.WaitingForCitizen ? CaseState.Active : held);
        }
        return life;
    }

    private static void To(StateMachine<CaseState, On> life, CaseState from, On on, CaseState to)
    {
        if (from == to) life.Configure(from).PermitReentry(on);
        else life.Configure(from).Permit(on, to);
    }

    private static StateMachine<CaseState, On>.StateConfiguration Ends(StateMachine<CaseState, On>.StateConfiguration from, params On[] ways)
    {
        foreach (var on in ways) from.Permit(on, EndOf(on));
        return from;
    }

    private static CaseState EndOf(On on) => on switch
    {
        On.Resolve => CaseState.Resolved,
        On.Return => CaseState.Returned,
        On.Decline => CaseState.Declined,
        On.Expire => CaseState.Expired,
        _ => CaseState.Withdrawn,
    };
}
