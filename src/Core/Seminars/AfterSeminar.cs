using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>When it is over: what to read at home, how it was by one tap, and, on the city's own page, a few words.</summary>
public sealed class AfterSeminar(Questionnaires questionnaires) : AskQuestions(questionnaires), IFlow
{
    public const string Id = "after";

    /// <summary>Kind of the timer.</summary>
    public const string Ask = "ask";

    /// <summary>Kind of the timer of those who were asked before there was anything to read.</summary>
    public const string TakeHome = "take-home";

    private const string WordsKey = "after_words", Write = "write";

    /// <summary>Later nobody remembers it well.</summary>
    public static readonly TimeSpan WorthAsking = TimeSpan.FromDays(14);

    private static readonly TimeSpan OnTheWayHome = TimeSpan.FromHours(1);

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [];

    protected override Stage WhenAnswered => Stage.Finished;

    public static string Key(Seminar seminar, string kind = Ask) => $"{Id}/{kind}/{seminar.Id}";

    /// <summary>An hour after it ended, by day. Null: it is too long ago.</summary>
    public static DateTimeOffset? When(Seminar seminar, DateTimeOffset now)
    {
        var home = seminar.EndsAt + OnTheWayHome;
        var due = home > now ? home : now;
        if (due > seminar.EndsAt + WorthAsking) return null;
        return Daytime.IsNow(due) ? due : Daytime.NextMorning(due);
    }

    public void Came(Turn turn, Incoming incoming)
    {
        if (incoming is not Incoming.TimeCame time || Visit(turn, time.Subject) is not ({ } seminar, { } mine) || !Consents.Of(turn).Has(Purpose.Service)) return;
        var asks = time.Kind == Ask && mine.Rating is null;
        if (!asks && time.Kind != TakeHome) return;
        turn.GoodUntil = seminar.EndsAt + WorthAsking;
        if (Handout.Read(seminar.TakeHome) is { Length: > 0 } links) turn.Show(new Bubble.Posters(Words.Say("after_take_home"), [new Poster(seminar.Title, [Words.Say("after_take_home_note")], [], links)], []));
        else if (!asks) return;
        if (asks) AskHowItWas(turn, seminar);
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    private static void AskHowItWas(Turn turn, Seminar seminar) => turn.Show(new Bubble.Ask(
        Words.Say("after_ask", ("short", seminar.Short)), null, null, null, [.. Enum.GetValues<Satisfaction>().Select(rating => Button(turn, seminar, rating))], Several: false, Writes: false));

    /// <summary>One tap, whatever else is open; of two the later counts.</summary>
    public void Go(Turn turn, Act.Go go)
    {
        if (Visit(turn, go.Id) is not ({ } seminar, { } mine)) turn.Say("after_over");
        else if (go.Verb == Write) Begin(turn, seminar);
        else if (Enum.TryParse<Satisfaction>(go.Verb, out var rating)) Rate(turn, seminar, mine, rating);
        if (turn.Session?.Flow != Id) turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    protected override void ShowResult(Turn turn, Walk walk)
    {
        if (walk.AnswerTo(WordsKey) is AnswerValue.Written words && turn.Closed?.Subject is { } seminar)
        {
            turn.Do(new Effect.CommentSeminar(seminar, words.Text));
            turn.Say("after_written");
        }
        else turn.Say("after_not_written");
        turn.OfferQuick(Commands.Always(turn));
    }

    private static void Rate(Turn turn, Seminar seminar, Reservation mine, Satisfaction rating)
    {
        turn.Do(new Effect.RateSeminar(seminar.Id, rating));
        if (mine.Rating is null) turn.Do(new Effect.Notice("seminar-rated"));
        turn.Show(new Bubble.Ask(
            Words.Say(rating is Satisfaction.VeryGood or Satisfaction.Good ? "after_thanks" : "after_sorry"), null, null, Words.Say("after_write_note"),
            [turn.Button(Words.Say("after_write"), new Act.Go(Id, Write, seminar.Id))], Several: false, Writes: false));
    }

    private void Begin(Turn turn, Seminar seminar)
    {
        turn.Drop(flow => flow == Id);
        OpenSession(turn);
        turn.Session = turn.Session! with { Subject = seminar.Id };
        Fire(turn, On.Begin);
    }

    private static (Seminar? Seminar, Reservation? Mine) Visit(Turn turn, string subject)
    {
        var facts = turn.Facts.Seminars.Value;
        return (facts.Attended.FirstOrDefault(seminar => seminar.Id == subject), facts.Of(subject));
    }

    private static Button Button(Turn turn, Seminar seminar, Satisfaction rating) =>
        turn.Button(Words.Say("after_rate_" + rating.ToString().ToLowerInvariant()), new Act.Go(Id, rating.ToString(), seminar.Id));
}
