using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Stateless;

namespace Concierge.Core.Board;

/// <summary>The table: where a search may stand, and what leads on from there.</summary>
public sealed partial class FindWork
{
    public enum Stage { Begun, Looking, Reading, Confirming, Sharing, Hiding, ChoosingArea, HandedOn, Telling }

    public enum On { Look, Read, Apply, Agree, Hide, Hidden, ChooseArea, Back, AskHow }

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        Always(m.Configure(Stage.Begun));

        Always(m.Configure(Stage.Looking))
            .OnEntryFrom(On.Look, () => ShowCards(turn), nameof(ShowCards))
            .OnEntryFrom(On.Back, () => ShowSameCards(turn), nameof(ShowSameCards))
            .OnEntryFrom(On.Hidden, () => SayHidden(turn), nameof(SayHidden));

        Always(m.Configure(Stage.Reading))
            .OnEntry(() => ShowPost(turn), nameof(ShowPost))
            .Permit(On.Apply, Stage.Confirming)
            .Permit(On.Back, Stage.Looking);

        Always(m.Configure(Stage.Confirming))
            .OnEntry(() => AskToConfirm(turn), nameof(AskToConfirm))
            .PermitIf(On.Agree, Stage.HandedOn, () => IsOpen(turn) && !AskToShare.IsNeeded(turn), "the post is still open")
            .PermitIf(On.Agree, Stage.Sharing, () => IsOpen(turn) && AskToShare.IsNeeded(turn), "staff may not see the answers yet")
            .PermitIf(On.Agree, Stage.Reading, () => !IsOpen(turn), "it is gone")
            .Permit(On.Back, Stage.Reading);

        Always(m.Configure(Stage.Sharing))
            .OnEntry(() => AskWhetherToShare(turn), nameof(AskWhetherToShare))
            .PermitIf(On.Agree, Stage.HandedOn, () => IsOpen(turn), "the post is still open")
            .PermitIf(On.Agree, Stage.Reading, () => !IsOpen(turn), "it is gone")
            .Permit(On.Back, Stage.Reading);

        Always(m.Configure(Stage.Hiding))
            .OnEntry(() => AskWhatToHide(turn), nameof(AskWhatToHide))
            .Permit(On.Hidden, Stage.Looking)
            .Permit(On.Back, Stage.Looking);

        Always(m.Configure(Stage.ChoosingArea))
            .OnEntry(() => AskArea(turn), nameof(AskArea))
            .Permit(On.Back, Stage.Looking);

        m.Configure(Stage.HandedOn).OnEntry(() => HandOn(turn), nameof(HandOn));

        Always(m.Configure(Stage.Telling)).OnEntry(() => AskHowItWas(turn), nameof(AskHowItWas));
    }

    /// <summary>Cards, a post, 出さないで and the area can be asked for from anywhere.</summary>
    private static StateMachine<Stage, On>.StateConfiguration Always(StateMachine<Stage, On>.StateConfiguration state)
    {
        foreach (var (trigger, stage) in new[] { (On.Look, Stage.Looking), (On.Read, Stage.Reading), (On.Hide, Stage.Hiding), (On.ChooseArea, Stage.ChoosingArea), (On.AskHow, Stage.Telling) })
            state = state.State == stage ? state.PermitReentry(trigger) : state.Permit(trigger, stage);
        return state;
    }
}
