using Concierge.Core.Handoff;
using Concierge.Core.Safety;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>A person, please; and words of danger.</summary>
public sealed partial class Engine
{
    /// <summary>More would have to be chosen from.</summary>
    private const int HelplinesShown = 3;

    private void AskForPerson(Turn turn)
    {
        var said = turn.Incoming is Incoming.Words words ? Utterance.Of(words.Text) : null;
        if (said is not null && CommandWords.IsHowToReach(said)) { TellHowToReach(turn); return; }
        if (said is not null && Wishes.IsAboutMedicine(said)) turn.Say("person_medicine");
        var isFraud = said is not null && Wishes.IsAboutFraud(said);
        if (isFraud) turn.Say("person_fraud");
        // Nobody is handed on who has not asked for it, unless money is about to go.
        if (said is not null && !isFraud && !CommandWords.AsksForPerson(said)) _staff.Suggest(turn);
        else _staff.Ask(turn, turn.Session is { Unclear: >= Repair.Rungs } ? CaseTrigger.Unclear : CaseTrigger.Asked);
    }

    private void TellHowToReach(Turn turn)
    {
        if (turn.Facts.Desk is { } desk) turn.Say("desk_number", ("desk", desk));
        else turn.Say("desk_no_number");
        Continue(turn);
    }

    private void Care(Turn turn, Understood.Safety danger)
    {
        var kind = danger.Kind.ToString().ToLowerInvariant();
        turn.Do(new Effect.Notice("safety-" + kind));
        // What to do now comes last: a phone shows the bottom.
        if (danger.Kind != SafetyKind.Emergency) turn.Say("safety_" + kind);
        _staff.Alarm(turn);
        turn.Show(new Bubble.Posters(null, [.. LinesFor(danger, turn.Facts.Now).Take(HelplinesShown).Select(ToCall)], []));
        if (danger.IsDone || danger.Kind == SafetyKind.Emergency) turn.Say("safety_emergency");
        turn.OfferQuick(OnTop(turn) is null ? Commands.Always(turn) : Commands.Every(turn));
        // What was asked can wait; もう一度 leads back to it.
        if (turn.Session is { } open) turn.Session = open with { Paused = true };
        turn.MustArrive();
    }

    private static IEnumerable<Helpline> LinesFor(Understood.Safety danger, DateTimeOffset now)
    {
        var lines = Helplines.Embedded.For(danger.Kind, now);
        return danger.IsDone ? lines.Insert(0, Helplines.Embedded.For(SafetyKind.Emergency, now)[0]).DistinctBy(line => line.Number) : lines;
    }

    private static Poster ToCall(Helpline line) => new(line.Name, [line.Number, line.Note], [], [Link.ToCall(Words.Say("call"), line.Number)]);
}
