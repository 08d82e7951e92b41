using Concierge.Core.Board;
using Concierge.Core.Consultation;
using Concierge.Core.Frailty;
using Concierge.Core.Members;
using Concierge.Core.Safety;
using Concierge.Core.Seminars;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>
/// Decides one turn: what a person's conversation becomes and what is to be done. Pure: the same input gives the same
/// output, so a turn that lost a race is simply taken again.
/// </summary>
public sealed class Engine(Questionnaires questionnaires)
{
    /// <summary>After this long a person is told where we were before anything else.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromHours(3);

    /// <summary>A finger that trembles presses twice within this time.</summary>
    private static readonly TimeSpan Trembling = TimeSpan.FromSeconds(3);

    /// <summary>More would have to be chosen from.</summary>
    private const int HelplinesShown = 3;

    private static readonly TimeSpan WhileStaffSpeak = TimeSpan.FromHours(1);

    private readonly TakeInventory _inventory = new(questionnaires);
    private readonly HandInTrouble _trouble = new(questionnaires);
    private readonly CheckFrailty _check = new(questionnaires);
    private readonly Enter _enter = new(questionnaires);
    private IReadOnlyList<IFlow>? _flows;

    /// <summary>Every journey. A new one is a file and a line here.</summary>
    public IReadOnlyList<IFlow> Flows => _flows ??= [_enter, _inventory, new FindWork(_inventory, questionnaires), _check, new ReserveSeminar(),
        new Consult(_trouble, Faq.Embedded, Partners.Embedded), _trouble, new Points.LookUpPoints(), new Me(), new ChangeConsents(questionnaires), new Leave()];

    public Taken Take(Conversation conversation, Incoming incoming, Facts facts)
    {
        var turn = new Turn(conversation, incoming, facts) { Flows = Flows };
        Hear(turn);
        if (turn.Unconsented is { } stores) _enter.AskFirst(turn, stores);
        if (turn.Wanted is { } wanted) Open(turn, wanted);
        else if (turn.Closed is not null) ResumeWhatWaits(turn);
        if (turn.Session is { } open && incoming is not Incoming.TimeCame) turn.Session = open with { TouchedAt = facts.Now };
        return turn.End();
    }

    /// <summary>わたしの棚卸しカード as the city's own page shows it: all of it.</summary>
    public Bubble.Card CardOf(Conversation conversation, Facts facts)
    {
        var turn = new Turn(conversation, new Incoming.PageOpened { At = facts.Now, Channel = Channel.Web }, facts);
        return _inventory.CardOf(turn);
    }

    /// <summary>The newest result of からだチェック as the city's own page shows it; null when there is none.</summary>
    public Bubble.Card? CheckOf(Conversation conversation, Facts facts) =>
        _check.SheetOf(new Turn(conversation, new Incoming.PageOpened { At = facts.Now, Channel = Channel.Web }, facts));

    private void Hear(Turn turn)
    {
        switch (turn.Incoming)
        {
            case Incoming.Unsent unsent: turn.Do(new Effect.BlankMessage(unsent.MessageId)); break;
            case Incoming.Unfollowed gone: turn.Do(new Effect.SetReachable(false, gone.At)); break;
            case Incoming.Followed followed: Welcome(turn, followed); break;
            case Incoming.TimeCame time: TimeHasCome(turn, time); break;
            case Incoming.CardAnswered: Named(Points.LookUpPoints.Id)?.Came(turn, turn.Incoming); break;
            default: Listen(turn); break;
        }
    }

    private void Welcome(Turn turn, Incoming.Followed followed)
    {
        turn.Do(new Effect.SetReachable(true, followed.At));
        if (turn.Before.Owner != Owner.Bot) return;
        turn.Do(new Effect.Notice("followed"));
        if (IsStranger(turn))
        {
            _enter.Welcome(turn);
            return;
        }
        turn.Say("welcome_back");
        if (OnTop(turn) == _enter) Continue(turn);
        else Menu.Show(turn);
    }

    /// <summary>Nobody has spoken with this person yet: nothing said, nothing begun, no consent given or declined.</summary>
    private static bool IsStranger(Turn turn) => turn.Session is null && turn.Answers.Count == 0 && Consents.Of(turn).Ledger.Count == 0;

    /// <summary>What was interrupted goes on, with one line saying where we were.</summary>
    private void ResumeWhatWaits(Turn turn)
    {
        if (OnTop(turn) is not { } flow || turn.Session!.Paused) return;
        turn.Say("resume_after", ("where", flow.Where(turn)));
        // A reply holds five bubbles; with more said than that already, もう一度 leads on.
        if (turn.Said <= 3) AskAgain(turn, flow);
        else turn.OfferQuick(Commands.Every(turn));
    }

