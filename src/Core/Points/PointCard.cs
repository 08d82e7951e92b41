using System.Collections.Immutable;
using System.Text.Json;

namespace Concierge.Core.Points;

/// <summary>What proves that a card is somebody's: a number alone must not show a balance.</summary>
/// <param name="Number">Digits only.</param>
public sealed record PointCard(string Number, DateOnly Born)
{
    /// <summary>All that is ever shown of the number.</summary>
    public string Last4 => Number[^4..];

    // Records print themselves, and neither of the two may reach a log.
    public override string ToString() => nameof(PointCard);
}

/// <summary>What the operator of the card knows, at one moment.</summary>
/// <param name="Balance">Points.</param>
/// <param name="AsOf">The operator's own time: what was earned later is not in it.</param>
/// <param name="Expires">What runs out next; null when nothing does.</param>
/// <param name="LeftToday">How many points can still be earned on the day of <paramref name="AsOf"/>; null when the operator does not say.</param>
/// <param name="History">The newest first.</param>
public sealed record CardStatement(int Balance, DateTimeOffset AsOf, Expiry? Expires, int? LeftToday, ImmutableArray<CardEntry> History)
{
    /// <summary>How many entries are shown and kept.</summary>
    public const int Recent = 5;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Null when the text is none of ours.</summary>
    public static CardStatement? Parse(string? text)
    {
        try { return text is null ? null : JsonSerializer.Deserialize<CardStatement>(text); }
        catch (JsonException) { return null; }
    }

    public override string ToString() => nameof(CardStatement);
}

/// <param name="On">The last day on which they are good.</param>
public sealed record Expiry(DateOnly On, int Points);

/// <param name="What">In the operator's words.</param>
/// <param name="Points">Below zero when they were spent.</param>
public sealed record CardEntry(DateOnly Day, string What, int Points);

/// <summary>What came of asking the operator: a closed set.</summary>
public abstract record CardAnswer
{
    private CardAnswer() { }

    public sealed record Found(CardStatement Statement) : CardAnswer;

    /// <summary>No such card, or another birth date: which of them is nobody's business, so it is one answer.</summary>
    public sealed record NoMatch : CardAnswer;

    /// <summary>The operator did not answer, or not so that we could read it.</summary>
    /// <param name="Reason">A code for the log; nothing of a person.</param>
    /// <param name="Passing">False when asking again in a minute is of no use.</param>
    public sealed record Silent(string Reason, bool Passing = true) : CardAnswer;
}

/// <summary>How a person and their card stand.</summary>
/// <param name="Last4">Of the card that is linked; null when none is.</param>
/// <param name="Tries">How often in a row a card was tried in vain, what is being tried now included.</param>
/// <param name="LockedUntil">No card can be tried before.</param>
/// <param name="Asking">The operator has been asked and has not answered yet.</param>
public sealed record CardStanding(string? Last4, int Tries, DateTimeOffset? LockedUntil, bool Asking)
{
    public static readonly CardStanding None = new(null, 0, null, false);
}
