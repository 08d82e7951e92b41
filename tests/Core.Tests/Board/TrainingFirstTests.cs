using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Board;

/// <summary>A post that asks for a training: whoever has not been there is led to it, and applies afterwards.</summary>
public sealed class TrainingFirstTests
{
    private readonly Post _post = Town.Index.Find(Matching.Suggest(Town.Index, Some.Hanako(), new HashSet<long>())[0].Post.Id)! with { TrainingFirst = true };

    [Fact]
    public void Who_has_not_been_there_is_shown_the_day_and_nothing_is_handed_on()
    {
        var talk = Looking();
        talk.Hall.Opens(Seminars.Some.Small(talk.Now, GatheringKind.Training, _post.Task));
        talk.Presses("応募したい");
        Assert.Contains("先に 研修を", talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Text);
        talk.Presses("小さな集まりを見る");
        Assert.Contains("研修の ご案内", talk.Last!.Bubbles.OfType<Bubble.Posters>().First().Title);
        Assert.DoesNotContain(talk.Effects, effect => effect is Effect.Apply);
    }

    [Fact]
    public void Where_no_day_is_known_it_says_so()
    {
        var talk = Looking();
        talk.Presses("応募したい");
        Assert.Contains("まだ 決まっていません", talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Note);
    }

    [Fact]
    public void Who_has_been_there_applies()
    {
        var talk = Looking();
        var training = Seminars.Some.Small(talk.Now, GatheringKind.Training, _post.Task);
        talk.Hall.Opens(training);
        talk.Hall.Do(Talk.Me, new Effect.Reserve(training.Id, Attendance.OnSite, 1), talk.Now);
        talk.Hall.Do(Talk.Me, new Effect.CheckIn(training.Id), talk.Now);
        talk.Presses("応募したい");
        Assert.Contains("応募しますか", talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Text);
    }

    private Talk Looking()
    {
        var talk = new Talk().WithSeminars();
        talk.Posts = PostIndex.Of([_post], Wages.Embedded, DemoTown.Day);
        talk.Remembers("inventory@1", "consent_service", "yes");
        talk.Remembers("inventory@1", "area", "north");
        talk.Says("さがす");
        talk.Presses("くわしく");
        Assert.Contains("応募の前に 研修を 受けます。", talk.Last!.Bubbles.OfType<Bubble.Posters>().First().All[0].Lines);
        return talk;
    }
}
