namespace Concierge.Core.Board;

/// <summary>
/// How much a person likes a kind of task, from 0 to 1: the mean of a Beta distribution. It begins with what was said on the
/// inventory's card and moves with what the person does, which weighs more than what was said.
/// </summary>
/// <param name="Likes">Alpha: 1 and what speaks for it.</param>
/// <param name="Dislikes">Beta: 1 and what speaks against it.</param>
/// <param name="IsNew">True: nothing was said or done that speaks for it or against it.</param>
public readonly record struct Interest(double Likes, double Dislikes, bool IsNew)
{
    public double Mean => Likes / (Likes + Dislikes);
}

public static class Interests
{
    /// <summary>What a card's answer weighs: as much as two looks that led to something.</summary>
    private const double Said = 2;

    /// <summary>Passing over cards says little, and never more than this for a kind: nobody has read all of them.</summary>
    private const double PassedOver = 0.1, PassedOverAtMost = 1;

    /// <summary>One for each kind of the catalogue, in its order.</summary>
    /// <param name="card">The answer to a kind's card: yes, no, unsure, or null.</param>
    public static Interest[] Of(Func<string, string?> card, Marks marks)
    {
        var byKind = marks.All.Where(m => m.Post > 0).ToLookup(m => m.Kind);
        return [.. Tasks.Kinds.Select(kind => Of(kind.Card is { } key ? card(key) : null, byKind[kind.Key]))];
    }

    private static Interest Of(string? said, IEnumerable<PostMark> marks)
    {
        var byPost = marks.GroupBy(m => m.Post, m => m.Mark).Select(same => same.ToArray()).ToArray();
        var likes = 1 + (said == "yes" ? Said : 0) + byPost.Sum(Liking);
        var passed = byPost.Count(did => did is [Mark.Seen]);
        var dislikes = 1 + (said == "no" ? Said : 0) + byPost.Count(did => did.Contains(Mark.Hidden) || did.Contains(Mark.Enough)) + Math.Min(passed * PassedOver, PassedOverAtMost);
        var isNew = said is not ("yes" or "no") && byPost.All(did => did is [Mark.Seen]);
        return new Interest(likes, dislikes, isNew);
    }

    /// <summary>The strongest that was done with a post counts; of what was tried and found enough, nothing.</summary>
    private static double Liking(Mark[] did) => did.Contains(Mark.Enough) ? 0 : did.Max(mark => mark switch
    {
        Mark.Tapped => 0.5,
        Mark.Kept => 1,
        Mark.Applied => 2,
        Mark.Did => 3,
        Mark.Again => 4,
        _ => 0,
    });
}
