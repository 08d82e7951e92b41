namespace Concierge.Core.Board;

/// <summary>What whoever has applied has to be told of.</summary>
public enum PostPart { Place, Days, Times, Pay }

/// <summary>The version of the board that changed each part of a post; 0: none has since it was published.</summary>
public sealed record PostChanges(long Place, long Days, long Times, long Pay)
{
    public static readonly PostChanges None = new(0, 0, 0, 0);

    public PostChanges With(Post old, Post next, long version) => new(
        (old.Place, old.Area) != (next.Place, next.Area) ? version : Place,
        (old.From, old.Until, old.Rhythm) != (next.From, next.Until, next.Rhythm) || !old.Days.Order().SequenceEqual(next.Days.Order()) ? version : Days,
        old.Minutes != next.Minutes || !old.Parts.Order().SequenceEqual(next.Parts.Order()) ? version : Times,
        (old.Pay, old.Engagement) != (next.Pay, next.Engagement) ? version : Pay);

    /// <summary>For somebody who knows this version.</summary>
    public IReadOnlyList<PostPart> Since(long known)
    {
        (PostPart What, long By)[] changes = [(PostPart.Place, Place), (PostPart.Days, Days), (PostPart.Times, Times), (PostPart.Pay, Pay)];
        return [.. changes.Where(change => change.By > known).Select(change => change.What)];
    }
}

/// <summary>What somebody who has applied for a post has not been told yet, and with which version of the board they would know all.</summary>
public sealed record PostNews(IReadOnlyList<PostPart> Parts, long Version)
{
    public static readonly PostNews None = new([], 0);
}
