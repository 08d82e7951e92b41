using Concierge.Core.Consultation;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Handoff;

/// <summary>
/// 職員と話す, from anywhere: says at once what happens, by when somebody answers and what staff will see. Its session is open only
/// while the person is asked whether staff may see their answers; until staff begin, the bot goes on answering.
/// </summary>
public sealed partial class TalkToStaff(AskToShare share, Partners partners, OpeningHours hours) : IFlow
{
    public const string Id = "handoff";

    /// <summary>Kind and key of the one timer of a person's open case.</summary>
    public const string Clock = "clock", ClockKey = Id + "/" + Clock;

    private const string AskVerb = "ask", WithdrawVerb = "withdraw", RateVerb = "rate", ReadVerb = "read", ReferVerb = "refer", Asking = "Asking", Suggested = "words";

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(2);

    private static readonly string[] NoLonger = Table("staff_withdraw_also"), PerhapsNoLonger = Table("staff_never_mind_also");

    public string Name => Id;

    public IEnumerable<MenuItem> Opens => [];

    /// <summary>A button by which somebody takes the offer to speak with staff.</summary>
    /// <param name="after">After what, in one word; for staff.</param>
    public static Button Offer(Turn turn, string words, string after) => Button(turn, words, AskVerb, after);

    public void Open(Turn turn, MenuItem item) => Ask(turn, CaseTrigger.Asked);

    /// <summary>A person, please. When there is a case already: where it stands.</summary>
    public void Ask(Turn turn, CaseTrigger why)
    {
        turn.GoesOn = true;
        if (turn.Facts.Handoff.Value.Open is { } open)
        {
            SayWhereItStands(turn, open);
            return;
        }
        // Whoever is just being asked for something else is not asked twice.
        var asks = Consents.Of(turn).Has(Purpose.Service) && AskToShare.IsNeeded(turn) && !turn.IsOpen(AskToShare.Id);
        turn.Do(new Effect.Notice("person-wanted"));
        turn.Do(new Effect.OpenCase(why, asks));
        SayWhatHappens(turn);
        if (asks) AskWhatStaffMaySee(turn);
    }

    /// <summary>Something that staff know more of, though nobody has asked for them.</summary>
    public void Suggest(Turn turn)
    {
        turn.GoesOn = true;
        if (turn.Facts.Handoff.Value.Open is { } open) SayWhereItStands(turn, open);
        else turn.Show(new Bubble.Ask(Words.Say("staff_suggest"), null, null, null, [Offer(turn, "command_person", Suggested)], Several: false, Writes: false));
    }

    /// <summary>Words of danger: staff hear of it at once, and nothing is asked.</summary>
    public void Alarm(Turn turn)
    {
        turn.Do(turn.Facts.Handoff.Value.Open is null ? new Effect.OpenCase(CaseTrigger.Safety, Asks: false) : new Effect.HastenCase());
        if (turn.Before.Owner != Owner.Staff) turn.Say("staff_alarm", ("when", Promise.Spell(hours.AnswerBy(turn.Facts.Now), turn.Facts.Now)));
    }

    /// <summary>While staff have the conversation the bot is silent, but these buttons and pages are for just then.</summary>
    /// <returns>False when it is something that the person said to staff.</returns>
    public bool Answers(Turn turn)
    {
        switch (turn.Incoming)
        {
            case Incoming.Tapped { Tap.Act: Act.Go { Flow: Id } go }: Go(turn, go); return true;
            case Incoming.PageOpened: ShowProposal(turn); return true;
            default: return false;
        }
    }

    public bool Hears(Turn turn, string words)
    {
        var said = Utterance.Of(words);
        // Words first: whether there is a case costs a look into the database.
        var asks = Waiting.IsAsked(said);
        if (!asks && !said.Forms.Any(form => NoLonger.Contains(form) || PerhapsNoLonger.Contains(form))) return false;
        if (turn.Facts.Handoff.Value.Open is not { } open) return false;
        if (said.Forms.Any(NoLonger.Contains) || (said.Forms.Any(PerhapsNoLonger.Contains) && IsAboutThis(turn, open))) WithdrawByWord(turn, open);
        else if (asks && turn.Before.Owner == Owner.Bot && IsAboutThis(turn, open)) SayWhereItStands(turn, open);
        else return false;
        turn.GoesOn = true;
        return true;
    }

