using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>What works at every step, by word and by button.</summary>
public enum Command
{
    /// <summary>もどる: the question before this one.</summary>
    Back,

    /// <summary>とばす: leave this question without an answer.</summary>
    Skip,

    /// <summary>もう一度: say the question again.</summary>
    Again,

    /// <summary>なぜ聞くの: why we ask this.</summary>
    Why,

    /// <summary>やめる: stop for now; everything is saved.</summary>
    Stop,

    /// <summary>メニュー: what can be done here.</summary>
    Menu,

    /// <summary>職員と話す: a person, please.</summary>
    Person,
}

/// <summary>The commands as quick buttons, always in the same order.</summary>
public static class Commands
{
    // A phone shows three of them, and not everybody knows that there are more to swipe to: a way back and a person come first.
    private static readonly Command[] All = [Command.Back, Command.Skip, Command.Person, Command.Why, Command.Again, Command.Stop, Command.Menu];

    /// <summary>Under a question. One that must be answered has no とばす.</summary>
    public static IEnumerable<Button> Under(Turn turn, Question question) =>
        All.Where(c => c != Command.Skip || !question.Required).Select(c => Button(turn, c));

    /// <summary>Where going on is a button of its own.</summary>
    public static IEnumerable<Button> WithoutSkip(Turn turn) => All.Where(c => c != Command.Skip).Select(c => Button(turn, c));

    public static IEnumerable<Button> Every(Turn turn) => All.Select(c => Button(turn, c));

    /// <summary>Where there is nothing to skip or to go back from.</summary>
    public static IEnumerable<Button> Always(Turn turn) =>
        All.Where(c => c is Command.Stop or Command.Menu or Command.Person).Select(c => Button(turn, c));

    /// <summary>Below a result that was in between: back to what waits, and もう一度 is that already.</summary>
    public static IEnumerable<Button> ToGoOn(Turn turn) =>
        All.Where(c => c != Command.Again).Select(c => Button(turn, c)).Prepend(turn.Button(Words.Say("resume_later_button"), new Act.Run(Command.Again)));

    /// <summary>After やめる: on again at once, as a slip of the finger is soon regretted.</summary>
    public static IEnumerable<Button> AfterStop(Turn turn)
    {
        if (turn.Session is not null) yield return turn.Button(Words.Say("go_on"), new Act.Run(Command.Again));
        yield return Button(turn, Command.Person);
        yield return Button(turn, Command.Menu);
    }

    private static Button Button(Turn turn, Command command) =>
        turn.Button(Words.Say("command_" + command.ToString().ToLowerInvariant()), new Act.Run(command));
}
