using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What the person sees at each stage.</summary>
public sealed partial class ReserveSeminar
{
    /// <summary>What fits side by side on a phone.</summary>
    private const int MostShown = 10;

    /// <summary>What is still to come, in the order that is asked for.</summary>
    public static IReadOnlyList<Seminar> Listed(Turn turn)
    {
        var open = turn.Facts.Seminars.Value.All.Where(s => s.State == SeminarState.Open && !s.HasBegun(turn.Facts.Now));
        var sorted = turn.Session!.Picked.Contains(SeminarQuestions.Near) && Nearness.AreaOf(turn) is { } area
            ? open.OrderBy(seminar => Nearness.From(area, seminar)).ThenBy(seminar => seminar.StartsAt)
            : open.OrderBy(seminar => seminar.StartsAt);
        return [.. sorted.Take(MostShown)];
    }

    /// <summary>Where this person has seats, waits or has an offer.</summary>
    public static IReadOnlyList<Seminar> Planned(Turn turn)
    {
        var facts = turn.Facts.Seminars.Value;
        return [.. facts.All.Where(s => facts.Of(s.Id) is { IsLive: true }).Take(MostShown)];
    }

    private static void ShowList(Turn turn)
    {
        At(turn);
        var shown = Listed(turn);
        if (shown.Count == 0) turn.Say("seminar_none");
        else
        {
            turn.Show(new Bubble.Posters(Words.Say("seminar_list"), [.. shown.Select(s => Posters.OnList(turn, s))], OtherOrders(turn)));
            if (turn.Session!.Picked.Contains(SeminarQuestions.Near)) turn.Say(Nearness.AreaOf(turn) is null ? "seminar_area_unknown" : "seminar_near_first");
        }
        Quick(turn);
    }

    private static ImmutableArray<Button> OtherOrders(Turn turn) =>
        [Shows(turn, turn.Session!.Picked.Contains(SeminarQuestions.Near) ? SeminarQuestions.Date : SeminarQuestions.Near), Shows(turn, SeminarQuestions.Plans)];

    private static void ShowSeminar(Turn turn)
    {
        turn.Session = turn.Session! with { Picked = [] };
        At(turn);
        var seminar = Subject(turn)!;
        if (Mine(turn) is not { IsLive: true } && !seminar.TakesReservations(turn.Facts.Now)) turn.Say("seminar_closed", ("kind", Posters.Noun(seminar)));
        turn.Show(new Bubble.Posters(Words.Say("seminar_about", ("kind", Posters.Noun(seminar))), [Posters.InFull(turn, seminar, Offers(turn, seminar))], []));
        Quick(turn);
    }

    private static ImmutableArray<Button> Offers(Turn turn, Seminar seminar)
    {
        var list = Chooses(turn, SeminarQuestions.List);
        if (Mine(turn) is { IsLive: true }) return [Chooses(turn, SeminarQuestions.Mine), list];
        if (!seminar.TakesReservations(turn.Facts.Now)) return [list];
        return [Chooses(turn, SeminarQuestions.Reserve, seminar.Ways.All(how => seminar.Free(how) == 0) ? SeminarQuestions.WaitFor : null), list];
    }

    private static void AskHow(Turn turn)
    {
        turn.Session = turn.Session! with { Picked = turn.Session.Picked.Remove(SeminarQuestions.OnSite).Remove(SeminarQuestions.Online) };
        At(turn);
        var seminar = Subject(turn)!;
        Ask(turn, "seminar_ask_how", Posters.SeatsLeft(seminar), [Chooses(turn, SeminarQuestions.OnSite), Chooses(turn, SeminarQuestions.Online)]);
    }

    private static void AskSeats(Turn turn)
    {
        turn.Session = turn.Session! with { Picked = turn.Session.Picked.Remove(SeminarQuestions.One).Remove(SeminarQuestions.Two) };
        At(turn);
        Ask(turn, "seminar_ask_seats", Words.Say("seminar_ask_seats_note"), [Chooses(turn, SeminarQuestions.One), Chooses(turn, SeminarQuestions.Two)]);
    }

    private static void AskToConfirm(Turn turn)
    {
        At(turn);
        var (seminar, how, seats) = (Subject(turn)!, How(turn)!.Value, Seats(turn)!.Value);
        var change = IsChange(turn);
        turn.Show(new Bubble.Posters(Words.Say("seminar_content"), [Posters.Seats(seminar, how, seats, [])], []));
        Ask(
            turn, change ? "seminar_confirm_change" : "seminar_confirm", null,
            [Chooses(turn, SeminarQuestions.Yes, change ? "change_yes" : "reserve_yes"), Chooses(turn, SeminarQuestions.No, "reserve_no")]);
    }

    private static void OfferToWait(Turn turn)
    {
        At(turn);
        var (seminar, how, seats) = (Subject(turn)!, How(turn)!.Value, Seats(turn)!.Value);
        var free = seminar.Free(how);
        turn.Say(free > 0 ? "seminar_too_few" : how == Attendance.Online ? "seminar_full_online" : "seminar_full", ("free", free));
        var others = new List<Button>();
        if (free > 0) others.Add(Chooses(turn, SeminarQuestions.One));
        if (seminar.Ways.FirstOrDefault(way => way != how && seminar.Free(way) >= seats, how) is var other && other != how)
            others.Add(Chooses(turn, other == Attendance.Online ? SeminarQuestions.Online : SeminarQuestions.OnSite));
        Ask(
            turn, "seminar_ask_wait", Words.Say("seminar_ask_wait_note", ("hours", seminar.OfferHours)),
            [Chooses(turn, SeminarQuestions.WaitFor), .. others, Chooses(turn, SeminarQuestions.List)]);
    }

