using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;

namespace Concierge.Core.Broadcasts;

/// <summary>What people will see. Pure: the same content and cards make the same bubbles, and nobody's name is asked for.</summary>
public static class BroadcastReply
{
    /// <param name="code">Names the counted link; the path is completed by the shell.</param>
    public static Reply Of(BroadcastContent content, BroadcastCards cards, string code) =>
        new([.. Bubbles(content, cards, code)],
        [
            Always(Words.Say("command_menu"), new Act.Run(Command.Menu)), Always(Words.Say("command_person"), new Act.Run(Command.Person)),
            // Whoever wants no more need not look for where to say so.
            Always(Words.Say("menu_stopnews"), new Act.Open(MenuItem.StopNews)),
        ]);

    private static IEnumerable<Bubble> Bubbles(BroadcastContent content, BroadcastCards cards, string code)
    {
        yield return new Bubble.Say($"{content.Title.Trim()}\n\n{content.Text.Trim()}");
        if (content.Shown is { } image) yield return new Bubble.Image(image, content.Alt?.Trim() ?? content.Title.Trim());
        ImmutableArray<Link> links = content.Link is { } link ? [new Link(link.Label.Trim(), "/g/" + code)] : [];
        var card = cards switch
        {
            { Seminar: { } seminar } => Of(seminar, links),
            { Post: { } post } => Of(post, links),
            _ => links.IsEmpty ? null : new Poster(content.Title.Trim(), [], [], links),
        };
        if (card is not null) yield return new Bubble.Posters(Words.Say("broadcast_card"), [card], []);
    }

    private static Poster Of(Seminar seminar, ImmutableArray<Link> links)
    {
        var look = Always(Words.Say("seminar_open_look", ("short", seminar.Short)), new Act.Go(ReserveSeminar.Id, "look", seminar.Id));
        return Posters.ForAnybody(seminar) with { Buttons = [look], Links = links };
    }

    private static Poster Of(Post post, ImmutableArray<Link> links) => new(
        post.Name,
        [PostWords.Place(post), PostWords.When(post), PostWords.Terms(post)],
        [Always(Words.Say("find_more_of"), new Act.Go("find", "post", post.Id.ToString(CultureInfo.InvariantCulture)))],
        links);

    /// <summary>Of no session and no revision: good for everybody, and however late.</summary>
    private static Button Always(string label, Act act) => new(label, new Tap("", "", 0, act));
}
