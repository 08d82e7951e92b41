using System.Collections.Immutable;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Points;

/// <summary>What the person sees at each step.</summary>
public sealed partial class LookUpPoints
{
    private const string NoCard = "none", AgainKey = "again", RemoveKey = "remove", DoneKey = "done", YesKey = "yes", NoKey = "no";

    private static readonly Question Number = Writes("number", 60), Birth = Writes("birth", 40);

    private static readonly Question After = Choice("after", AgainKey, RemoveKey, DoneKey);

    private static readonly Question AfterSilence = Choice("silence", AgainKey, DoneKey);

    private static readonly Question Removing = Choice("removing", YesKey, NoKey);

    public Question? Asked(Turn turn) => State(turn) switch
    {
        Stage.AskingNumber => Number,
        Stage.AskingBirth => Birth,
        Stage.Shown => After,
        Stage.Unanswered => AfterSilence,
        Stage.Removing => Removing,
        _ => null,
    };

    public void Again(Turn turn)
    {
        switch (State(turn))
        {
            case Stage.AskingNumber: AskNumber(turn); break;
            case Stage.AskingBirth: AskBirth(turn); break;
            case Stage.Waiting when !Waits(turn): Begin(turn); break;
            case Stage.Waiting: SayWait(turn); break;
            case Stage.Shown: ShowStatement(turn); break;
            case Stage.Unanswered: OfferAgain(turn); break;
            case Stage.Removing: AskToRemove(turn); break;
            default: Begin(turn); break;
        }
    }

    private static void ShowDoor(Turn turn)
    {
        turn.Session = turn.Session! with { Step = null, Subject = null };
        turn.Show(new Bubble.Door(Words.Say("points_door"), Words.Say("door_button"), Page.Conversation));
        turn.OfferQuick(Commands.Under(turn, Number));
    }

    private static void AskNumber(Turn turn) => Show(turn, Number with { Options = [Own(NoCard)] });

    private static void AskBirth(Turn turn) => Show(turn, Birth);

    private static void SayWait(Turn turn)
    {
        turn.Session = turn.Session! with { Step = "waiting" };
        turn.Show(new Bubble.Ask(Words.Say("points_wait"), null, null, null, [turn.Button(Words.Say("points_look"), new Act.Go(Id, "look"))], Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    private static void OfferAgain(Turn turn)
    {
        // "A little later" would be untrue of a file that comes in the night.
        turn.Say(turn.Incoming is Incoming.CardAnswered { Answer: CardAnswer.Silent { Passing: false } } ? "points_not_there" : "points_silent");
        Show(turn, AfterSilence);
    }

    private static void AskToRemove(Turn turn) => Show(turn, Removing);

    private static void ShowStatement(Turn turn)
    {
        if (CardStatement.Parse(turn.Session!.Subject) is not { } statement)
        {
            Show(turn, After);
            return;
        }
        turn.Session = turn.Session with { Step = After.Key };
        turn.Say("points_delay");
        turn.Show(new Bubble.Rows(Words.Say("points_title"), [.. Rows(turn, statement)], [.. Buttons(turn, After)]));
        turn.OfferQuick(Commands.Always(turn));
    }

    private static IEnumerable<Row> Rows(Turn turn, CardStatement statement)
    {
        // The card may have been linked in this very turn: then the facts do not know it yet.
        if (turn.Facts.Card.Value.Last4 is { } last4) yield return Line("points_card", Words.Say("points_masked", ("last4", last4)));
        yield return Line("points_balance", Points(statement.Balance));
        yield return Line("points_as_of", Moment(statement.AsOf));
        yield return Line("points_next", statement.Expires is { } next ? Words.Say("points_next_one", ("day", Day(next.On)), ("points", Points(next.Points))) : Words.Say("points_next_none"));
        if (statement.LeftToday is { } left && Tokyo.Day(statement.AsOf) == Tokyo.Day(turn.Facts.Now)) yield return Line("points_today", Points(left));
        if (!statement.History.IsDefaultOrEmpty)
            yield return Line("points_recent", string.Join('\n', statement.History.Take(CardStatement.Recent).Select(Entry)));
    }

    private static Row Line(string title, string value) => new(Words.Say(title), value, null);

    private static string Entry(CardEntry entry) => Words.Say("points_entry", ("day", Day(entry.Day)), ("what", entry.What), ("points", Points(entry.Points)));

    private static string Points(int points) => Words.Say("points_points", ("n", points.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)));

    private static string Day(DateOnly day) => Words.Say("points_day", ("year", day.Year), ("month", day.Month), ("day", day.Day));

    private static string Moment(DateTimeOffset at)
    {
        var (day, clock) = (Tokyo.Day(at), Tokyo.Clock(at));
        return Words.Say("points_moment", ("day", Day(day)), ("hour", clock.Hour), ("minute", clock.Minute.ToString("00", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The city's card became an app; who has no card is shown the way there.</summary>
    private static void GuideToApp(Turn turn)
    {
        turn.Say("points_app");
        Leave(turn);
    }

    private static void SayLocked(Turn turn, DateTimeOffset until)
    {
        turn.Say("points_locked", ("until", Moment(until)));
        Leave(turn);
    }

    /// <summary>Back to what was interrupted; the menu when nothing was.</summary>
    private static void Leave(Turn turn)
    {
        turn.Close();
        if (turn.Session is null or { Paused: true }) Menu.Show(turn);
    }

    private static void Show(Turn turn, Question question)
    {
        turn.Session = turn.Session! with { Step = question.Key };
        turn.Show(new Bubble.Ask(question.Text, null, null, Note(question), [.. Buttons(turn, question)], Several: false, Writes: question.Kind == QuestionKind.Text));
        turn.OfferQuick(Commands.Under(turn, question));
    }

    private static string? Note(Question question) => question.Example is { } example ? Words.Say("example", ("example", example)) : null;

    private static IEnumerable<Button> Buttons(Turn turn, Question question) => question.Options.Select(option => turn.Button(option.Label, new Act.Choose(option.Key)));

    private static Option Own(string key) => new(key, Words.Say($"points_{key}"), "", [.. Words.Say($"points_{key}_also").Split('、')]);

    private static Question Writes(string key, int max) =>
        new(key, 0, "", QuestionKind.Text, Words.Say("points_ask_" + key), "", Words.Say("points_why"), Words.Say($"points_ask_{key}_example"), Private: true, Required: true, max, []);

    private static Question Choice(string key, params ImmutableArray<string> options) =>
        new(key, 0, "", QuestionKind.One, Words.Say("points_ask_" + key), "", Words.Say("points_why"), null, Private: true, Required: true, 0, [.. options.Select(Own)]);
}
