using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>What the person sees while looking and reading.</summary>
public sealed partial class FindWork
{
    /// <summary>Stands between the pages of cards in a session's list of what was shown.</summary>
    private const string NewPage = "|";

    /// <summary>Of what was shown so many are remembered; after that the search begins to repeat itself.</summary>
    private const int Remembered = 120;

    private void ShowCards(Turn turn)
    {
        var seeker = SeekerOf(turn);
        var shown = Shown(turn);
        var cards = Matching.Suggest(Index(turn), seeker, shown.ToHashSet());
        if (!cards.IsEmpty)
        {
            SayWhatWasLookedFor(turn, seeker);
            ShowNew(turn, seeker, cards);
        }
        else if (shown.Length > 0) ShowEnd(turn);
        else if (!WantedIn(turn).IsEmpty) ShowOthers(turn);
        else ShowNone(turn);
    }

    private static void ShowNew(Turn turn, Seeker seeker, ImmutableArray<Suggestion> cards)
    {
        foreach (var card in cards) Mark(turn, card.Post, Board.Mark.Seen);
        string[] page = [NewPage, .. cards.Select(card => card.Post.Id.ToString(CultureInfo.InvariantCulture))];
        turn.Session = turn.Session! with { Step = "cards", Picked = [.. turn.Session!.Picked.Concat(page).TakeLast(Remembered)] };
        Draw(turn, seeker, cards);
    }

    /// <summary>もどる and もう一度: the same cards, not the next.</summary>
    private void ShowSameCards(Turn turn)
    {
        var seeker = SeekerOf(turn);
        var page = turn.Session!.Picked.Reverse().TakeWhile(id => id != NewPage).Reverse();
        var posts = page.Select(id => Index(turn).Find(long.Parse(id, CultureInfo.InvariantCulture))).OfType<Post>().ToArray();
        if (posts.Length == 0) { ShowCards(turn); return; }
        turn.Session = turn.Session with { Step = "cards" };
        Draw(turn, seeker, [.. posts.Select(post => Matching.Explain(post, seeker))]);
    }

    private void SayWhatWasLookedFor(Turn turn, Seeker seeker)
    {
        var wanted = WantedWords.Say(WantedIn(turn));
        if (turn.Incoming is Incoming.Located) turn.Say("find_here");
        else if (WantedIn(turn).Near && seeker is { At: null, Group: null } && ShowsAnswers(turn)) turn.Say("find_near_where");
        else if (wanted.Length > 0) turn.Say("find_like", ("wanted", wanted));
        else turn.Say(Missing(seeker) is { } missing && ShowsAnswers(turn) ? "find_missing_" + missing : "find_suited", ("chosen", Words.Say(seeker.LightFirst ? "find_chosen_light" : "find_chosen_suited")));
    }

    /// <summary>What would make the next cards better: one thing at a time, the most useful first. Null when enough is known.</summary>
    private static string? Missing(Seeker seeker)
    {
        if (seeker.At is null) return "area";
        if (seeker.Times is null) return "times";
        if (!seeker.KnowsInterests) return "interests";
        return seeker.KnowsBody ? null : "body";
    }

    private static void Draw(Turn turn, Seeker seeker, ImmutableArray<Suggestion> cards)
    {
        ImmutableArray<Button> below =
        [
            More(turn),
            .. Missing(seeker) is "area" && ShowsAnswers(turn) ? [ChooseAreaButton(turn)] : Array.Empty<Button>(),
            .. Missing(seeker) is "times" or "interests" or "body" ? [Menu.Button(turn, MenuItem.Inventory)] : Array.Empty<Button>(),
            .. MarksOf(turn).All.Any(m => m.Mark is Board.Mark.Kept or Board.Mark.Applied) ? [KeptButton(turn)] : Array.Empty<Button>(),
        ];
        turn.Show(new Bubble.Posters(Words.Say("find_title"), [.. cards.Select((card, at) => Card(turn, seeker, card, at + 1))], below));
        turn.OfferQuick([More(turn), .. Commands.WithoutSkip(turn)]);
    }

    private static Poster Card(Turn turn, Seeker seeker, Suggestion card, int number)
    {
        var (post, shows) = (card.Post, ShowsAnswers(turn));
        var reasons = Reasons.Of(card, seeker, shows);
        return new Poster(
            Words.Say("find_card", ("n", number), ("title", post.Name)),
            [
                .. new[]
                {
                    reasons is null ? null : Words.Say("find_because", ("reasons", reasons)),
                    Reasons.Personal(card, seeker, shows),
                    PostWords.Ease(post),
                }.OfType<string>(),
                .. PostWords.InShort(post),
            ],
            [Go(turn, "find_more_of", "post", post), KeepButton(turn, post), Go(turn, "find_hide", "hide", post)],
            []);
    }

