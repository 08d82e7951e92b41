using Concierge.Core.Board;

namespace Concierge.Core.Board
{
    /// <summary>The board as one person sees it in one turn.</summary>
    public sealed record Offers(PostIndex Index, Marks Marks)
    {
        /// <summary>A post in whatever state, e.g. one that has been filled; null when there never was one.</summary>
        public Func<long, Post?> Known { get; init; } = Index.Find;

        /// <summary>What this person, who has applied for it, has not been told of a post yet.</summary>
        public Func<long, PostNews> News { get; init; } = _ => PostNews.None;

        public static readonly Offers None = new(PostIndex.None, Marks.None);
    }
}

namespace Concierge.Core.Conversations
{
    public sealed partial record Facts
    {
        /// <summary>Posts of today, and what this person did with them.</summary>
        public Lazy<Offers> Board { get; init; } = new(() => Offers.None);
    }

    public abstract partial record Effect
    {
        /// <summary>What is wished for on the board.</summary>
        public abstract record OfPost : Effect;

        /// <summary>Remember that this was done with a post. Once is enough: a second time changes nothing.</summary>
        /// <param name="Post">0 for the whole kind.</param>
        /// <param name="Shared">Staff see it, too; only with the person's consent.</param>
        public sealed record MarkPost(long Post, string Kind, Mark Mark, bool Shared = false) : OfPost;

        /// <summary>No longer 気になる.</summary>
        public sealed record Unkeep(long Post) : OfPost;

        /// <summary>Hand an application to staff, once. Fails with a conflict when the post is no longer open.</summary>
        /// <param name="Consent">Which wording the person agreed to when it was handed on.</param>
        public sealed record Apply(long Post, string Kind, string Consent) : OfPost;

        /// <summary>The person was told of every change up to this version of the board.</summary>
        public sealed record HearPost(long Post, long Version) : OfPost;
    }
}
