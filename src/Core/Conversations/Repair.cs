using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>
/// When words do not answer what was asked: first say it again with an example, then point at the buttons, then offer to
/// skip or to speak with a person. Nobody is asked a fourth time in the same way.
/// </summary>
public static class Repair
{
    /// <summary>In lines; more is no reminder but the whole question once more.</summary>
    private const int LongestAgain = 2;

    /// <summary>So many unclear answers in a row, and a person is offered.</summary>
    public const int Rungs = 3;

    public static void Ask(Turn turn, Understood understood, Question? question, Action again)
    {
        var session = turn.Session! with { Unclear = turn.Session.Unclear + 1 };
        turn.Session = session;
        if (understood is Understood.Unclear && SaysShortly(turn, question)) { AskShortly(turn, question!); return; }
        switch (understood)
        {
            case Understood.Ambiguous { Keys: [_, _, ..] keys } when question is not null:
                turn.Say("which", ("options", string.Join("", question.Options.Where(o => keys.Contains(o.Key)).Select(o => $"「{o.Label}」"))));
                break;
            case Understood.Ambiguous: turn.Say("yes_or_no"); break;
            case Understood.TooMany many: turn.Say("too_many", ("max", many.Max)); break;
            case Understood.TooLong tooLong: turn.Say("too_long", ("max", tooLong.Max)); break;
            default: Climb(turn, question, session.Unclear); break;
        }
        again();
    }

    /// <summary>
    /// On a phone the whole question with its buttons would push what we say out of sight, and it stands right above: at first it is said
    /// again in a line, with an example. A page shows nothing but the last answer.
    /// </summary>
    private static bool SaysShortly(Turn turn, Question? question) =>
        turn is { Channel: Channel.Line, Session.Unclear: 1 } && question is { Weighs: false };

    private static void AskShortly(Turn turn, Question question)
    {
        if (question.Text.Length > 0 && question.Text.Count(c => c == '\n') < LongestAgain) turn.Say("unclear_again", ("question", question.Text), ("example", Example(question)));
        else turn.Say("unclear_1", ("example", Example(question)));
        turn.OfferQuick(Commands.Under(turn, question));
    }

    private static void Climb(Turn turn, Question? question, int rung)
    {
        if (rung >= Rungs) turn.Say(question is { Required: false } ? "unclear_3" : "unclear_3_person");
        // No example leads to a yes that weighs.
        else if (rung == 2 || question is { Weighs: true }) turn.Say("unclear_2");
        else if (question is not null) turn.Say("unclear_1", ("example", Example(question)));
        else turn.Say("unclear_2");
    }

    private static string Example(Question question) =>
        question.Example ?? (question.Options is [var first, ..] ? first.Label : Words.Say("decide"));
}
