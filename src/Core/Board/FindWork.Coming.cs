using System.Globalization;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>What comes by itself: a place from the phone's map, and the time to ask how it was.</summary>
public sealed partial class FindWork
{
    /// <summary>Kind of the timer, and the step of the question.</summary>
    public const string How = "how";

    /// <summary>Whoever has said something within this time is in the middle of it.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromHours(1);

    /// <summary>What is asked in the morning is not asked in the night.</summary>
    private static readonly TimeSpan WorthAsking = TimeSpan.FromHours(9);

    /// <summary>A place alone is enough. What was asked for stays; where it was asked for gives way.</summary>
    public void Came(Turn turn, Incoming incoming)
    {
        if (incoming is Incoming.Located) Search(turn, WantedIn(turn) with { Areas = 0, Near = false });
        else if (incoming is Incoming.TimeCame { Kind: News } changed && Id(changed.Subject) is { } of && IsToBeTold(turn, of)) TellNews(turn, of);
        else if (incoming is Incoming.TimeCame { Kind: How } time && Id(time.Subject) is { } post && IsToBeTold(turn, post)) TimeToAsk(turn, post);
    }

    private static void RememberToAsk(Turn turn, long post, DateTimeOffset due)
    {
        turn.Do(new Effect.SetTimer(TimerKey(How, post), Find, How, post.ToString(CultureInfo.InvariantCulture), due));
    }

    private static bool IsToBeTold(Turn turn, long post) =>
        Consents.Of(turn).Has(Purpose.Service) && MarksOf(turn).Has(post, Board.Mark.Applied) && !MarksOf(turn).Has(post, Board.Mark.Did);

    private void TimeToAsk(Turn turn, long post)
    {
        if (!Daytime.IsNow(turn.Facts.Now) || turn.Session is { Paused: false } open && turn.Facts.Now - open.TouchedAt < Busy)
        {
            RememberToAsk(turn, post, Daytime.Later(turn.Facts.Now));
            return;
        }
        turn.GoodUntil = turn.Facts.Now + WorthAsking;
        At(turn, How, post, On.AskHow);
        // Of two that were done on one day the second is asked about later.
        turn.Session = turn.Session! with { TouchedAt = turn.Facts.Now };
    }

    public bool WasInterrupted(Turn turn) => State(turn) != Stage.Telling;

    private void AskHowItWas(Turn turn)
    {
        if (PostId(turn) is not { } id || turn.Facts.Board.Value.Known(id) is not { } post)
        {
            SayGone(turn);
            return;
        }
        turn.Show(new Bubble.Ask(
            Words.Say("find_how", ("title", post.Name)), null, null, Words.Say("find_how_note"),
            [Go(turn, "find_again", "again", post), Go(turn, "find_enough", "enough", post), Go(turn, "find_notyet", "notyet", post)],
            Several: false, Writes: false));
        turn.OfferQuick(Commands.Every(turn));
    }

    /// <summary>Also by a button further up: it names its post.</summary>
    private void TellHowItWas(Turn turn, long post, string how)
    {
        if (!IsToBeTold(turn, post))
        {
            turn.Say("find_how_known");
        }
        else if (how == "notyet")
        {
            RememberToAsk(turn, post, HowItWas.Again(turn.Facts.Now));
            turn.Say("find_notyet_said");
        }
        else
        {
            Learn(turn, post, how == "again" ? Board.Mark.Again : Board.Mark.Enough);
        }
        CloseTheQuestion(turn);
        turn.OfferQuick([More(turn), KeptButton(turn), .. Commands.Always(turn)]);
    }

    private static void Learn(Turn turn, long post, Mark liked)
    {
        var kind = MarksOf(turn).All.First(m => m.Post == post && m.Mark == Board.Mark.Applied).Kind;
        var shared = !AskToShare.IsNeeded(turn);
        turn.Do(new Effect.MarkPost(post, kind, Board.Mark.Did, shared));
        turn.Do(new Effect.MarkPost(post, kind, liked, shared));
        turn.Do(new Effect.DropTimer(TimerKey(How, post)));
        turn.Say(liked == Board.Mark.Enough ? "find_enough_said" : shared ? "find_again_shared" : "find_again_said");
    }

    /// <summary>とばす and もどる: nothing is learned, and it is not asked again.</summary>
    private static void LeaveIt(Turn turn)
    {
        turn.Close();
        turn.Say("find_how_left");
        Menu.ShowAfter(turn);
    }

    private void CloseTheQuestion(Turn turn)
    {
        if (turn.Session?.Flow == Name && State(turn) == Stage.Telling) turn.Close();
    }

    private static long? Id(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;
}
