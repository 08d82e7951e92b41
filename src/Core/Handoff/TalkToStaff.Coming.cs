using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Handoff;

/// <summary>What comes by itself: staff, and times.</summary>
public sealed partial class TalkToStaff
{
    /// <summary>What staff write is worth sending for most of a day: after 23 hours a retry key would send again.</summary>
    private static readonly TimeSpan Worth = TimeSpan.FromHours(22);

    public void Came(Turn turn, Incoming incoming)
    {
        turn.GoodUntil = turn.Facts.Now + Worth;
        switch (incoming)
        {
            case Incoming.StaffSaid said when turn.Channel == Channel.Line: Deliver(turn, said); break;
            case Incoming.StaffLeft left: SayThatStaffLeft(turn, left); break;
            case Incoming.ReferralProposed: ShowProposal(turn); break;
            case Incoming.TimeCame: Ring(turn); break;
        }
    }

    private static void Deliver(Turn turn, Incoming.StaffSaid said)
    {
        if ((said.Where ?? turn.Facts.StaffReplies) == StaffReplies.Chat)
        {
            turn.Do(new Effect.PassOn(new Reply([new Bubble.Say(said.Text)], [], Critical: true, turn.GoodUntil) { Sender = said.Name }));
            return;
        }
        ShowDoor(turn);
        turn.MustArrive();
    }

    private void SayThatStaffLeft(Turn turn, Incoming.StaffLeft left)
    {
        switch (left.How)
        {
            case Leaving.Returned when turn.Facts.Handoff.Value.Newest is { AnsweredAt: null }:
                turn.Say("staff_done_silent");
                OfferToGoOn(turn);
                break;
            case Leaving.Resolved or Leaving.Returned:
                turn.Say("staff_done");
                AskHowItWas(turn, left.Case);
                OfferToGoOn(turn);
                break;
            case Leaving.Declined:
                turn.Say("staff_declined");
                SayHowElse(turn);
                OfferToGoOn(turn);
                break;
            default:
                turn.Show(new Bubble.Say($"{Words.Say(left.How == Leaving.Escalated ? "staff_escalated" : "staff_released")}\n{By(hours.AnswerBy(turn.Facts.Now), turn.Facts.Now)}"));
                OfferToGoOn(turn);
                break;
        }
    }

    private void Ring(Turn turn)
    {
        if (turn.Facts.Handoff.Value.Open is not { } open || open.Due > turn.Facts.Now) return;
        turn.Do(new Effect.RingCase());
        switch (open.Then)
        {
            case Silence.Apologize:
                turn.Show(new Bubble.Say($"{Words.Say("staff_late")}\n{By(HandoffCase.PutOff(hours, turn.Facts.Now), turn.Facts.Now)}"));
                ShowHowElse(turn, open.Number);
                turn.OfferQuick(Commands.Always(turn));
                break;
            case Silence.RemindCitizen: ShowDoor(turn); break;
            case Silence.BackToQueue:
                turn.TakeBack();
                turn.Show(new Bubble.Say($"{Words.Say("staff_back")}\n{By(hours.AnswerBy(turn.Facts.Now), turn.Facts.Now)}"));
                OfferToGoOn(turn);
                break;
            case Silence.RunOut: RunOut(turn, open); break;
        }
    }

    private static void RunOut(Turn turn, HandoffCase open)
    {
        turn.Say(open.IsHeld ? "staff_expired" : "staff_nobody");
        SayHowElse(turn);
        if (open.IsHeld) turn.TakeBack();
        OfferToGoOn(turn);
    }

    private static void SayHowElse(Turn turn)
    {
        if (turn.Facts.Desk is { } desk) turn.Say("staff_desk", ("desk", desk));
        else turn.Say("staff_no_desk");
    }

    /// <summary>What was interrupted goes on when the person likes.</summary>
    private static void OfferToGoOn(Turn turn)
    {
        if (turn.Session is { } open && turn.Flows.FirstOrDefault(flow => flow.Name == open.Flow) is { } flow) turn.Say("staff_go_on", ("where", flow.Where(turn)));
        turn.OfferQuick(Commands.AfterStop(turn));
    }
}
