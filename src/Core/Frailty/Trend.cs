using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Frailty;

/// <summary>
/// The same form in the same wording, then and now. No smallest real change is published, so a difference of one counts as about the
/// same, and checks of less than 90 days apart are not held against each other.
/// </summary>
/// <param name="Then">The one before; at least <see cref="Apart"/> older.</param>
/// <param name="Parts">Only those with every item answered both times.</param>
/// <param name="TurnedBlue">Titles of items that were red.</param>
public sealed record Trend(Outcome Then, Outcome Now, ImmutableArray<PartTrend> Parts, ImmutableArray<string> TurnedBlue)
{
    public static readonly TimeSpan Apart = TimeSpan.FromDays(90);

    /// <summary>Null when there is nothing to compare with.</summary>
    public static Trend? Of(Outcome now, IEnumerable<Finding> earlier, Questionnaires forms)
    {
        if (earlier.LastOrDefault(f => f.Form == now.Finding.Form && now.Finding.At - f.At >= Apart) is not { } before) return null;
        var then = Outcome.Of(before, forms, null);
        return new Trend(
            then,
            now,
            [.. now.Wording.Parts.Select(part => PartTrend.Of(part, then, now)).OfType<PartTrend>()],
            [.. now.Of(Colour.Blue).Where(item => then.Of(Colour.Red).Any(red => red.Key == item.Key)).Select(item => item.Title)]);
    }
}

/// <summary>How many of a part's items were blue, and are.</summary>
public sealed record PartTrend(string Title, int Before, int Now)
{
    public Change Change => (Now - Before) switch { >= 2 => Change.More, <= -2 => Change.Fewer, _ => Change.AboutTheSame };

    public static PartTrend? Of(Part part, Outcome then, Outcome now)
    {
        var (before, after) = (In(then, part), In(now, part));
        if (before.Length == 0 || before.Concat(after).Any(item => item.Colour is null)) return null;
        return new PartTrend(part.Title, Blue(before), Blue(after));
    }

    private static Marked[] In(Outcome outcome, Part part) => [.. outcome.Items.Where(item => item.Part == part.Key)];

    private static int Blue(Marked[] items) => items.Count(item => item.Colour == Colour.Blue);
}

public enum Change { AboutTheSame, More, Fewer }