    /// <summary>In full: what, where, when; then the day in steps. 応募したい belongs to this step alone.</summary>
    private void ShowPost(Turn turn)
    {
        if (Open(turn) is not { } post)
        {
            SayGone(turn);
            return;
        }
        Mark(turn, post, Board.Mark.Tapped);
        turn.Session = turn.Session! with { Step = $"post/{post.Id}" };
        var applied = MarksOf(turn).Has(post.Id, Board.Mark.Applied);
        if (applied) turn.Say(MarksOf(turn).Has(post.Id, Board.Mark.Did) ? "find_did_already" : "find_applied_already");
        turn.Show(new Bubble.Posters(Words.Say("find_title_one"), [About(post)], []));
        // Below it and not beside it: nobody has to swipe to find 応募したい.
        turn.Show(new Bubble.Posters(
            null,
            [TheDay(post)],
            [.. applied ? Array.Empty<Button>() : [turn.Button(Words.Say("find_apply"), new Act.Choose("apply"))], KeepButton(turn, post), Go(turn, "find_hide", "hide", post), More(turn)]));
        turn.OfferQuick(Commands.WithoutSkip(turn));
    }

    private static Poster About(Post post) => new(post.Name, PostWords.InFull(post), [], []);

    private static Poster TheDay(Post post) => new(Words.Say("find_day"), PostWords.TheDay(post), [], []);

    private void ShowKept(Turn turn)
    {
        var marks = MarksOf(turn);
        var ids = marks.Of(Board.Mark.Applied).Concat(marks.Of(Board.Mark.Kept)).Distinct().ToArray();
        var posts = ids.Select(Index(turn).Find).OfType<Post>().Take(10).ToArray();
        if (posts.Length == 0) turn.Say("find_nothing_kept");
        else turn.Show(new Bubble.Posters(Words.Say("find_kept_title"), [.. posts.Select(post => Kept(turn, post))], [More(turn)]));
        turn.OfferQuick([More(turn), .. Commands.Always(turn)]);
    }

    private static Poster Kept(Turn turn, Post post)
    {
        var applied = MarksOf(turn).Has(post.Id, Board.Mark.Applied);
        return new Poster(
            post.Name,
            [.. applied ? [Words.Say(MarksOf(turn).Has(post.Id, Board.Mark.Did) ? "find_did_mark" : "find_applied_mark")] : Array.Empty<string>(), PostWords.Place(post), PostWords.When(post), PostWords.Terms(post)],
            [Go(turn, "find_more_of", "post", post), .. applied ? Array.Empty<Button>() : [Go(turn, "find_unkeep", "unkeep", post)]],
            []);
    }

    private void ShowEnd(Turn turn)
    {
        turn.Session = turn.Session! with { Step = "cards", Picked = [] };
        turn.Say("find_end");
        OfferWays(turn);
    }

    /// <summary>Nothing is like what was asked for: said plainly, and then what there is.</summary>
    private void ShowOthers(Turn turn)
    {
        turn.Say("find_none_like", ("wanted", WantedWords.Say(WantedIn(turn))));
        turn.Session = turn.Session! with { Subject = null };
        var seeker = SeekerOf(turn);
        var cards = Matching.Suggest(Index(turn), seeker, new HashSet<long>());
        if (cards.IsEmpty) OfferWays(turn);
        else ShowNew(turn, seeker, cards);
    }

    private void ShowNone(Turn turn)
    {
        turn.Session = turn.Session! with { Step = "cards" };
        turn.Say(turn.Incoming is Incoming.Located ? "find_none_here" : "find_none");
        OfferWays(turn);
    }

    private void SayGone(Turn turn)
    {
        turn.Say("find_gone");
        OfferWays(turn);
    }

    private static void OfferWays(Turn turn)
    {
        turn.Show(new Bubble.Ask(
            Words.Say("find_ways"), null, null, Words.Say("find_ways_note"),
            [More(turn), KeptButton(turn), .. ShowsAnswers(turn) ? [ChooseAreaButton(turn)] : Array.Empty<Button>(), Menu.Button(turn, MenuItem.Answers)],
            Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    private static long[] Shown(Turn turn) => [.. turn.Session!.Picked.Where(id => id != NewPage).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    private static Button More(Turn turn) => turn.Button(Words.Say("find_others"), new Act.Go("find", "more"));

    private static Button KeptButton(Turn turn) => turn.Button(Words.Say("find_kept_title"), new Act.Go("find", "kept"));

    private static Button ChooseAreaButton(Turn turn) => turn.Button(Words.Say("find_choose_area"), new Act.Go("find", "area"));

    private static Button KeepButton(Turn turn, Post post) => MarksOf(turn).Has(post.Id, Board.Mark.Kept)
        ? Go(turn, "find_unkeep", "unkeep", post)
        : Go(turn, "find_keep", "keep", post);

    private static Button Go(Turn turn, string label, string verb, Post post) =>
        turn.Button(Words.Say(label), new Act.Go("find", verb, post.Id.ToString(CultureInfo.InvariantCulture)));
}
