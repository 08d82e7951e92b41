using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.CoreTests.Board;

namespace Concierge.CoreTests.Conversations;

/// <summary>The board of the town, and what the person did with its posts.</summary>
public sealed partial class Talk
{
    public List<PostMark> Marks { get; } = [];

    public PostIndex Posts { get; set; } = Town.Index;

    public PostNews News { get; set; } = PostNews.None;

    private Facts KnowingTheBoard(Facts facts) => facts with { Board = new(() => new Offers(Posts, new Marks([.. Marks])) { Known = Town.Index.Find, News = _ => News }) };

    private void DoOnTheBoard(Effect effect)
    {
        switch (effect)
        {
            case Effect.MarkPost mark: AddMark(mark.Post, mark.Kind, mark.Mark); break;
            case Effect.Apply apply: AddMark(apply.Post, apply.Kind, Mark.Applied); break;
            case Effect.Unkeep unkeep: Marks.RemoveAll(m => m.Post == unkeep.Post && m.Mark == Mark.Kept); break;
        }
    }

    private void AddMark(long post, string kind, Mark mark)
    {
        if (!Marks.Any(m => m.Post == post && m.Kind == kind && m.Mark == mark)) Marks.Add(new PostMark(post, kind, mark, Now));
    }
}
