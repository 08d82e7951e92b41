using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Seminars;

/// <summary>
/// 学ぶ・集まる and わたしの予定: find a seminar, reserve seats or wait for them, change, cancel, check in. What was chosen on
/// the way stands in the session's picks; what is reserved stands in the facts.
/// </summary>
public sealed partial class ReserveSeminar : Flow<ReserveSeminar.Stage, ReserveSeminar.On>, IFlow
{
    public enum Stage { Begun, Listing, Looking, Attending, Seats, Confirming, Full, Mine, Cancelling, Offered, Schedule, Finished }

    public enum On { List, Look, ShowSchedule, ShowMine, ShowOffer, Reserve, Change, Chosen, Confirmed, Refused, Wait, Cancel, Cancelled, Taken, Back }

    public const string Id = "seminars";

    public string Name => Id;

    public IEnumerable<MenuItem> Opens => [MenuItem.Learn, MenuItem.Schedule];

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Begun)
            .Permit(On.List, Stage.Listing)
            .Permit(On.Look, Stage.Looking)
            .Permit(On.ShowSchedule, Stage.Schedule)
            .Permit(On.ShowMine, Stage.Mine)
            .Permit(On.ShowOffer, Stage.Offered)
            .Permit(On.Cancel, Stage.Cancelling);

        m.Configure(Stage.Listing).OnEntry(() => ShowList(turn), nameof(ShowList))
            .PermitReentry(On.List)
            .Permit(On.Look, Stage.Looking);

        var looking = m.Configure(Stage.Looking)
            .OnEntryFrom(On.Taken, () => turn.Say("seminar_ran_out"), "SayTooLate")
            .OnEntry(() => ShowSeminar(turn), nameof(ShowSeminar))
            .Permit(On.List, Stage.Listing)
            .Permit(On.Back, Stage.Listing)
            .Permit(On.ShowMine, Stage.Mine)
            .PermitReentryIf(On.Reserve, () => IsClosed(turn), "no more reservations");
        Onward(looking, On.Reserve, turn);

        var attending = m.Configure(Stage.Attending).OnEntry(() => AskHow(turn), nameof(AskHow))
            .PermitIf(On.Back, Stage.Looking, () => !IsChange(turn), "it is new")
            .PermitIf(On.Back, Stage.Mine, () => IsChange(turn), "it is a change");
        Onward(attending, On.Chosen, turn);

        var seats = m.Configure(Stage.Seats).OnEntry(() => AskSeats(turn), nameof(AskSeats))
            .PermitIf(On.Back, Stage.Attending, () => AsksHow(turn), "there are two ways")
            .PermitIf(On.Back, Stage.Looking, () => !AsksHow(turn) && !IsChange(turn), "it is new")
            .PermitIf(On.Back, Stage.Mine, () => !AsksHow(turn) && IsChange(turn), "it is a change");
        Onward(seats, On.Chosen, turn);

        m.Configure(Stage.Confirming).OnEntry(() => AskToConfirm(turn), nameof(AskToConfirm))
            .PermitReentryIf(On.Chosen, () => Fits(turn), "there are seats")
            .PermitIf(On.Chosen, Stage.Full, () => IsFull(turn), "it is full")
            .PermitIf(On.Chosen, Stage.Mine, () => CannotChange(turn), "the change does not go")
            .PermitIf(On.Chosen, Stage.Looking, () => IsClosed(turn), "no more reservations")
            .Permit(On.Back, Stage.Seats)
            .PermitIf(On.Confirmed, Stage.Mine, () => Fits(turn) || CannotChange(turn), "it goes, or it was a change")
            .PermitIf(On.Confirmed, Stage.Full, () => IsFull(turn), "it is full")
            .PermitIf(On.Confirmed, Stage.Looking, () => IsClosed(turn), "no more reservations")
            .Permit(On.Refused, Stage.Finished);

        m.Configure(Stage.Full).OnEntry(() => OfferToWait(turn), nameof(OfferToWait))
            .PermitIf(On.Chosen, Stage.Confirming, () => Fits(turn), "there are seats")
            .PermitReentryIf(On.Chosen, () => !Fits(turn), "it is full")
            .PermitIf(On.Wait, Stage.Mine, () => IsFull(turn), "it is full")
            .PermitIf(On.Wait, Stage.Confirming, () => Fits(turn), "there are seats")
            .PermitIf(On.Wait, Stage.Looking, () => IsClosed(turn), "no more reservations")
            .Permit(On.List, Stage.Listing)
            .Permit(On.Back, Stage.Looking)
            .Permit(On.Refused, Stage.Finished);

        var mine = m.Configure(Stage.Mine)
            .OnEntryFrom(On.Confirmed, () => SayReserved(turn), nameof(SayReserved))
            .OnEntryFrom(On.Taken, () => SayTaken(turn), nameof(SayTaken))
            .OnEntryFrom(On.Wait, () => SayWaiting(turn), nameof(SayWaiting))
            .OnEntryFrom(On.Chosen, () => SayWhyNot(turn), nameof(SayWhyNot))
            .OnEntryFrom(On.Change, () => SayWhyNot(turn), nameof(SayWhyNot))
            .OnEntryFrom(On.ShowMine, () => ShowMine(turn), nameof(ShowMine))
            .OnEntryFrom(On.Refused, () => ShowMine(turn), nameof(ShowMine))
            .OnEntryFrom(On.Back, () => ShowMine(turn), nameof(ShowMine))
            .Permit(On.Back, Stage.Schedule)
            .Permit(On.ShowSchedule, Stage.Schedule)
            .Permit(On.Look, Stage.Looking)
            .Permit(On.Cancel, Stage.Cancelling)
            .PermitReentryIf(On.Change, () => CannotChange(turn), "the change does not go");
        Onward(mine, On.Change, turn);

        m.Configure(Stage.Cancelling).OnEntry(() => AskToCancel(turn), nameof(AskToCancel))
            .Permit(On.Cancelled, Stage.Finished)
            .Permit(On.Refused, Stage.Mine)
            .Permit(On.Back, Stage.Mine);

        m.Configure(Stage.Offered).OnEntry(() => AskToTake(turn), nameof(AskToTake))
            .PermitIf(On.Taken, Stage.Mine, () => MayTake(turn), "in time")
            .PermitIf(On.Taken, Stage.Looking, () => !MayTake(turn), "the time is over")
            .Permit(On.Cancelled, Stage.Finished)
            .Permit(On.Back, Stage.Schedule);

        m.Configure(Stage.Schedule).OnEntry(() => ShowSchedule(turn), nameof(ShowSchedule))
            .Permit(On.ShowMine, Stage.Mine)
            .Permit(On.ShowOffer, Stage.Offered)
            .Permit(On.List, Stage.Listing);

        m.Configure(Stage.Finished)
            .OnEntryFrom(On.Refused, () => SayNothingDone(turn), nameof(SayNothingDone))
            .OnEntryFrom(On.Cancelled, () => SayCancelled(turn), nameof(SayCancelled))
            .OnEntry(() => Finish(turn), nameof(Finish));
    }

    /// <summary>What is still open is asked first: where, for how many; then either it is confirmed or it is full.</summary>
    private void Onward(StateMachine<Stage, On>.StateConfiguration from, On on, Turn turn)
    {
        if (from.State != Stage.Attending) from.PermitIf(on, Stage.Attending, () => Goes(turn) && How(turn) is null, "how is open");
        if (from.State != Stage.Seats) from.PermitIf(on, Stage.Seats, () => Goes(turn) && How(turn) is not null && Seats(turn) is null, "for how many is open");
        from.PermitIf(on, Stage.Confirming, () => Fits(turn), "there are seats");
        from.PermitIf(on, Stage.Full, () => IsFull(turn), "it is full");
        if (from.State != Stage.Mine) from.PermitIf(on, Stage.Mine, () => CannotChange(turn), "the change does not go");
        if (on == On.Chosen) from.PermitIf(on, Stage.Looking, () => IsClosed(turn), "no more reservations");
    }

    public bool OnlyShows(Turn turn) => State(turn) is Stage.Schedule or Stage.Mine;

    public Question? Asked(Turn turn) => SeminarQuestions.Of(turn, State(turn), Subject(turn));

    public string Where(Turn turn) => State(turn) switch
    {
        Stage.Listing => Words.Say("seminar_where_list"),
        Stage.Schedule => Words.Say("menu_schedule"),
        _ when Subject(turn) is { } seminar => Words.Say("seminar_where", ("short", seminar.Short)),
        _ => Words.Say("menu_learn"),
    };

    private static Seminar? Subject(Turn turn) => turn.Facts.Seminars.Value.Find(turn.Session?.Subject);

    private static Reservation? Mine(Turn turn) => turn.Facts.Seminars.Value.Of(turn.Session?.Subject);

    /// <summary>Null while it is open. Where there is one way only, nobody is asked.</summary>
    private static Attendance? How(Turn turn) => Subject(turn)?.Ways.ToArray() switch
    {
        [var only] => only,
        _ when turn.Session!.Picked.Contains(SeminarQuestions.OnSite) => Attendance.OnSite,
        _ when turn.Session!.Picked.Contains(SeminarQuestions.Online) => Attendance.Online,
        _ => null,
    };

    private static int? Seats(Turn turn) =>
        turn.Session!.Picked.Contains(SeminarQuestions.Two) ? 2 : turn.Session.Picked.Contains(SeminarQuestions.One) ? 1 : null;

    private static bool IsChange(Turn turn) => Mine(turn) is { State: ReservationState.Reserved or ReservationState.Waiting };

    private static bool AsksHow(Turn turn) => Subject(turn)?.Ways.Count() > 1;

    /// <summary>A change may be asked for, or a reservation may.</summary>
    private static bool Goes(Turn turn) => IsChange(turn) || MayReserve(turn);

    private static bool MayReserve(Turn turn) => Subject(turn)?.TakesReservations(turn.Facts.Now) == true && Mine(turn) is not { IsLive: true };

    private static Reserving? Decided(Turn turn) => (Subject(turn), How(turn), Seats(turn)) is ({ } seminar, { } how, { } seats)
        ? Reserving.Decide(seminar, Mine(turn), how, seats, turn.Facts.Now)
        : null;

    private static Changing? Changed(Turn turn) => (Subject(turn), How(turn), Seats(turn)) is ({ } seminar, { } how, { } seats)
        ? Changing.Decide(seminar, Mine(turn), how, seats, turn.Facts.Now)
        : null;

    private static bool Fits(Turn turn) => IsChange(turn) ? Changed(turn) is Changing.Allowed : Decided(turn) is Reserving.Allowed;

    private static bool IsFull(Turn turn) => !IsChange(turn) && Decided(turn) is Reserving.Full;

    private static bool CannotChange(Turn turn) => Mine(turn) is { IsLive: true } && Changed(turn) is not (null or Changing.Allowed);

    private static bool IsClosed(Turn turn) => !Goes(turn) && !CannotChange(turn);

    private static bool MayTake(Turn turn) => TakingOffer.Decide(Mine(turn), turn.Facts.Now) is TakingOffer.Allowed;
}
