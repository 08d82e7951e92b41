using System.Globalization;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>What staff have changed of a post, for whoever has applied: once, in one message, public facts alone.</summary>
public sealed partial class FindWork
{
    /// <summary>Kind of the timer that staff's host sets for everybody whom a change concerns.</summary>
    public const string News = "news";

    /// <summary>Of that timer, and of the one that asks how it was.</summary>
    public static string TimerKey(string kind, long post) => string.Create(CultureInfo.InvariantCulture, $"{Find}/{kind}/{post}");

    private static void TellNews(Turn turn, long id)
    {
        var news = turn.Facts.Board.Value.News(id);
        if (news.Parts.Count == 0 || turn.Facts.Board.Value.Known(id) is not { } post) return;
        turn.GoodUntil = Daytime.MorningOf(post.Until.AddDays(1));
        turn.Show(new Bubble.Posters(Words.Say("find_news_title"), [new Poster(post.Name, [Changed(news), PostWords.Place(post), PostWords.When(post), PostWords.Dates(post), PostWords.Terms(post)], [], [])], []));
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
        turn.Do(new Effect.HearPost(id, news.Version));
    }

    private static string Changed(PostNews news) =>
        Words.Say("find_news", ("parts", string.Join('、', news.Parts.Select(part => Words.Say("find_changed_" + part.ToString().ToLowerInvariant())))));
}
