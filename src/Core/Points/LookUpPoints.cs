using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Points;

/// <summary>
/// ポイント: a card is linked once with its number and a birth date, and then looked up. Read only, and only on the city's
/// own page. Five tries, then nothing for a day; every failure looks the same.
/// </summary>
public sealed partial class LookUpPoints : Flow<LookUpPoints.Stage, LookUpPoints.On>, IFlow
{
    public const string Id = "points";

    private const int Most = 5;

    private static readonly TimeSpan Locked = TimeSpan.FromHours(24);

    public enum Stage { Begun, AtTheDoor, AskingNumber, AskingBirth, Waiting, Shown, Unanswered, Removing }

    public enum On { ToDoor, ToNumber, NumberGiven, BirthGiven, LookUp, Found, NoMatch, Silence, Remove, Keep }

    public string Name => Id;

    public IEnumerable<MenuItem> Opens => [MenuItem.Points];

    /// <summary>The card's number is kept, sealed.</summary>
    public bool Stores(MenuItem item) => true;

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.AtTheDoor).OnEntry(() => ShowDoor(turn), nameof(ShowDoor));
        m.Configure(Stage.AskingNumber).OnEntry(() => AskNumber(turn), nameof(AskNumber)).Permit(On.NumberGiven, Stage.AskingBirth);
        m.Configure(Stage.AskingBirth).OnEntry(() => AskBirth(turn), nameof(AskBirth)).Permit(On.BirthGiven, Stage.Waiting);
        m.Configure(Stage.Waiting)
            .OnEntry(() => SayWait(turn), nameof(SayWait))
            .Permit(On.Found, Stage.Shown)
            .Permit(On.NoMatch, Stage.AskingNumber)
            .Permit(On.Silence, Stage.Unanswered);
        m.Configure(Stage.Shown).OnEntry(() => ShowStatement(turn), nameof(ShowStatement)).Permit(On.Remove, Stage.Removing);
        m.Configure(Stage.Unanswered).OnEntry(() => OfferAgain(turn), nameof(OfferAgain));
        m.Configure(Stage.Removing).OnEntry(() => AskToRemove(turn), nameof(AskToRemove)).Permit(On.Keep, Stage.Shown);

        // Where one begins depends on the channel and on the card, and one may begin anew from everywhere.
        foreach (var from in Enum.GetValues<Stage>())
            foreach (var (on, to) in new[] { (On.ToDoor, Stage.AtTheDoor), (On.ToNumber, Stage.AskingNumber), (On.LookUp, Stage.Waiting) })
                if (from == to) m.Configure(from).PermitReentry(on);
                else m.Configure(from).Permit(on, to);
    }

    public void Open(Turn turn, MenuItem item)
    {
        if (!turn.Raise(Id)) turn.Open(Id, null, nameof(Stage.Begun));
        else if (MovedAcross(turn)) return;
        if (State(turn) == Stage.Waiting && Waits(turn)) Again(turn);
        else Begin(turn);
    }

    /// <summary>結果を見る: the answer if it has come, and otherwise that it has not.</summary>
    public void Go(Turn turn, Act.Go go)
    {
        if (turn.IsOpen(Id) && turn.Raise(Id) && State(turn) != Stage.Waiting) Again(turn);
        else Open(turn, MenuItem.Points);
    }

    public bool MovedAcross(Turn turn)
    {
        if (turn.Session!.Paused) return false;
        if (turn.Channel == Channel.Web && State(turn) == Stage.AtTheDoor)
        {
            Begin(turn);
            return true;
        }
        // Back on LINE nothing of it may be said; what the person wants there is heard all the same.
        if (turn.Channel == Channel.Line && State(turn) != Stage.AtTheDoor)
            turn.Session = turn.Session with { State = nameof(Stage.AtTheDoor), Step = null, Subject = null };
        return false;
    }

    public void Came(Turn turn, Incoming incoming)
    {
        if (incoming is not Incoming.CardAnswered answered) return;
        var locks = answered is { Links: true, Answer: CardAnswer.NoMatch } && turn.Facts.Card.Value.Tries >= Most;
        Keep(turn, answered, locks);
        // Somebody who has gone on meanwhile, or speaks with staff, is not disturbed: the next look-up shows it.
        if (turn.Before.Owner != Owner.Bot || turn.Session is not { Flow: Id, Paused: false } session || session.Subject != answered.Errand) return;
        switch (answered.Answer)
        {
            case CardAnswer.Found found: turn.Session = session with { Subject = found.Statement.Write() }; Fire(turn, On.Found); break;
            case CardAnswer.Silent: Fire(turn, On.Silence); break;
            case CardAnswer.NoMatch when locks: turn.Say("points_no_match"); SayLocked(turn, turn.Facts.Now + Locked); break;
            case CardAnswer.NoMatch when answered.Links: turn.Say("points_no_match"); Fire(turn, On.NoMatch); break;
            case CardAnswer.NoMatch: turn.Say("points_gone"); turn.Session = session with { Subject = null }; Fire(turn, On.Found); break;
        }
    }

    public void Take(Turn turn, Act act)
    {
        switch (act, State(turn))
        {
            case (Act.Choose { Option: NoCard }, Stage.AskingNumber): GuideToApp(turn); break;
            case (Act.Choose { Option: AgainKey }, Stage.Shown or Stage.Unanswered): Begin(turn); break;
            case (Act.Choose { Option: RemoveKey }, Stage.Shown): Fire(turn, On.Remove); break;
            case (Act.Choose { Option: DoneKey }, _): Leave(turn); break;
            case (Act.Choose { Option: YesKey }, Stage.Removing): Remove(turn); break;
            case (Act.Choose { Option: NoKey }, Stage.Removing): Fire(turn, On.Keep); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        switch (understood, State(turn))
        {
            case (Understood.Free free, Stage.AskingNumber) when CardReading.SaysThatThereIsNone(free.Text): GuideToApp(turn); break;
            case (Understood.Free free, Stage.AskingNumber): TakeNumber(turn, free.Text); break;
            case (Understood.Free free, Stage.AskingBirth): TakeBirth(turn, free.Text); break;
            case (Understood.Options { Keys: [var key, ..] }, _): Take(turn, new Act.Choose(key)); break;
            case (_, Stage.AtTheDoor or Stage.Waiting): Again(turn); break;
            default: Repair.Ask(turn, understood, Asked(turn), () => Again(turn)); break;
        }
    }

    public void Take(Turn turn, Command command)
    {
        switch (command, State(turn))
        {
            case (Command.Back, Stage.AskingBirth): Fire(turn, On.ToNumber); break;
            case (Command.Back, Stage.Removing): Fire(turn, On.Keep); break;
            case (Command.Back, _): Leave(turn); break;
            case (Command.Why, _): turn.Say("points_why"); Again(turn); break;
            default: Again(turn); break;
        }
    }

    public string Where(Turn turn) => Words.Say("points_where");

    /// <summary>The door on LINE; on the page the card, or the questions that link one.</summary>
    private void Begin(Turn turn)
    {
        var card = turn.Facts.Card.Value;
        if (turn.Channel == Channel.Line) Fire(turn, On.ToDoor);
        else if (card.Last4 is not null) Ask(turn, On.LookUp, null);
        else if (card.LockedUntil is { } until && until > turn.Facts.Now) SayLocked(turn, until);
        else Fire(turn, On.ToNumber);
    }

    private void TakeNumber(Turn turn, string text)
    {
        if (CardReading.Number(text) is { } number)
        {
            turn.Session = turn.Session! with { Subject = number, Unclear = 0 };
            Fire(turn, On.NumberGiven);
            return;
        }
        turn.Say("points_number_wrong", ("digits", CardReading.Digits));
        Again(turn);
    }

    private void TakeBirth(Turn turn, string text)
    {
        if (CardReading.Born(text, turn.Facts.Now) is { } born && turn.Session!.Subject is { Length: CardReading.Digits } number)
        {
            turn.Do(new Effect.CountTries(turn.Facts.Card.Value.Tries + 1, null));
            Ask(turn, On.BirthGiven, new PointCard(number, born));
            return;
        }
        turn.Say("points_birth_wrong");
        Again(turn);
    }

    /// <summary>From here on the session knows the errand, and no longer the number.</summary>
    private void Ask(Turn turn, On on, PointCard? card)
    {
        var errand = $"{turn.Session!.Id}-{turn.Before.Revision + 1}";
        turn.Do(new Effect.AskCard(errand, card));
        turn.Session = turn.Session with { Subject = errand, Unclear = 0 };
        Fire(turn, on);
    }

    private static void Keep(Turn turn, Incoming.CardAnswered answered, bool locks)
    {
        var tries = turn.Facts.Card.Value.Tries;
        switch (answered)
        {
            case { Links: false }: break;
            case { Answer: CardAnswer.Found }:
                turn.Do(new Effect.LinkCard(answered.Errand));
                turn.Do(new Effect.CountTries(0, null));
                break;
            case { Answer: CardAnswer.NoMatch }:
                if (locks) turn.Do(new Effect.CountTries(0, turn.Facts.Now + Locked));
                break;
            // It was not the person's fault that nobody answered.
            default: turn.Do(new Effect.CountTries(Math.Max(0, tries - 1), null)); break;
        }
        turn.Do(new Effect.EndErrand(answered.Errand, answered.Answer switch { CardAnswer.Found => "found", CardAnswer.NoMatch => "no-match", _ => "silent" }));
    }

    private static void Remove(Turn turn)
    {
        turn.Do(new Effect.UnlinkCard());
        turn.Say("points_removed");
        Leave(turn);
    }

    private static bool Waits(Turn turn) => turn.Facts.Card.Value.Asking;
}
