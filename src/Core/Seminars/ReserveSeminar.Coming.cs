using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What comes by itself: offers and reminders, which go out as pushes, and the code at the door.</summary>
public sealed partial class ReserveSeminar
{
    /// <summary>Kinds of timers; the shell sets the two of an offer, for they are of somebody else than the turn's person.</summary>
    public const string OfferMade = "offer", OfferOver = "offer-over";

    private const string WeekBefore = "week", DayBefore = "day";

    /// <summary>In the morning, in Tokyo.</summary>
    private const int ReminderHour = 10;

    public static string Key(string kind, Seminar seminar) => $"{Id}/{kind}/{seminar.Id}";

    /// <summary>An offer ends at its time, whoever speaks with the person then: the next one waits for it.</summary>
    public void ComesDue(Turn turn, Incoming.TimeCame time)
    {
        if (time.Kind == OfferOver && turn.Facts.Seminars.Value.Of(time.Subject) is { State: ReservationState.Offered } mine && turn.Facts.Now >= mine.OfferedUntil)
            turn.Do(new Effect.EndOffer(time.Subject));
    }

    public void Came(Turn turn, Incoming incoming)
    {
        if (incoming is not Incoming.TimeCame time || turn.Facts.Seminars.Value.Find(time.Subject) is not { } seminar) return;
        var mine = turn.Facts.Seminars.Value.Of(seminar.Id);
        if (time.Kind == News && mine is { IsLive: true }) TellNews(turn, seminar, mine);
        if (seminar.State != SeminarState.Open) return;
        switch (time.Kind)
        {
            case OfferMade when TakingOffer.Decide(mine, turn.Facts.Now) is TakingOffer.Allowed: TellOffer(turn, seminar, mine!); break;
            case OfferOver when TakingOffer.Decide(mine, turn.Facts.Now) is TakingOffer.RanOut: TellRanOut(turn, seminar); break;
            case WeekBefore or DayBefore when mine is { State: ReservationState.Reserved } && !seminar.HasBegun(turn.Facts.Now): Remind(turn, seminar); break;
        }
    }

    public bool Hears(Turn turn, string words) => IsDropped(turn, words) || IsWantedBack(turn, words) || IsAtTheDoor(turn, words);