    /// <summary>While staff speak with somebody, what came due waits.</summary>
    private void TimeHasCome(Turn turn, Incoming.TimeCame time)
    {
        Named(time.Flow)?.ComesDue(turn, time);
        if (turn.Before.Owner == Owner.Bot) Named(time.Flow)?.Came(turn, time);
        else turn.Do(new Effect.SetTimer($"{time.Flow}/{time.Kind}/{time.Subject}", time.Flow, time.Kind, time.Subject, turn.Facts.Now + WhileStaffSpeak));
    }

    private void Listen(Turn turn)
    {
        var meaning = turn.Incoming is Incoming.Words words ? Reading.Read(words.Text, Asked(turn), turn.Facts.Now) : null;

        // While staff own the conversation the bot is silent, except for safety words.
        if (turn.Before.Owner != Owner.Bot && meaning is not Understood.Safety) return;

        if (meaning is Understood.Safety safety) Care(turn, safety.Kind);
        else if (turn.Incoming is Incoming.Words said && Flows.Any(flow => flow.Hears(turn, said.Text))) { }
        else if (turn.Facts.Unheard && !IsCommand(turn, meaning)) SayWhereWeWere(turn, "unheard");
        else if (OnTop(turn) is { } top && top.MovedAcross(turn)) { }
        else Answer(turn, meaning);
    }

    private void Answer(Turn turn, Understood? meaning)
    {
        switch (turn.Incoming, meaning)
        {
            case (Incoming.Tapped tapped, _): Press(turn, tapped.Tap); break;
            case (Incoming.Words words, _) when Source.Said(words.Text) is { } source && IsFree(turn): ComeFrom(turn, source); break;
            case (_, Understood.Said said): Run(turn, said.Command); break;
            case (_, Understood.Wish wish): Open(turn, wish.Item); break;
            case (Incoming.Located, _): Place(turn); break;
            case (Incoming.Media media, _): turn.Say("media_" + media.Kind.ToString().ToLowerInvariant()); Continue(turn); break;
            case (Incoming.TappedUnknown, _): turn.Say("old_button"); Continue(turn); break;
            case (Incoming.PageOpened, _): Continue(turn); break;
            case (_, not null): Reply(turn, meaning); break;
        }
    }

    /// <summary>Only the welcome is open, or nothing: then 「駅から」 is where somebody comes from, and no answer.</summary>
    private bool IsFree(Turn turn) => OnTop(turn) is null || OnTop(turn) == _enter;

    private void ComeFrom(Turn turn, Source source)
    {
        var stranger = IsStranger(turn);
        _enter.CameFrom(turn, source, stranger);
        if (!stranger) Continue(turn);
    }

    /// <summary>A place alone is a wish to find something near it.</summary>
    private void Place(Turn turn)
    {
        if (Flows.FirstOrDefault(flow => flow.Opens.Contains(MenuItem.Find)) is { } find) find.Came(turn, turn.Incoming);
        else { turn.Say("media_location"); Continue(turn); }
    }

    /// <summary>Words that are no command: an answer to what is open, if anything is.</summary>
    private void Reply(Turn turn, Understood meaning)
    {
        if (OnTop(turn) is not { } flow)
        {
            if (!IsStranger(turn)) turn.Say("hello");
            Continue(turn);
        }
        else if (turn.Session!.Paused) { turn.Say("paused"); Menu.Show(turn); }
        else if (meaning is Understood.Unclear && IsAway(turn)) SayWhereWeWere(turn, "resume");
        else
        {
            if (IsAway(turn)) turn.Say("resume", ("where", flow.Where(turn)));
            flow.Take(turn, meaning);
        }
    }

    private void Press(Turn turn, Tap tap)
    {
        switch (tap.Act)
        {
            case Act.Run { Command: Command.Menu or Command.Person or Command.Stop } run: Run(turn, run.Command); break;
            case Act.Open open: Open(turn, open.Item); break;
            case Act.Go go when Named(go.Flow) is { } flow: flow.Go(turn, go); break;
            default: PressStep(turn, tap); break;
        }
    }

    /// <summary>A button that belongs to one step: obeyed at that step, answered kindly at any other.</summary>
    private void PressStep(Turn turn, Tap tap)
    {
        if (IsSecondPress(turn, tap)) return;
        if (OnTop(turn) is not { } flow || tap.Session != turn.Session!.Id || tap.Step != turn.Session.Step)
        {
            turn.Say("old_button");
            Continue(turn);
            return;
        }
        if (IsAway(turn)) turn.Say("resume", ("where", flow.Where(turn)));
        turn.Session = turn.Session with { Paused = false };
        if (tap.Act is Act.Run run) flow.Take(turn, run.Command);
        else flow.Take(turn, tap.Act);
    }

    /// <summary>
    /// The same press once more, of what the last turn has just answered: no new wish, so nothing is said twice. One turn lies between
    /// the making of the button and now; any other old button is answered kindly, also that of an answer that was given in words.
    /// </summary>
    private static bool IsSecondPress(Turn turn, Tap tap) =>
        turn.Session is { } session && tap.Session == session.Id && tap.Revision == turn.Before.Revision - 1
        && turn.Facts.Now - session.TouchedAt < Trembling && tap.Act switch
        {
            Act.Put put => tap.Step == session.Step && session.Picked.Contains(put.Option) == put.On,
            Act.Choose choose => Answered(turn, tap) is AnswerValue.Chosen { Options: [var only] } && only == choose.Option,
            Act.Decide => Answered(turn, tap) is not null,
            _ => false,
        };

