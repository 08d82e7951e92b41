using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.FollowUp;

/// <summary>そのあとのこと: three short questions, weeks after something. Whoever has withdrawn is asked nothing more.</summary>
public sealed class AnswerWave(Questionnaires questionnaires) : AskQuestions(questionnaires), IFlow
{
    /// <summary>Of the flow and of its form.</summary>
    public const string Id = "followup";

    /// <summary>At entry: the same three, and whether frailty checks may be looked at too.</summary>
    private const string AtEntry = "followup_start";

    private const string Begin = "begin";

    /// <summary>Whoever has said something within this time is in the middle of it.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromHours(1);

    /// <summary>What is asked in the morning is not asked in the night.</summary>
    private static readonly TimeSpan WorthAsking = TimeSpan.FromHours(9);

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [MenuItem.FollowUp];

    protected override Stage WhenAnswered => Stage.Finished;

    protected override string Form(Turn turn) => Waiting(turn) is { Occasion: Occasion.Entry } ? AtEntry : Id;

    public static string TimerKey(Due due) => $"{Id}/{Kind(due.On)}/{due.Wave.Key}";

    public static Effect.SetTimer Timer(Due due) => new(TimerKey(due), Id, Kind(due.On), due.Wave.Key, due.At);

    /// <summary>Both must stand: what is answered is stored.</summary>
    public static bool Takes(Consents consents) => consents.Has(Purpose.Research) && consents.Has(Purpose.Service);

    public MenuItem? Unfinished(Turn turn) => Waiting(turn) is null ? null : MenuItem.FollowUp;

    public override void Open(Turn turn, MenuItem item)
    {
        if (Waiting(turn) is not null)
        {
            base.Open(turn, item);
            return;
        }
        turn.Say("followup_none");
        Menu.ShowAfter(turn);
    }

    public void Go(Turn turn, Act.Go go) => Open(turn, MenuItem.FollowUp);

    /// <summary>Nothing is said: who is to be telephoned, and what is over.</summary>
    public void ComesDue(Turn turn, Incoming.TimeCame time)
    {
        if (Come(turn, time) is not { On: Wave.On.List or Wave.On.Miss } due) return;
        turn.Do(new Effect.MoveWave(due.Wave.Key, due.On));
        if (due.On == Wave.On.Miss) turn.Drop(flow => flow == Id);
    }

    public void Came(Turn turn, Incoming incoming)
    {
        if (incoming is not Incoming.TimeCame time || Come(turn, time) is not { On: Wave.On.Ask or Wave.On.Nudge } due) return;
        if (!turn.Facts.FollowUp.Value.Reached) turn.Do(new Effect.MoveWave(due.Wave.Key, Wave.On.List));
        else if (!Daytime.IsNow(turn.Facts.Now) || IsBusy(turn)) turn.Do(Timer(due with { At = Daytime.Later(turn.Facts.Now) }));
        else Tell(turn, due);
    }

    protected override void ShowResult(Turn turn, Walk walk)
    {
        if (Waiting(turn) is { } wave) turn.Do(new Effect.MoveWave(wave.Key, Wave.On.Answer, turn.Closed!.BegunAt));
        turn.Say("followup_thanks");
        Menu.ShowAfter(turn);
    }

    /// <summary>On LINE anybody may look at the phone: it says nothing of what it is about.</summary>
    private static void Tell(Turn turn, Due due)
    {
        turn.Do(new Effect.MoveWave(due.Wave.Key, due.On));
        turn.GoodUntil = turn.Facts.Now + WorthAsking;
        turn.Show(new Bubble.Ask(
            Words.Say(due.On == Wave.On.Ask ? "followup_ask" : "followup_nudge"), null, null, null, [turn.Button(Words.Say("followup_begin"), new Act.Go(Id, Begin))], Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    private static Wave? Waiting(Turn turn) => Takes(Consents.Of(turn)) ? turn.Facts.FollowUp.Value.Waiting : null;

    /// <summary>Null when it is no longer so: answered meanwhile, or withdrawn.</summary>
    private static Due? Come(Turn turn, Incoming.TimeCame time) =>
        Takes(Consents.Of(turn)) && turn.Facts.FollowUp.Value.Find(time.Subject) is { } wave && Enum.TryParse<Wave.On>(time.Kind, ignoreCase: true, out var on) && wave.Can(on)
            ? new Due(wave, on, turn.Facts.Now)
            : null;

    private static bool IsBusy(Turn turn) => turn.Session is { Paused: false } open && turn.Facts.Now - open.TouchedAt < Busy;

    private static string Kind(Wave.On on) => on.ToString().ToLowerInvariant();
}
