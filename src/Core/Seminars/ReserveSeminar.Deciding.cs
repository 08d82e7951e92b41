using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What is wished for when something is decided, and what is said then. Over LINE it stands in the lists of chats: no facts in the text.</summary>
public sealed partial class ReserveSeminar
{
    private static void SayReserved(Turn turn)
    {
        if (CannotChange(turn)) SayWhyNot(turn);
        else if (IsChange(turn)) SayChanged(turn, Subject(turn)!, Mine(turn)!);
        else Reserve(turn, Subject(turn)!);
    }

    private static void Reserve(Turn turn, Seminar seminar)
    {
        var (how, seats) = (How(turn)!.Value, Seats(turn)!.Value);
        turn.Do(new Effect.Reserve(seminar.Id, how, seats));
        turn.Do(new Effect.Notice("seminar-reserved"));
        Confirm(turn, seminar, Promise(turn, seminar), how, seats);
    }

    private static void SayTaken(Turn turn)
    {
        var (seminar, offer) = (Subject(turn)!, Mine(turn)!);
        turn.Do(new Effect.TakeOffer(seminar.Id));
        turn.Do(new Effect.DropTimer(Key(OfferOver, seminar)));
        turn.Do(new Effect.Notice("seminar-reserved"));
        Confirm(turn, seminar, Promise(turn, seminar), offer.How, offer.Seats);
    }

    private static void SayChanged(Turn turn, Seminar seminar, Reservation mine)
    {
        var (how, seats) = (How(turn)!.Value, Seats(turn)!.Value);
        var seated = Changed(turn) is Changing.Allowed { Seated: true };
        turn.Do(new Effect.ChangeReservation(seminar.Id, how, seats));
        if (seated) Confirm(turn, seminar, mine.State == ReservationState.Waiting ? Promise(turn, seminar) : "seminar_changed", how, seats);
        else Stay(turn, seminar, "seminar_changed_wait", how, seats);
    }

    /// <summary>Only those reminders are promised that are still to come.</summary>
    private static string Promise(Turn turn, Seminar seminar) => Reminders(seminar, turn.Facts.Now).Count() switch
    {
        0 => "seminar_reserved_now",
        1 => "seminar_reserved_soon",
        _ => "seminar_reserved",
    };

    /// <summary>A confirmed seat must be known: it is critical.</summary>
    private static void Confirm(Turn turn, Seminar seminar, string key, Attendance how, int seats)
    {
        SetReminders(turn, seminar);
        turn.MustArrive();
        Stay(turn, seminar, key, how, seats);
    }

    private static void SayWaiting(Turn turn)
    {
        var (seminar, how, seats) = (Subject(turn)!, How(turn)!.Value, Seats(turn)!.Value);
        turn.Do(new Effect.WaitForSeat(seminar.Id, how, seats));
        turn.Do(new Effect.Notice("seminar-waiting"));
        turn.Say("seminar_waits", ("place", turn.Facts.Seminars.Value.Waiting(seminar.Id, how) + 1));
        Stay(turn, seminar, "seminar_waits_then", how, seats, ("hours", seminar.OfferHours));
    }

    private static void SayWhyNot(Turn turn)
    {
        switch (Changed(turn))
        {
            case Changing.Same: turn.Say("seminar_same"); break;
            case Changing.Full full: turn.Say("seminar_change_full", ("most", full.Most)); break;
            case Changing.Closed: SayBegun(turn, Subject(turn)!); break;
            default: turn.Say("seminar_offer_waits"); break;
        }
        ShowMine(turn);
    }

    /// <summary>What was interrupted goes on; otherwise one stays here, for 「やっぱりやめる」 comes right after.</summary>
    private static void Stay(Turn turn, Seminar seminar, string key, Attendance how, int seats, params ReadOnlySpan<(string Name, object Value)> values)
    {
        turn.Session = turn.Session! with { Picked = [] };
        At(turn);
        turn.Say(key, values);
        turn.Show(new Bubble.Posters(
            Words.Say("seminar_content"), [Posters.Seats(seminar, how, seats, Posters.Links(seminar, how))], [ButtonTo(turn, seminar, "mine"), Shows(turn, SeminarQuestions.Plans)]));
        Quick(turn);
        if (turn.Before.Sessions.Any(session => session.Flow != Id && !session.Paused)) Finish(turn);
    }

    private static void SayBegun(Turn turn, Seminar seminar) => turn.Say("seminar_begun", ("kind", Posters.Noun(seminar)));

    private static void SayNothingDone(Turn turn) => turn.Say(IsChange(turn) ? "seminar_not_changed" : "seminar_not_reserved");

    private static void SayCancelled(Turn turn)
    {
        var (seminar, mine) = (Subject(turn)!, Mine(turn)!);
        if (Cancelling.Decide(seminar, mine, turn.Facts.Now) is not Cancelling.Allowed)
        {
            if (mine.IsLive) SayBegun(turn, seminar);
            else turn.Say("seminar_ran_out");
            return;
        }
        turn.Do(new Effect.CancelReservation(seminar.Id));
        DropTimers(turn, seminar);
        turn.Do(new Effect.Notice("seminar-cancelled"));
        turn.Say(mine.State switch
        {
            ReservationState.Waiting => "seminar_wait_cancelled",
            ReservationState.Offered => "seminar_offer_passed",
            _ => "seminar_cancelled",
        });
    }

    private static void Finish(Turn turn)
    {
        turn.Close();
        turn.OfferQuick(Commands.Always(turn));
    }
}