    /// <summary>The answer of the last turn, if it is to the question of this button and that question is over.</summary>
    private static AnswerValue? Answered(Turn turn, Tap tap) =>
        tap.Step != turn.Session!.Step && turn.Answers is [.., { MessageId: null } newest] && newest.Question == tap.Step
            && newest.At == turn.Session.TouchedAt
            ? newest.Value
            : null;

    private void Run(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Menu: Menu.Show(turn); break;
            case Command.Person: AskForPerson(turn); break;
            case Command.Stop: Stop(turn); break;
            case Command.Again when OnTop(turn) is not null: turn.Session = turn.Session! with { Paused = false }; Continue(turn); break;
            case var _ when OnTop(turn) is { } flow && !turn.Session!.Paused: flow.Take(turn, command); break;
            default: Menu.Show(turn); break;
        }
    }

    private void Open(Turn turn, MenuItem item)
    {
        if (Opening(item) is not { } flow) ShowWhatThereIs(turn, item);
        else if (flow.Stores(item) && !Consents.Of(turn).Has(Purpose.Service)) _enter.AskFirst(turn, item);
        else flow.Open(turn, item);
    }

    private void ShowWhatThereIs(Turn turn, MenuItem item)
    {
        if (item != MenuItem.About) { Menu.Show(turn); return; }
        turn.Say("about");
        Continue(turn);
    }

    private void Stop(Turn turn)
    {
        if (OnTop(turn)?.Stop(turn) == true) return;
        turn.Say(Consents.Of(turn).Has(Purpose.Service) ? "stopped" : "stopped_unsaved");
        turn.OfferQuick(Commands.AfterStop(turn));
        if (turn.Session is { } open) turn.Session = open with { Paused = true };
    }

    private void AskForPerson(Turn turn)
    {
        turn.Do(new Effect.Notice("person-wanted"));
        if (turn.Facts.Desk is { } desk) turn.Say("person_at", ("desk", desk));
        else turn.Say("person");
        Continue(turn);
    }

    private void Care(Turn turn, SafetyKind kind)
    {
        turn.Do(new Effect.Notice("safety-" + kind.ToString().ToLowerInvariant()));
        turn.Say("safety_" + kind.ToString().ToLowerInvariant());
        turn.Show(new Bubble.Posters(null, [.. Helplines.Embedded.For(kind, turn.Facts.Now).Take(HelplinesShown).Select(ToCall)], []));
        turn.OfferQuick(OnTop(turn) is null ? Commands.Always(turn) : Commands.Every(turn));
        // What was asked can wait; もう一度 leads back to it.
        if (turn.Session is { } open) turn.Session = open with { Paused = true };
        turn.MustArrive();
    }

    private static Poster ToCall(Helpline line) => new(line.Name, [line.Number, line.Note], [], [Link.ToCall(Words.Say("call"), line.Number)]);

    private void SayWhereWeWere(Turn turn, string key)
    {
        if (OnTop(turn) is { } flow && !turn.Session!.Paused) turn.Say(key, ("where", flow.Where(turn)));
        Continue(turn);
    }

    /// <summary>Back to what was open; with nothing open, the menu, and for a stranger the welcome.</summary>
    private void Continue(Turn turn)
    {
        if (OnTop(turn) is { } flow && !turn.Session!.Paused) AskAgain(turn, flow);
        else if (IsStranger(turn)) _enter.Welcome(turn);
        else Menu.Show(turn);
    }

    /// <summary>Where the person is now: what was asked on the page has only its door on LINE.</summary>
    private static void AskAgain(Turn turn, IFlow flow)
    {
        if (!flow.MovedAcross(turn)) flow.Again(turn);
    }

    private bool IsAway(Turn turn) => turn.Session is { } session && turn.Facts.Now - session.TouchedAt > Away;

    private static bool IsCommand(Turn turn, Understood? meaning) =>
        meaning is Understood.Said or Understood.Wish || turn.Incoming is Incoming.Tapped { Tap.Act: Act.Open or Act.Go or Act.Run };

    private Question? Asked(Turn turn) => OnTop(turn) is { } flow && !turn.Session!.Paused ? flow.Asked(turn) : null;

    private IFlow? OnTop(Turn turn) => turn.Session is { } session ? Named(session.Flow) : null;

    private IFlow? Named(string name) => Flows.FirstOrDefault(flow => flow.Name == name);

    private IFlow? Opening(MenuItem item) => Flows.FirstOrDefault(flow => flow.Opens.Contains(item))
        ?? (item == MenuItem.Find ? Opening(MenuItem.Inventory) : null);
}
