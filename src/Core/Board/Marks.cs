using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <summary>What a person did with a post. Stored by name.</summary>
public enum Mark
{
    /// <summary>It stood on a card.</summary>
    Seen,

    /// <summary>くわしく.</summary>
    Tapped,

    /// <summary>気になる.</summary>
    Kept,

    /// <summary>応募したい; staff have it.</summary>
    Applied,

    /// <summary>The person says that it was done.</summary>
    Did,

    /// <summary>… and would do it again.</summary>
    Again,

    /// <summary>出さないで: this post; with post 0 its whole kind.</summary>
    Hidden,

    /// <summary>It was done, and once was enough.</summary>
    Enough,
}

/// <param name="Post">Id of the post; 0 for a whole kind.</param>
/// <param name="Kind">Key of its kind: what was learned stays when the post is gone.</param>
public sealed record PostMark(long Post, string Kind, Mark Mark, DateTimeOffset At);

/// <summary>Everything a person did on the board.</summary>
public sealed class Marks(ImmutableArray<PostMark> all)
{
    public static readonly Marks None = new([]);

    public ImmutableArray<PostMark> All => all;

    /// <summary>Kinds that are never shown again.</summary>
    public IEnumerable<string> HiddenKinds => all.Where(m => m is { Mark: Mark.Hidden, Post: 0 }).Select(m => m.Kind);

    /// <summary>Posts that are not suggested: unwanted, or taken already.</summary>
    public IEnumerable<long> NotToSuggest => all.Where(m => m is { Post: > 0, Mark: Mark.Hidden or Mark.Applied or Mark.Did }).Select(m => m.Post);

    public bool Has(long post, Mark mark) => all.Any(m => m.Post == post && m.Mark == mark);

    /// <summary>The newest first.</summary>
    public IEnumerable<long> Of(Mark mark) => all.Where(m => m.Mark == mark && m.Post > 0).OrderByDescending(m => m.At).ThenBy(m => m.Post).Select(m => m.Post);
}
