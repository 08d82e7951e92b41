using Stateless;

namespace Concierge.Core.Conversations;

/// <summary>The table: where a form may stand, and what leads on from there.</summary>
public abstract partial class AskQuestions
{
    public enum Stage { Begun, Asking, Changing, AtTheDoor, Reviewing, Finished }

    public enum On { Begin, Answered, Back, GoOn, Change, Review, Confirmed, SpokeOnLine, CameThroughTheDoor }

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Begun)
            .PermitIf(On.Begin, Stage.Asking, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.Begin, Stage.AtTheDoor, () => OnlyPrivateLeft(turn), "only private questions are left")
            .PermitIf(On.Begin, WhenAnswered, () => NothingLeft(turn), "nothing is left");

        m.Configure(Stage.Asking)
            .OnEntryFrom(On.Begin, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.Answered, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.GoOn, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.CameThroughTheDoor, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.Back, () => AskPrevious(turn), nameof(AskPrevious))
            .PermitReentryIf(On.Answered, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.Answered, Stage.AtTheDoor, () => OnlyPrivateLeft(turn), "only private questions are left")
            .PermitIf(On.Answered, WhenAnswered, () => NothingLeft(turn), "nothing is left")
            .PermitReentry(On.Back)
            .Permit(On.SpokeOnLine, Stage.AtTheDoor)
            .Permit(On.Review, Stage.Reviewing);

        m.Configure(Stage.AtTheDoor)
            .OnEntry(() => ShowDoor(turn), nameof(ShowDoor))
            .PermitReentry(On.SpokeOnLine)
            .Permit(On.Back, Stage.Asking)
            .PermitIf(On.CameThroughTheDoor, Stage.Asking, () => !NothingLeft(turn), "a question is left")
            .PermitIf(On.CameThroughTheDoor, WhenAnswered, () => NothingLeft(turn), "nothing is left")
            .Permit(On.Review, Stage.Reviewing)
            .PermitIf(On.Answered, WhenAnswered, () => NothingLeft(turn), "nothing is left");

        m.Configure(Stage.Reviewing)
            .OnEntry(() => ShowAnswers(turn), nameof(ShowAnswers))
            .PermitReentry(On.Review)
            .Permit(On.Change, Stage.Changing)
            .PermitIf(On.GoOn, Stage.Asking, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.GoOn, Stage.AtTheDoor, () => OnlyPrivateLeft(turn), "only private questions are left")
            .PermitIf(On.Back, Stage.Asking, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.Confirmed, Stage.Finished, () => NothingLeft(turn), "nothing is left");

        m.Configure(Stage.Changing)
            .OnEntryFrom(On.Change, () => Ask(turn, Open(turn)), nameof(Ask))
            .OnEntryFrom(On.Answered, () => AskNextInGroup(turn), nameof(AskNextInGroup))
            .PermitReentryIf(On.Answered, () => MoreInGroup(turn), "the pile has another card")
            .PermitIf(On.Answered, Stage.Reviewing, () => !MoreInGroup(turn), "the answer is changed")
            .Permit(On.SpokeOnLine, Stage.AtTheDoor)
            .Permit(On.Back, Stage.Reviewing)
            .Permit(On.Review, Stage.Reviewing);

        m.Configure(Stage.Finished).OnEntry(() => Finish(turn), nameof(Finish));
    }
}
