using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What staff have changed or called off. Whoever was told once is not told again: what they know is kept with their reservation.</summary>
public sealed partial class ReserveSeminar
{
    /// <summary>Kind of the timer that staff's host sets for everybody whom a change concerns.</summary>
    public const string News = "news";

    /// <summary>What is worth choosing from at once.</summary>
    private const int MostInstead = 3;

    private static void TellNews(Turn turn, Seminar seminar, Reservation mine)
    {
        var news = seminar.NewsFor(mine);
        if (news.Count == 0 || seminar.HasBegun(turn.Facts.Now)) return;
        turn.GoodUntil = seminar.StartsAt;
        // It counts as told from here on: were it dropped because staff speak with the person meanwhile, nobody would say it.
        turn.MustArrive();
        if (news is [WhatChanged.CalledOff]) TellCalledOff(turn, seminar);
        else turn.Show(new Bubble.Posters(Words.Say("seminar_news_title", ("kind", Posters.Noun(seminar))), [Posters.News(turn, seminar, mine, news)], []));
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
        // On the page it may be seen by nobody: there staff telephone.
        if (turn.Channel == Channel.Line) turn.Do(new Effect.HearNews(seminar.Id, seminar.Revision));
    }

    private static void TellCalledOff(Turn turn, Seminar seminar)
    {
        turn.Say(seminar.CalledOffBecause is null ? "seminar_called_off" : "seminar_called_off_because", ("when", SeminarTime.Spell(seminar.StartsAt)), ("short", seminar.Short), ("because", seminar.CalledOffBecause ?? ""));
        var others = Instead(turn, seminar).ToArray();
        if (others.Length > 0) turn.Show(new Bubble.Posters(Words.Say("seminar_instead"), [.. others.Select(other => Posters.Instead(turn, other))], []));
        else turn.Show(new Bubble.Ask(Words.Say("seminar_instead_none"), null, null, null, [turn.Button(SeminarQuestions.Label(SeminarQuestions.List), new Act.Go(Id, SeminarQuestions.Date))], Several: false, Writes: false));
    }

    /// <summary>Of the same kind, with a seat to spare.</summary>
    private static IEnumerable<Seminar> Instead(Turn turn, Seminar of) => turn.Facts.Seminars.Value.All
        .Where(s => s.Kind == of.Kind && s.TakesReservations(turn.Facts.Now) && s.Ways.Any(how => s.Free(how) > 0) && turn.Facts.Seminars.Value.Of(s.Id) is not { IsLive: true })
        .Take(MostInstead);
}
