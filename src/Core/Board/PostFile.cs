using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <summary>Posts in a file, e.g. the town of the demonstration (<c>data/demo/posts.json</c>).</summary>
/// <param name="Day">The day for which its dates are written.</param>
public sealed record PostFile(string About, DateOnly Day, ImmutableArray<Post> Posts)
{
    /// <exception cref="FormatException">Says what is wrong, and at which line.</exception>
    public static PostFile Read(string json) => BoardData.Read<PostFile>("posts.json", json);

    /// <summary>As if written on this day, so that a demonstration never goes stale.</summary>
    public IEnumerable<Post> On(DateOnly today)
    {
        var later = today.DayNumber - Day.DayNumber;
        return Posts.Select(post => post with { From = post.From.AddDays(later), Until = post.Until.AddDays(later) });
    }
}
