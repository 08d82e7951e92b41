using Concierge.Bot.Turns;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Board;

/// <summary>Does what a turn wished for on the board.</summary>
public sealed class PostEffects
{
    /// <exception cref="Conflict">An application for a post that is no longer open: the turn is taken again and sees so.</exception>
    public void Write(TurnContext turn, Effect.OfPost wished)
    {
        var posts = new Posts(turn.Unit);
        switch (wished)
        {
            case Effect.MarkPost mark: MarkIt(turn, posts, mark); break;
            case Effect.Unkeep unkeep: posts.Unmark(turn.MemberId, unkeep.Post, Mark.Kept); break;
            case Effect.Apply apply: Apply(turn, posts, apply); break;
            case Effect.HearPost told: Applicants.Hear(turn.Unit, turn.MemberId, told.Post, told.Version); break;
            default: throw new InvalidOperationException($"PostEffects does not know {wished.GetType().Name}.");
        }
    }

    private static void MarkIt(TurnContext turn, Posts posts, Effect.MarkPost mark)
    {
        if (posts.Mark(turn.MemberId, mark.Post, mark.Kind, mark.Mark, turn.Now) && mark.Shared)
            turn.Unit.Feed.Add(turn.Now, mark.Mark.ToString().ToLowerInvariant(), turn.MemberId, mark.Post);
    }

    /// <summary>Staff see it once, however often it comes.</summary>
    private static void Apply(TurnContext turn, Posts posts, Effect.Apply apply)
    {
        if (!posts.IsOpen(apply.Post)) throw new Conflict(turn.MemberId, turn.Next.Revision - 1);
        if (posts.Mark(turn.MemberId, apply.Post, apply.Kind, Mark.Applied, turn.Now, apply.Consent, posts.Version(apply.Post) ?? 0))
            turn.Unit.Feed.Add(turn.Now, "applied", turn.MemberId, apply.Post);
    }
}
