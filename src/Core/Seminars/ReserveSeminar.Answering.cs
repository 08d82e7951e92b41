using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What taps, words and commands do.</summary>
public sealed partial class ReserveSeminar
{
    public void Open(Turn turn, MenuItem item)
    {
        // Consent was asked for on the way to a seat: with it one goes on there.
        if (turn.Closed is { Flow: Enter.Id } && turn.Raise(Name) && State(turn) == Stage.Looking && !IsGone(turn)) ChooseHere(turn, SeminarQuestions.Reserve);
        else Begin(turn, item == MenuItem.Schedule ? On.ShowSchedule : On.List, null);
    }

    public void Go(Turn turn, Act.Go go)
    {
        var facts = turn.Facts.Seminars.Value;
        switch (go.Verb)
        {
            case SeminarQuestions.Near or SeminarQuestions.Date: Begin(turn, On.List, null, go.Verb); break;
            case SeminarQuestions.Plans: Begin(turn, On.ShowSchedule, null); break;
            case "look" when facts.Find(go.Id) is { } seminar: Begin(turn, On.Look, seminar.Id); break;
            case SeminarQuestions.Reserve when facts.Find(go.Id) is { State: SeminarState.Open } seminar: OpenReserving(turn, seminar); break;
            case GoOn when facts.Find(go.Id) is { } seminar: GoOnReserving(turn, seminar); break;
            case Leave when facts.Find(go.Id) is { } seminar: LeaveUndone(turn, seminar); break;
            case "mine" when facts.Find(go.Id) is { } seminar: OpenMine(turn, seminar); break;
            case SeminarQuestions.Cannot when facts.Find(go.Id) is { } seminar: OpenCancelling(turn, seminar); break;
            default: turn.Say("seminar_over"); Begin(turn, On.List, null); break;
        }
    }

    public void Take(Turn turn, Act act)
    {
        if (act is Act.Choose choose && Asked(turn)?.Options.Any(o => o.Key == choose.Option) == true) Choose(turn, choose.Option);
        else { turn.Say("old_button"); Again(turn); }
    }

