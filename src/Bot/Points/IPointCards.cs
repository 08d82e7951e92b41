using Concierge.Core.Points;

namespace Concierge.Bot.Points;

/// <summary>The operator of the point card, however it is reached. Never throws for the world's sake.</summary>
public interface IPointCards
{
    /// <summary>Reads; asking twice does no harm.</summary>
    Task<CardAnswer> Look(PointCard card, CancellationToken cancel);
}