    private static void AskToCancel(Turn turn)
    {
        At(turn);
        var (seminar, mine) = (Subject(turn)!, Mine(turn)!);
        turn.Show(new Bubble.Posters(Words.Say("seminar_content"), [Posters.Seats(seminar, mine.How, mine.Seats, [])], []));
        Ask(
            turn, mine.State == ReservationState.Waiting ? "seminar_ask_cancel_wait" : "seminar_ask_cancel", null,
            [Chooses(turn, SeminarQuestions.Drop), Chooses(turn, SeminarQuestions.Keep)]);
    }

    private static void AskWhichToCancel(Turn turn, IReadOnlyList<Seminar> several)
    {
        turn.Session = turn.Session! with { Picked = [SeminarQuestions.Cannot] };
        At(turn);
        Ask(turn, "seminar_ask_which_cancel", null, [.. several.Select(seminar => ButtonTo(turn, seminar, SeminarQuestions.Cannot))]);
    }

    private static void AskToTake(Turn turn)
    {
        At(turn);
        var (seminar, mine) = (Subject(turn)!, Mine(turn)!);
        turn.Show(new Bubble.Posters(Words.Say("seminar_about", ("kind", Posters.Noun(seminar))), [turn.Incoming is Incoming.TimeCame ? Posters.ForAnybody(seminar) : Posters.Seats(seminar, mine.How, mine.Seats, [])], []));
        Ask(
            turn, "seminar_offer", Words.Say("seminar_offer_until", ("until", SeminarTime.Spell(mine.OfferedUntil!.Value))),
            [Chooses(turn, SeminarQuestions.Yes, "take"), Chooses(turn, SeminarQuestions.No, "pass")]);
    }

    private static void ShowMine(Turn turn)
    {
        turn.Session = turn.Session! with { Picked = [] };
        At(turn);
        var (seminar, mine) = (Subject(turn)!, Mine(turn)!);
        turn.Show(new Bubble.Posters(Words.Say("menu_schedule"), [Posters.Mine(turn, seminar, mine, Acts(turn, seminar, mine))], []));
        if (mine.State == ReservationState.Reserved && CheckingIn.IsNow(seminar, turn.Facts.Now)) turn.Say("seminar_at_the_door");
        Quick(turn);
    }

    private static ImmutableArray<Button> Acts(Turn turn, Seminar seminar, Reservation mine)
    {
        var look = Chooses(turn, SeminarQuestions.Look);
        if (mine.State == ReservationState.Offered) return [ButtonTo(turn, seminar, "mine"), look];
        if (seminar.State != SeminarState.Open || Cancelling.Decide(seminar, mine, turn.Facts.Now) is not Cancelling.Allowed) return [look];
        return [Chooses(turn, SeminarQuestions.Change), Chooses(turn, SeminarQuestions.Cancel), look];
    }

    private static void ShowSchedule(Turn turn)
    {
        turn.Session = turn.Session! with { Picked = [] };
        At(turn);
        var planned = Planned(turn);
        var facts = turn.Facts.Seminars.Value;
        if (planned.Count == 0) Ask(turn, "seminar_no_plans", null, [Chooses(turn, SeminarQuestions.List)]);
        else
            turn.Show(new Bubble.Posters(
                Words.Say("menu_schedule"), [.. planned.Select(s => Posters.Mine(turn, s, facts.Of(s.Id)!, [ButtonTo(turn, s, "mine")]))], [Chooses(turn, SeminarQuestions.List)]));
        Quick(turn);
    }

    /// <summary>The step names all that a button was made for, so that one of an earlier choice is not obeyed.</summary>
    private static void At(Turn turn) =>
        turn.Session = turn.Session! with { Step = $"{turn.Session.State}:{turn.Session.Subject}:{string.Join('+', turn.Session.Picked.Order(StringComparer.Ordinal))}" };

    private static void Ask(Turn turn, string key, string? note, ImmutableArray<Button> choices)
    {
        turn.Show(new Bubble.Ask(Words.Say(key), Subject(turn)?.Short, null, note, choices, Several: false, Writes: false));
        Quick(turn);
    }

    private static void Quick(Turn turn) => turn.OfferQuick(Commands.Under(turn, SeminarQuestions.Any));

    /// <summary>A button that decides: good at this step only.</summary>
    private static Button Chooses(Turn turn, string option, string? label = null) =>
        turn.Button(SeminarQuestions.Label(label ?? option), new Act.Choose(option));

    /// <summary>A button that only shows.</summary>
    private static Button Shows(Turn turn, string verb) => turn.Button(SeminarQuestions.Label(verb), new Act.Go(Id, verb));

    private static Button ButtonTo(Turn turn, Seminar seminar, string verb) =>
        turn.Button(Words.Say("seminar_open_" + verb, ("short", seminar.Short)), new Act.Go(Id, verb, seminar.Id));
}
