using Concierge.Core.Board;
using Concierge.Core.Members;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.FollowUp;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Board;

/// <summary>What staff change of a post reaches whoever has applied for it: once, by day, and only what concerns them.</summary>
public sealed class PostNewsTests
{
    private const string Changed = "応募した お仕事の ご案内が 変わりました";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Changed_twice_in_the_night_it_is_told_once_in_the_morning(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Applies(town);
        await town.Passes(TimeSpan.FromHours(13));
        await Rewrites(town, post => post with { Place = "新しい 集会所" });
        await Rewrites(town, post => post with { Minutes = post.Minutes + 30 });
        Assert.Equal(0, Times(hanako));
        await town.Passes(TimeSpan.FromHours(9));
        await town.Passes(TimeSpan.FromDays(2));
        var told = Assert.Single(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
        Assert.Equal(Via.Push, told.Via);
        Assert.Contains("変わったところ：場所、時間", told.Text);
        Assert.Contains("新しい 集会所", told.Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_change_tells_only_what_is_new_and_what_concerns_nobody_is_not_told(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Applies(town);
        await Rewrites(town, post => post with { Pay = new Pay(PayKind.Hourly, 1_500), Engagement = Engagement.Employed });
        await town.Passes(TimeSpan.FromMinutes(1));
        await Rewrites(town, post => post with { Needs = "うわばき" });
        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Times(hanako));
        await Rewrites(town, post => post with { Until = post.Until.AddDays(7) });
        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(2, Times(hanako));
        Assert.Contains("変わったところ：曜日や日にち", hanako.FromBot[^1].Text);
        Assert.DoesNotContain("お金やお礼", hanako.FromBot[^1].Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_has_taken_the_consent_back_is_told_nothing(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Applies(town);
        await town.AgreesToResearch(given: false, Purpose.Service);
        await Rewrites(town, post => post with { Place = "新しい 集会所" });
        await town.Settles();
        Assert.Equal(0, Times(hanako));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task How_it_was_is_asked_when_it_can_have_been_after_it_was_put_off(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Applies(town);
        var later = await Rewrites(town, post => post with { From = post.Until.AddDays(30), Until = post.Until.AddDays(60) });
        var asks = town.Database.Reader.Read(unit => unit.Db.Set<TimerEntry>().AsNoTracking().Single(timer => timer.Flow == FindWork.Find && timer.Kind == FindWork.How));
        Assert.Equal(HowItWas.When(later, town.Clock.GetUtcNow()), asks.DueAt);
    }

    private static async Task<Person> Applies(Town town)
    {
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await hanako.SendsLocation(35.86, 139.97);
        await town.Settles();
        foreach (var label in new[] { "くわしく", "応募したい", "応募する", "はい、よいです" })
        {
            await hanako.Taps(label);
            await town.Settles();
        }
        Assert.Contains(hanako.FromBot, item => item.Text.Contains("窓口の職員に 伝えました", StringComparison.Ordinal));
        return hanako;
    }

    private static Task<Post> Rewrites(Town town, Func<Post, Post> how) => town.Database.Writer.Write(unit =>
    {
        var posts = new Posts(unit);
        var next = how(posts.Find(unit.Db.Set<PostMarkEntry>().Single(m => m.Mark == Mark.Applied).PostId)!);
        Assert.Equal(new Moving.Done(), posts.Rewrite(next, Wages.Embedded, town.Clock.GetUtcNow()));
        return next;
    });

    private static int Times(Person person) => person.FromBot.Count(item => item.Text.Contains(Changed, StringComparison.Ordinal));
}
