using Concierge.Core.Board;
using Concierge.Core.Consultation;
using Concierge.Core.FollowUp;
using Concierge.Core.Frailty;
using Concierge.Core.Handoff;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Core.Understanding;

namespace Concierge.Core.Conversations;

/// <summary>
/// Decides one turn: what a person's conversation becomes and what is to be done. Pure: the same input gives the same
/// output, so a turn that lost a race is simply taken again.
/// </summary>
public sealed partial class Engine
{
    private static readonly TimeSpan WhileStaffSpeak = TimeSpan.FromHours(1);

    private readonly Enter _enter;
    private readonly TakeInventory _inventory;
    private readonly FindWork _find;
    private readonly CheckFrailty _check;
    private readonly TalkToStaff _staff;

    public Engine(Questionnaires questionnaires)
    {
        (_enter, _inventory, _check) = (new(questionnaires), new(questionnaires), new(questionnaires));
        var share = new AskToShare(questionnaires);
        _find = new FindWork(_inventory, share, questionnaires);
        _staff = new TalkToStaff(share, Partners.Embedded, OpeningHours.Embedded);
        var trouble = new HandInTrouble(questionnaires, share);
        Flows = [_enter, _inventory, _find, _check, new ReserveSeminar(), new AfterSeminar(questionnaires), new Consult(trouble, Faq.Embedded, Partners.Embedded), trouble, share, _staff,
            new Points.LookUpPoints(), new Me(), new ChangeConsents(questionnaires), new News(), new JoinLine(), new Leave(), new AnswerWave(questionnaires)];
    }

    /// <summary>Every journey. A new one is a file and a line above.</summary>
    public IReadOnlyList<IFlow> Flows { get; }

    public Taken Take(Conversation conversation, Incoming incoming, Facts facts)
    {
        var turn = new Turn(conversation, incoming, facts) { Flows = Flows };
        var shown = OnTop(turn)?.OnlyShows(turn) == true ? turn.Session : null;
        Hear(turn);
        if (shown is not null && turn.Session?.Flow != shown.Flow) turn.Drop(flow => flow == shown.Flow);
        if (turn.Unconsented is { } stores) _enter.AskFirst(turn, stores);
        if (turn.Chosen is { } chosen) Named(chosen.Flow)?.Go(turn, chosen);
        else if (turn.Wanted is { } wanted) Open(turn, wanted);
        // Who asked whether staff may see it has gone on already.
        else if (turn.Closed is { Flow: not AskToShare.Id }) ResumeWhatWaits(turn);
        else if (turn.GoesOn) Continue(turn);
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
            case Incoming.StaffSaid or Incoming.StaffLeft or Incoming.ReferralProposed: _staff.Came(turn, turn.Incoming); break;
            default: Listen(turn); break;
        }
    }

    /// <summary>While staff speak with somebody, what came due waits.</summary>
    private void TimeHasCome(Turn turn, Incoming.TimeCame time)
    {
        Named(time.Flow)?.ComesDue(turn, time);
        if (turn.Before.Owner == Owner.Bot || time.Flow == TalkToStaff.Id) Named(time.Flow)?.Came(turn, time);
        else turn.Do(new Effect.SetTimer($"{time.Flow}/{time.Kind}/{time.Subject}", time.Flow, time.Kind, time.Subject, turn.Facts.Now + WhileStaffSpeak));
    }

    private void Listen(Turn turn)
    {
        var meaning = turn.Incoming is Incoming.Words words ? Reading.Read(words.Text, turn.Asked, turn.Facts.Now) : null;

        // While staff own the conversation the bot is silent, except for safety words.
        if (turn.Before.Owner == Owner.Staff && !_staff.Answers(turn)) turn.Do(new Effect.CitizenSpoke());
        if (turn.Before.Owner == Owner.Staff && meaning is not Understood.Safety) return;

        if (meaning is Understood.Safety safety) Care(turn, safety);
        else if (turn.Incoming is Incoming.Words said && Flows.Any(flow => flow.Hears(turn, said.Text))) { }
        else if (Chosen(turn) is { } chosen) ShowChosen(turn, chosen);
        else if (turn.Facts.Unheard && !IsCommand(turn, meaning)) SayWhereWeWere(turn, "unheard");
        else if (IsToTheQuestion(turn, meaning) && OnTop(turn) is { } top && top.MovedAcross(turn)) { }
        else Answer(turn, meaning);
    }

    /// <summary>
    /// Not a wish for something else: who asks for a person, the menu or a rest gets that, also when the open question may not be said
    /// here. While it rests only opening the page or one of its own buttons wakes it.
    /// </summary>
    private bool IsToTheQuestion(Turn turn, Understood? meaning) => turn.Incoming switch
    {
        Incoming.PageOpened => true,
        Incoming.Tapped { Tap.Act: Act.Open } => false,
        Incoming.Tapped { Tap.Act: Act.Go go } => go.Flow == turn.Session?.Flow,
        Incoming.Tapped { Tap.Act: Act.Run run } => !IsForEverywhere(run.Command),
        Incoming.Tapped => true,
        Incoming.Located => OnTop(turn) == _find,
        _ => turn.Session is { Paused: false } && meaning is not Understood.Wish && !(meaning is Understood.Said said && IsForEverywhere(said.Command)),
    };

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

    private static bool IsCommand(Turn turn, Understood? meaning) =>
        meaning is Understood.Said or Understood.Wish || turn.Incoming is Incoming.Tapped { Tap.Act: Act.Open or Act.Go or Act.Run };

    private static bool IsForEverywhere(Command command) => command is Command.Menu or Command.Person or Command.Stop;

    private IFlow? OnTop(Turn turn) => turn.Session is { } session ? Named(session.Flow) : null;

    private IFlow? Named(string name) => Flows.FirstOrDefault(flow => flow.Name == name);

    private IFlow? Opening(MenuItem item) => Flows.FirstOrDefault(flow => flow.Opens.Contains(item));
}