    /// <summary>「やっぱりいいです」 under a question of something else means that, unless staff were asked for just before.</summary>
    private static bool IsAboutThis(Turn turn, HandoffCase open) =>
        turn.Asked is null || turn.Session is { Flow: Id or AskToShare.Id } || turn.Facts.Now - open.AskedAt <= JustNow;

    /// <summary>After words of danger one word is not enough: the button says what it is that is taken back.</summary>
    private static void WithdrawByWord(Turn turn, HandoffCase open)
    {
        if (open.Urgent) turn.Say("staff_alarm_stays");
        else Withdraw(turn, open);
    }

    private static string[] Table(string key) => Spellings.Table(Words.Say(key).Split('、'));

    public void Go(Turn turn, Act.Go go)
    {
        var newest = turn.Facts.Handoff.Value.Newest;
        switch (go.Verb, go.Id.Split('-'))
        {
            case (AskVerb, [Suggested]): Ask(turn, CaseTrigger.Asked); break;
            case (AskVerb, _): Ask(turn, CaseTrigger.Offer); break;
            case (WithdrawVerb, [var number]) when newest is { IsOpen: true } open && Is(open, number): Withdraw(turn, open); break;
            case (RateVerb, [var number, var how]) when newest is { IsOpen: false } over && Is(over, number) && Enum.TryParse<Rating>(how, out var rating): Rate(turn, over, rating); break;
            case (ReferVerb, [var number, var answer]) when turn.Facts.Handoff.Value.Proposal is { } proposal && number == $"{proposal.Id}": AnswerProposal(turn, proposal, answer == "yes"); break;
            case (ReadVerb, _): ShowDoor(turn); break;
            default: turn.Say("old_button"); turn.GoesOn = turn.Before.Owner != Owner.Staff; break;
        }
    }

    public void Shared(Turn turn, bool given) => Settle(turn, given);

    public void Take(Turn turn, Act act) => Settle(turn, given: false);

    public void Take(Turn turn, Understood understood) => Settle(turn, given: false);

    public void Take(Turn turn, Command command) => Settle(turn, given: false);

    public void Again(Turn turn) => Settle(turn, given: false);

    public Question? Asked(Turn turn) => null;

    public string Where(Turn turn) => Words.Say("staff_where");

    public IEnumerable<Row> Tells(Turn turn) => turn.Facts.Handoff.Value.Newest is { } newest
        ? [new Row(Words.Say("stored_case"), Words.Say(newest.IsOpen ? "stored_case_open" : "stored_case_over", ("day", JapaneseDate.Of(newest.AskedAt))), null)]
        : [];

    private void AskWhatStaffMaySee(Turn turn)
    {
        turn.GoesOn = false;
        turn.Open(Id, null, Asking);
        share.Ask(turn, Id, "staff_share");
    }

    /// <summary>The question is answered, or was left: without a yes staff see only what is said to them.</summary>
    private static void Settle(Turn turn, bool given)
    {
        turn.Close();
        turn.Do(new Effect.QueueCase());
        turn.Say(given ? "staff_sees_answers" : "staff_sees_talk");
        Menu.ShowAfter(turn);
    }

    private static void Withdraw(Turn turn, HandoffCase open)
    {
        if (open.State == CaseState.Requested) turn.Drop(flow => flow is Id or AskToShare.Id);
        if (open.IsHeld) turn.TakeBack();
        turn.Do(new Effect.WithdrawCase());
        turn.Say("staff_withdrawn");
        turn.GoesOn = true;
    }

    private static void Rate(Turn turn, HandoffCase over, Rating rating)
    {
        turn.Do(new Effect.RateCase(over.Number, rating));
        turn.Say("staff_rated");
        turn.GoesOn = true;
    }

    private static void AnswerProposal(Turn turn, Proposal proposal, bool given)
    {
        turn.Do(new Effect.AnswerReferral(proposal.Id, given));
        turn.Say(given ? "staff_refer_given" : "staff_refer_refused");
        turn.GoesOn = turn.Before.Owner != Owner.Staff;
    }

    private static bool Is(HandoffCase one, string number) => number == $"{one.Number}";
}
