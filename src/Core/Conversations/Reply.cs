using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Concierge.Core.Conversations;

/// <summary>
/// What the bot says in one turn, for any channel. LINE renders it as messages (at most 5 bubbles in one reply, the quick
/// buttons under the last); the web page renders the same.
/// </summary>
/// <param name="Bubbles">1 to 5, in order.</param>
/// <param name="Quick">The commands under the last bubble; at most 13 (LINE's limit for quick replies).</param>
/// <param name="Critical">True when this must arrive even at the price of a push, and also when staff have taken over since (reservation confirmed, safety).</param>
/// <param name="Until">Until when it is worth sending; null: as long as an answer in a chat is.</param>
public sealed record Reply(ImmutableArray<Bubble> Bubbles, ImmutableArray<Button> Quick, bool Critical = false, DateTimeOffset? Until = null)
{
    /// <summary>Bubbles; LINE's limit.</summary>
    public const int Most = 5;

    /// <summary>Who says it, when it is a member of staff; null: we do.</summary>
    public string? Sender { get; init; }

    /// <summary>Every button, in the order in which they stand.</summary>
    public IEnumerable<Button> AllButtons() => Bubbles.SelectMany(bubble => bubble.AllButtons()).Concat(Quick);
}

/// <summary>A button: what stands on it and what it does.</summary>
/// <param name="Label">At most 20 grapheme clusters (LINE's limit for labels).</param>
/// <param name="On">For choices of several: whether it is chosen now. Null for plain buttons.</param>
public sealed record Button(string Label, Tap Tap, bool? On = null);

/// <summary>The closed set of things we show.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Rows), "rows")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Door), "door")]
[JsonDerivedType(typeof(Posters), "posters")]
[JsonDerivedType(typeof(Image), "image")]
public abstract record Bubble
{
    private Bubble() { }

    /// <summary>Every button, in the order in which they stand.</summary>
    public IEnumerable<Button> AllButtons() => this switch
    {
        Ask ask => ask.Choices,
        Rows rows => rows.Items.Select(row => row.Change).OfType<Button>().Concat(rows.Buttons),
        Card card => card.Buttons,
        Posters posters => posters.All.SelectMany(poster => poster.Buttons).Concat(posters.Buttons),
        _ => [],
    };

    /// <summary>A sentence or two.</summary>
    public sealed record Say(string Text) : Bubble;

    /// <summary>A question with large buttons, one below the other.</summary>
    /// <param name="Heading">Which part of the questionnaire this is, e.g. 「くらしのこと」; null when there are no parts.</param>
    /// <param name="Left">「あと5問」, or null.</param>
    /// <param name="Note">An example or a hint in smaller (never small) type, or null.</param>
    /// <param name="Several">True when several may be chosen: buttons show ☑/☐ and the last one is 決定.</param>
    /// <param name="Writes">True when the answer is words of one's own (the web shows a text field).</param>
    /// <param name="Picked">Of several: what is chosen so far, in words, to stand beside 決定; null when nothing is.</param>
    /// <param name="Picture">Shown by the page above the choices.</param>
    public sealed record Ask(
        string Text,
        string? Heading,
        string? Left,
        string? Note,
        ImmutableArray<Button> Choices,
        bool Several,
        bool Writes,
        string? Picked = null,
        Picture? Picture = null) : Bubble;

    /// <summary>A list of what was answered, each with a button to change it.</summary>
    public sealed record Rows(string Title, ImmutableArray<Row> Items, ImmutableArray<Button> Buttons) : Bubble;

    /// <summary>わたしの棚卸しカード: four boxes, as in ジョブ・カード様式1-1.</summary>
    public sealed record Card(string Title, ImmutableArray<Box> Boxes, Door? Print, ImmutableArray<Button> Buttons) : Bubble;

    /// <summary>Things on offer, side by side on a phone and below one another on a page.</summary>
    /// <param name="Title">What they are; null when a sentence before has said it.</param>
    /// <param name="Buttons">What concerns all of them, below the last.</param>
    public sealed record Posters(string? Title, ImmutableArray<Poster> All, ImmutableArray<Button> Buttons) : Bubble;

    /// <summary>A picture; of a broadcast alone.</summary>
    /// <param name="Alt">What it is about, for those who do not see it.</param>
    public sealed record Image(string Address, string Alt) : Bubble;

    /// <summary>The way to a page on the city's own server. The shell makes the one-time link when it writes the reply.</summary>
    public sealed record Door(string Text, string Label, Page Page) : Bubble;
}

/// <summary>One thing on offer: a seminar, a task, a counter to ask at.</summary>
/// <param name="Lines">What one needs to know, a fact a line, the most important first.</param>
/// <param name="Links">Telephone numbers and addresses of the world outside.</param>
public sealed record Poster(string Title, ImmutableArray<string> Lines, ImmutableArray<Button> Buttons, ImmutableArray<Link> Links);

/// <summary>A way out of the conversation.</summary>
/// <param name="Label">At most 20 grapheme clusters.</param>
/// <param name="Address"><c>tel:</c>, <c>https:</c>, or a path on our own host (<c>/seminars/…</c>); at most 1000 characters. Nothing of a person stands in it.</param>
public sealed record Link(string Label, string Address)
{
    /// <param name="number">As it is written, e.g. <c>0120-279-338</c> or <c>#7119</c>.</param>
    public static Link ToCall(string label, string number) => new(label, "tel:" + Uri.EscapeDataString(number.Replace("-", "", StringComparison.Ordinal)));
}

/// <summary>One line of <see cref="Bubble.Rows"/>.</summary>
/// <param name="Change">Null when it cannot be changed here (a private answer, seen over LINE).</param>
public sealed record Row(string Title, string Value, Button? Change);

/// <summary>One box of the card; lines are ready sentences or phrases.</summary>
/// <param name="Tone">Pages colour it; the words say the same without.</param>
public sealed record Box(string Title, ImmutableArray<string> Lines, Tone Tone = Tone.Plain);

public enum Tone { Plain, Blue, Red }

/// <summary>Pages of our own that a link can lead to.</summary>
public enum Page
{
    /// <summary>The same conversation on the city's own server: private questions.</summary>
    Conversation,

    /// <summary>わたしの棚卸しカード, to read large and to print.</summary>
    Card,

    /// <summary>Everything that is stored about the person, to read and to take away.</summary>
    Mine,

    /// <summary>The code by which a visitor's record is joined to LINE.</summary>
    Join,

    /// <summary>The result of からだチェック, to read large and to print. It stands nowhere else.</summary>
    Check,
}
