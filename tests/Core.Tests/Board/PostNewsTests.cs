using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Board;

/// <summary>What staff have changed of a post, as whoever has applied reads it.</summary>
public sealed class PostNewsTests
{
    [Fact]
    public void It_says_what_has_changed_and_how_it_is_now_and_opens_nothing()
    {
        var talk = Applied();
        Hears(talk);
        var poster = talk.Last!.Bubbles.OfType<Bubble.Posters>().Single();
        Assert.Equal("変わったところ：場所、お金やお礼", poster.All[0].Lines[0]);
        Assert.Equal([new Effect.HearPost(Post.Id, 7)], talk.Effects.OfType<Effect.HearPost>());
        Assert.Empty(talk.Conversation.Sessions);
    }

    [Fact]
    public void Who_knows_it_already_or_has_done_it_hears_nothing()
    {
        var knows = Applied();
        knows.News = PostNews.None;
        Hears(knows);
        Assert.Empty(knows.Effects);

        var did = Applied();
        did.Marks.Add(new PostMark(Post.Id, Post.Type.Kind, Mark.Did, did.Now));
        Hears(did);
        Assert.Empty(did.Effects);
    }

    private static Post Post => Town.Index.Find(1)!;

    private static Talk Applied()
    {
        var talk = new Talk { News = new PostNews([PostPart.Place, PostPart.Pay], 7) };
        talk.Remembers("inventory@1", "consent_service", "yes");
        talk.Marks.Add(new PostMark(Post.Id, Post.Type.Kind, Mark.Applied, talk.Now));
        return talk;
    }

    private static void Hears(Talk talk) => talk.Take(new Incoming.TimeCame(FindWork.Find, FindWork.News, "1") { At = talk.Now });
}