    public void Take(Turn turn, Understood understood)
    {
        if (understood is Understood.Options options) Choose(turn, options.Keys[0]);
        else Repair.Ask(turn, understood, Asked(turn), () => Again(turn));
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back: GoBack(turn); break;
            case Command.Skip: turn.Say("cannot_skip"); Again(turn); break;
            case Command.Why: turn.Say("why", ("why", Asked(turn)!.Why)); Again(turn); break;
            default: Again(turn); break;
        }
    }

    /// <summary>Nothing was asked that is worth keeping: it is closed, and what is not confirmed is not reserved.</summary>
    public bool Stop(Turn turn)
    {
        turn.Say(State(turn) is Stage.Attending or Stage.Seats or Stage.Confirming or Stage.Full ? "seminar_stopped_open" : "seminar_stopped");
        Finish(turn);
        return true;
    }

    public void Again(Turn turn)
    {
        // What it was about may be over, or gone by another way: then from the list.
        if (IsGone(turn))
        {
            Begin(turn, On.List, null);
            return;
        }
        IsBack(turn);
        switch (State(turn))
        {
            case Stage.Looking: ShowSeminar(turn); break;
            case Stage.Attending: AskHow(turn); break;
            case Stage.Seats: AskSeats(turn); break;
            case Stage.Confirming: AskToConfirm(turn); break;
            case Stage.Full: OfferToWait(turn); break;
            case Stage.Mine: ShowMine(turn); break;
            case Stage.Cancelling: AskToCancel(turn); break;
            case Stage.Offered: AskToTake(turn); break;
            case Stage.Schedule: ShowSchedule(turn); break;
            default: ShowList(turn); break;
        }
    }

    private void Choose(Turn turn, string key)
    {
        if (IsGone(turn))
        {
            Again(turn);
            return;
        }
        turn.Session = turn.Session! with { Unclear = 0 };
        IsBack(turn);
        switch (State(turn), key)
        {
            case (Stage.Listing, SeminarQuestions.Near or SeminarQuestions.Date): Begin(turn, On.List, null, key); break;
            case (_, SeminarQuestions.Plans): Begin(turn, On.ShowSchedule, null); break;
            case (_, SeminarQuestions.List): Begin(turn, On.List, null); break;
            case (Stage.Listing, _): Begin(turn, On.Look, key); break;
            case (Stage.Schedule, SeminarQuestions.Cannot): OpenCancellingOne(turn); break;
            case (Stage.Schedule, _) when turn.Session.Picked.Contains(SeminarQuestions.Cannot): OpenCancelling(turn, turn.Facts.Seminars.Value.Find(key)!); break;
            case (Stage.Schedule, _): OpenMine(turn, turn.Facts.Seminars.Value.Find(key)!); break;
            case (Stage.Looking, _): ChooseHere(turn, key); break;
            case (Stage.Mine, SeminarQuestions.Cancel): OpenCancelling(turn, Subject(turn)!); break;
            case (Stage.Mine, SeminarQuestions.Look): Fire(turn, On.Look); break;
            case (Stage.Mine, _): Change(turn, key); break;
            case (Stage.Full, SeminarQuestions.WaitFor): Fire(turn, On.Wait); break;
            case (Stage.Confirming, SeminarQuestions.Yes): Fire(turn, On.Confirmed); break;
            case (_, SeminarQuestions.Drop): Fire(turn, On.Cancelled); break;
            case (Stage.Offered, SeminarQuestions.Yes): Fire(turn, On.Taken); break;
            case (Stage.Offered, _): Fire(turn, On.Cancelled); break;
            case (_, SeminarQuestions.No or SeminarQuestions.Keep): Fire(turn, On.Refused); break;
            default: Pick(turn, key); break;
        }
    }

    /// <summary>予約する, 二人で行きたい, or what one has there already.</summary>
    private void ChooseHere(Turn turn, string key)
    {
        if (Mine(turn) is { IsLive: true })
        {
            if (key != SeminarQuestions.Mine) turn.Say("seminar_already", ("kind", Posters.Noun(Subject(turn)!)));
            OpenMine(turn, Subject(turn)!);
            return;
        }
        // Whoever comes is stored: looking is free, a seat is not. Closed or full is said before anybody is asked.
        if (MayReserve(turn) && !Consents.Of(turn).Has(Purpose.Service))
        {
            turn.Unconsented = MenuItem.Learn;
            return;
        }
        if (key == SeminarQuestions.Two) turn.Session = turn.Session! with { Picked = [key] };
        Fire(turn, On.Reserve);
    }

    private void Change(Turn turn, string key)
    {
        if (Cancelling.Decide(Subject(turn)!, Mine(turn), turn.Facts.Now) is not Cancelling.Allowed)
        {
            SayBegun(turn, Subject(turn)!);
            ShowMine(turn);
            return;
        }
        if (key == SeminarQuestions.Two) turn.Session = turn.Session! with { Picked = [WayOf(Mine(turn)!.How), key] };
        Fire(turn, On.Change);
    }

    /// <summary>Where or for how many; what was chosen of the same kind before gives way.</summary>
    private void Pick(Turn turn, string key)
    {
        var kind = key is SeminarQuestions.One or SeminarQuestions.Two ? Counts : Places;
        turn.Session = turn.Session! with { Picked = [.. turn.Session.Picked.Except(kind), key] };
        Fire(turn, On.Chosen);
    }

    private static readonly ImmutableArray<string> Counts = [SeminarQuestions.One, SeminarQuestions.Two], Places = [SeminarQuestions.OnSite, SeminarQuestions.Online];

    private void GoBack(Turn turn)
    {
        if (State(turn) is Stage.Listing or Stage.Schedule) { turn.Say("seminar_first"); Again(turn); }
        else if (IsGone(turn)) Again(turn);
        else Fire(turn, On.Back);
    }

    private void OpenMine(Turn turn, Seminar seminar)
    {
        switch (turn.Facts.Seminars.Value.Of(seminar.Id))
        {
            case { State: ReservationState.Offered } mine when turn.Facts.Now < mine.OfferedUntil: Begin(turn, On.ShowOffer, seminar.Id); break;
            case { State: ReservationState.Offered or ReservationState.Expired }: turn.Say("seminar_ran_out"); Begin(turn, On.Look, seminar.Id); break;
            case { IsLive: true }: Begin(turn, On.ShowMine, seminar.Id); break;
            default: turn.Say("seminar_not_yours", ("kind", Posters.Noun(seminar))); Begin(turn, On.Look, seminar.Id); break;
        }
    }

    private void OpenCancelling(Turn turn, Seminar seminar)
    {
        switch (Cancelling.Decide(seminar, turn.Facts.Seminars.Value.Of(seminar.Id), turn.Facts.Now))
        {
            case Cancelling.Allowed: Begin(turn, On.Cancel, seminar.Id); break;
            case Cancelling.AlreadyOver: SayBegun(turn, seminar); Begin(turn, On.ShowMine, seminar.Id); break;
            default: turn.Say("seminar_not_yours", ("kind", Posters.Noun(seminar))); Begin(turn, On.Look, seminar.Id); break;
        }
    }

    /// <summary>What it is stands on the button's own card, so it is not shown again first.</summary>
    private void OpenReserving(Turn turn, Seminar seminar)
    {
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Looking));
        turn.Session = turn.Session! with { State = nameof(Stage.Looking), Subject = seminar.Id, Picked = [], Unclear = 0 };
        ChooseHere(turn, SeminarQuestions.Reserve);
    }

    /// <summary>「行けなくなりました」 among all that is reserved: the only one there is, or whichever is chosen.</summary>
    private void OpenCancellingOne(Turn turn)
    {
        switch (Planned(turn))
        {
            case []: ShowSchedule(turn); break;
            case [var only]: OpenCancelling(turn, only); break;
            case var several: AskWhichToCancel(turn, several); break;
        }
    }

    /// <summary>From the start, in the same session where there is one.</summary>
    private void Begin(Turn turn, On on, string? seminar, params ImmutableArray<string> picked)
    {
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Begun));
        turn.Session = turn.Session! with { State = nameof(Stage.Begun), Subject = seminar, Picked = picked, Unclear = 0 };
        Fire(turn, on);
    }

    /// <summary>The stage needs a seminar, or a reservation, that is not there any more.</summary>
    private static bool IsGone(Turn turn) => State(turn) switch
    {
        Stage.Listing or Stage.Schedule => false,
        Stage.Mine or Stage.Cancelling => Subject(turn) is null || Mine(turn) is not { IsLive: true },
        Stage.Offered => Subject(turn) is null || Mine(turn) is not { State: ReservationState.Offered or ReservationState.Expired },
        _ => Subject(turn) is null,
    };

    private static string WayOf(Attendance how) => how == Attendance.OnSite ? SeminarQuestions.OnSite : SeminarQuestions.Online;
}
