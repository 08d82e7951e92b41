using Stateless;
using Stateless.Graph;

namespace Concierge.Core.Broadcasts;

/// <summary>From where it may go where.</summary>
public sealed partial class Broadcast
{
    /// <summary>The life-cycle as Mermaid, for docs/flows.md.</summary>
    public static string Draw() => MermaidGraph.Format(
        new Broadcast { Code = "", Content = null!, Audience = null!, Timing = null!, WindowMinutes = 0, Cap = 0, Writers = "" }.Life().GetInfo());

    private bool Fire(On on)
    {
        var life = Life();
        if (!life.CanFire(on)) return false;
        life.Fire(on);
        Revision++;
        return true;
    }

    private StateMachine<BroadcastState, On> Life()
    {
        var life = new StateMachine<BroadcastState, On>(() => State, next => State = next);
        life.Configure(BroadcastState.Draft)
            .PermitReentry(On.Edit)
            .Permit(On.Submit, BroadcastState.Submitted)
            .Permit(On.Cancel, BroadcastState.Cancelled);
        life.Configure(BroadcastState.Submitted)
            .Permit(On.Edit, BroadcastState.Draft)
            .Permit(On.Reject, BroadcastState.Draft)
            .Permit(On.Approve, BroadcastState.Approved)
            .Permit(On.Cancel, BroadcastState.Cancelled);
        life.Configure(BroadcastState.Approved)
            .Permit(On.Edit, BroadcastState.Draft)
            .Permit(On.Start, BroadcastState.Sending)
            .Permit(On.Pause, BroadcastState.Paused)
            // One that repeats, after its last day.
            .Permit(On.Finish, BroadcastState.Sent)
            .Permit(On.Stop, BroadcastState.Stopped)
            .Permit(On.RunOut, BroadcastState.Expired)
            .Permit(On.Cancel, BroadcastState.Cancelled);
        life.Configure(BroadcastState.Sending)
            .Permit(On.Pause, BroadcastState.Paused)
            .Permit(On.Finish, BroadcastState.Sent)
            .Permit(On.Stop, BroadcastState.Stopped)
            .Permit(On.RunOut, BroadcastState.Expired);
        life.Configure(BroadcastState.Paused)
            .PermitIf(On.Resume, BroadcastState.Sending, () => StartedAt is not null, "it had begun")
            .PermitIf(On.Resume, BroadcastState.Approved, () => StartedAt is null, "it had not begun")
            .PermitIf(On.Edit, BroadcastState.Draft, () => StartedAt is null, "it had not begun")
            .Permit(On.Stop, BroadcastState.Stopped)
            .Permit(On.Cancel, BroadcastState.Cancelled)
            .Permit(On.RunOut, BroadcastState.Expired);
        return life;
    }
}

/// <summary>What came of moving a broadcast: done, or a named no.</summary>
public abstract record BroadcastMove
{
    private BroadcastMove() { }

    public sealed record Done : BroadcastMove;

    /// <summary>Not from where it stands.</summary>
    public sealed record NotNow(BroadcastState State) : BroadcastMove;

    /// <summary>Whoever wrote in it does not approve it.</summary>
    public sealed record OwnWords : BroadcastMove;

    /// <summary>A program does not approve, and lets nothing go on.</summary>
    public sealed record NoPerson : BroadcastMove;

    /// <param name="What">Which part of it: title, text, image, picture, alt, post, label, address, window, cap, card, timing.</param>
    public sealed record Wrong(string What) : BroadcastMove;

    /// <summary>It would go to nobody.</summary>
    public sealed record Nobody : BroadcastMove;

    public sealed record OverCap(int People, int Cap) : BroadcastMove;

    /// <summary>The same content went to the same audience within a day.</summary>
    public sealed record Same(long Id) : BroadcastMove;

    /// <summary>Staff have named no phone of theirs to try it at.</summary>
    public sealed record NoPhone : BroadcastMove;

    /// <summary>What its card tells of takes nobody any more.</summary>
    public sealed record CardGone : BroadcastMove;
}
