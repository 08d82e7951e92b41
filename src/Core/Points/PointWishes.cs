using Concierge.Core.Points;

namespace Concierge.Core.Conversations;

public sealed partial record Facts
{
    public Lazy<CardStanding> Card { get; init; } = new(() => CardStanding.None);
}

public abstract partial record Incoming
{
    /// <summary>The operator of the point card has answered, or a minute has passed without an answer.</summary>
    /// <param name="Errand">Which question it answers.</param>
    /// <param name="Links">True: a card was tried for the first time; false: it was the linked one.</param>
    public sealed record CardAnswered(string Errand, bool Links, CardAnswer Answer) : Incoming
    {
        public override string ToString() => nameof(CardAnswered);
    }
}

public abstract partial record Effect
{
    public abstract record OfPoints : Effect;

    /// <summary>Ask the operator, after this turn is committed; the answer comes as <see cref="Incoming.CardAnswered"/>.</summary>
    /// <param name="Errand">Unique among the member's.</param>
    /// <param name="Card">To be tried; null for the card that is linked.</param>
    public sealed record AskCard(string Errand, PointCard? Card) : OfPoints;

    /// <summary>Keep the card of this errand as the person's own.</summary>
    public sealed record LinkCard(string Errand) : OfPoints;

    /// <summary>Forget the linked card.</summary>
    public sealed record UnlinkCard : OfPoints;

    /// <param name="LockedUntil">Null: not locked.</param>
    public sealed record CountTries(int Tries, DateTimeOffset? LockedUntil) : OfPoints;

    /// <summary>The errand is over; what it asked is forgotten, and that it was asked is kept.</summary>
    /// <param name="Outcome">found, no-match or silent.</param>
    public sealed record EndErrand(string Errand, string Outcome) : OfPoints;
}