    /// <summary>「受付 1234」 from anywhere; the digits alone where nothing else can be meant.</summary>
    private bool IsAtTheDoor(Turn turn, string words)
    {
        var said = Normal.Bare(words);
        var digits = DoorWords.Select(word => Normal.Bare(word)).FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } start ? said[start.Length..] : said;
        if (digits.Length != 4 || !digits.All(char.IsAsciiDigit)) return false;
        var today = turn.Facts.Seminars.Value.All.Where(seminar => CheckingIn.IsNow(seminar, turn.Facts.Now)).ToArray();
        if (digits.Length == said.Length && !(IsIdle(turn) && today.Any(s => turn.Facts.Seminars.Value.Of(s.Id) is { IsLive: true }))) return false;
        CheckIn(turn, today.FirstOrDefault(seminar => seminar.DayCode == digits));
        return true;
    }

    /// <summary>By the sentence that the open site puts ready.</summary>
    public Act.Go? NamedBy(Turn turn, string words)
    {
        var said = Normal.Bare(words);
        if (!said.EndsWith(ChosenEnd, StringComparison.Ordinal)) return null;
        var seminar = turn.Facts.Seminars.Value.All.FirstOrDefault(one => Normal.Bare(ChosenWords(one)) == said);
        return seminar is null ? null : new Act.Go(Id, "look", seminar.Id);
    }

    /// <summary>What the open site puts ready for whoever chose this there.</summary>
    public static string ChosenWords(Seminar seminar) => Words.Say("seminar_chosen_words", ("short", seminar.Short), ("when", SeminarTime.Spell(seminar.StartsAt)));

    /// <summary>Other words need not be held against every seminar.</summary>
    private static readonly string ChosenEnd = Normal.Bare("を見たいです");

    private static readonly string[] DoorWords = ["受付番号", "受付", "うけつけ", "チェックイン"];

    private void CheckIn(Turn turn, Seminar? seminar)
    {
        switch (seminar is null ? null : CheckingIn.Decide(seminar, turn.Facts.Seminars.Value.Of(seminar.Id), turn.Facts.Now))
        {
            case CheckingIn.Welcome:
                turn.Do(new Effect.CheckIn(seminar!.Id));
                turn.Do(new Effect.Notice("seminar-attended"));
                if (AfterSeminar.When(seminar, turn.Facts.Now) is { } due) turn.Do(new Effect.SetTimer(AfterSeminar.Key(seminar), AfterSeminar.Id, AfterSeminar.Ask, seminar.Id, due));
                turn.Say("seminar_welcome", ("short", seminar.Short));
                break;
            case CheckingIn.AlreadyIn: turn.Say("seminar_already_in"); break;
            case CheckingIn.NotReserved: turn.Say("seminar_walk_in"); break;
            default: turn.Say("seminar_wrong_code"); break;
        }
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    /// <summary>Where nothing else is asked, the offer itself is; otherwise only a way to it, for a yes must not be taken for another.</summary>
    private void TellOffer(Turn turn, Seminar seminar, Reservation mine)
    {
        turn.GoodUntil = mine.OfferedUntil;
        turn.MustArrive();
        if (IsIdle(turn))
        {
            Begin(turn, On.ShowOffer, seminar.Id);
            return;
        }
        turn.Show(new Bubble.Ask(
            Words.Say("seminar_offer_elsewhere", ("kind", Posters.Noun(seminar))), seminar.Short, null, Words.Say("seminar_offer_until", ("until", SeminarTime.Spell(mine.OfferedUntil!.Value))),
            [turn.Button(Words.Say("seminar_offer_open"), new Act.Go(Id, "mine", seminar.Id))], Several: false, Writes: false));
        turn.OfferQuick(Commands.Every(turn));
    }

    private void TellRanOut(Turn turn, Seminar seminar)
    {
        turn.Say("seminar_ran_out");
        if (IsIdle(turn) && turn.Session?.Flow == Id) Finish(turn);
        turn.Show(new Bubble.Ask(
            Words.Say("seminar_ran_out_then"), seminar.Short, null, null,
            [turn.Button(Words.Say("seminar_open_look", ("short", seminar.Short)), new Act.Go(Id, "look", seminar.Id))], Several: false, Writes: false));
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    private void Remind(Turn turn, Seminar seminar)
    {
        turn.GoodUntil = seminar.StartsAt;
        turn.Show(new Bubble.Posters(Words.Say("seminar_reminder", ("kind", Posters.Noun(seminar))), [Posters.Reminder(turn, seminar)], []));
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    /// <summary>Nothing is asked: nothing is open, it sleeps, or it only shows.</summary>
    private static bool IsIdle(Turn turn) => turn.Session is null or { Paused: true }
        || (turn.Session.Flow == Id && State(turn) is Stage.Listing or Stage.Looking or Stage.Mine or Stage.Schedule or Stage.Offered);

    /// <summary>When whoever has a seat is told of it once more: the times that are still to come.</summary>
    public static IEnumerable<Effect.SetTimer> Reminders(Seminar seminar, DateTimeOffset now) =>
        from reminder in new[] { (Kind: WeekBefore, Days: 7), (Kind: DayBefore, Days: 1) }
        let due = SeminarTime.Day(seminar.StartsAt).AddDays(-reminder.Days).AddHours(ReminderHour)
        where due > now
        select new Effect.SetTimer(Key(reminder.Kind, seminar), Id, reminder.Kind, seminar.Id, due);

    /// <summary>All that may still come about this seminar.</summary>
    public static IEnumerable<Effect.DropTimer> NoTimers(Seminar seminar) =>
        from kind in new[] { WeekBefore, DayBefore, OfferMade, OfferOver, News } select new Effect.DropTimer(Key(kind, seminar));

    public static IEnumerable<Effect.DropTimer> NoReminders(Seminar seminar) =>
        from kind in new[] { WeekBefore, DayBefore } select new Effect.DropTimer(Key(kind, seminar));

    private static void SetReminders(Turn turn, Seminar seminar)
    {
        foreach (var reminder in Reminders(seminar, turn.Facts.Now)) turn.Do(reminder);
    }

    private static void DropTimers(Turn turn, Seminar seminar)
    {
        foreach (var timer in NoTimers(seminar)) turn.Do(timer);
    }
}
