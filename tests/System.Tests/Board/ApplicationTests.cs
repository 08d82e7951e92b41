using Concierge.Core.Board;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Board;

public sealed class ApplicationTests
{
    private static readonly DateOnly DemoDay = new(2026, 11, 24);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_application_reaches_staff_once_though_every_event_comes_twice(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        town.Line.Faults.Sometimes(Fault.WebhookTwice, 1.0, seed: 1);
        var hanako = await Reading(town);
        await Taps(town, hanako, "応募したい");
        await Taps(town, hanako, "応募する");
        // Staff may see it: asked here and now, for nobody has asked before.
        Assert.DoesNotContain(Feed(town), row => row.Kind == "applied");
        await Taps(town, hanako, "はい、よいです");
        // And once more by the buttons that still stand there.
        await Taps(town, hanako, "応募する");
        await Taps(town, hanako, "はい、よいです");

        var post = Assert.Single(Marks(town), m => m.Mark == Mark.Applied).PostId;
        var told = Assert.Single(Feed(town), row => row.Kind == "applied");
        Assert.Equal(post, told.Reference);
        Assert.Equal(FindWork.Consent, Marks(town).Single(m => m.Mark == Mark.Applied).Terms);
        Assert.Contains(hanako.FromBot, item => item.Text.Contains("窓口の職員に 伝えました", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Without_the_consent_nothing_of_an_application_reaches_staff(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Reading(town);
        await Taps(town, hanako, "応募したい");
        await Taps(town, hanako, "応募する");
        await Taps(town, hanako, "いいえ");
        Assert.DoesNotContain(Marks(town), m => m.Mark == Mark.Applied);
        Assert.DoesNotContain(Feed(town), row => row.Kind == "applied");
        Assert.Contains(hanako.FromBot, item => item.Text.Contains("応募は 職員に 伝えていません", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task How_it_was_is_asked_once_by_a_push_and_staff_hear_the_answer_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        town.Line.Faults.Sometimes(Fault.WebhookTwice, 1.0, seed: 1);
        var hanako = await Reading(town);
        foreach (var label in new[] { "応募したい", "応募する", "はい、よいです" }) await Taps(town, hanako, label);
        await town.Passes(TimeSpan.FromDays(60));
        Assert.Single(hanako.FromBot, item => item.Text.Contains("は どうでしたか", StringComparison.Ordinal));
        await town.Passes(TimeSpan.FromDays(30));
        Assert.Single(hanako.FromBot, item => item.Text.Contains("は どうでしたか", StringComparison.Ordinal));

        await Taps(town, hanako, "もう一度やりたい");
        await Taps(town, hanako, "もうよい");
        var post = Marks(town).Single(m => m.Mark == Mark.Applied).PostId;
        Assert.Equal([Mark.Again, Mark.Did], Marks(town).Where(m => m.PostId == post && m.Mark is Mark.Did or Mark.Again or Mark.Enough).Select(m => m.Mark).OrderBy(m => m.ToString()));
        Assert.Equal(post, Assert.Single(Feed(town), row => row.Kind == "again").Reference);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_filled_meanwhile_is_not_applied_for(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Reading(town);
        await Taps(town, hanako, "応募したい");
        var id = Marks(town).Single(m => m.Mark == Mark.Tapped).PostId;
        await town.Database.Writer.Write(unit =>
        {
            Assert.Equal(new Moving.Done(), new Posts(unit).Move(id, Listing.On.Fill, Wages.Embedded, DemoDay));
        });

        await Taps(town, hanako, "応募する");
        Assert.DoesNotContain(Marks(town), m => m.Mark == Mark.Applied);
        Assert.DoesNotContain(Feed(town), row => row.Kind == "applied");
        Assert.Contains("もう 終わりました", hanako.FromBot[^2].Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_post_that_staff_add_is_found_at_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await hanako.SendsLocation(35.86, 139.97);
        await town.Settles();
        await town.Database.Writer.Write(unit =>
        {
            var posts = new Posts(unit);
            var near = posts.Open().First(post => post.Task == "T08");
            var listing = Listing.Draft(near with { Id = 9001, Title = "将棋の 相手", Latitude = 35.8601, Longitude = 139.9701, Area = "chuo" });
            listing.Move(Listing.On.Publish, Wages.Embedded, DemoDay);
            posts.Add(listing);
        });
        await hanako.SendsLocation(35.86, 139.97);
        await town.Settles();
        Assert.Contains(hanako.FromBot, item => item.Text.Contains("将棋の 相手", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_somebody_is_stands_nowhere_afterwards(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await hanako.SendsLocation(35.83217, 140.01234);
        await town.Settles();

        var kept = town.Database.Reader.Read(unit =>
        {
            var member = unit.Db.LineUsers.Single().MemberId;
            var key = unit.Members.Key(member);
            var messages = unit.Db.Messages.AsNoTracking().AsEnumerable().Where(m => m.Body is not null).Select(m => System.Text.Encoding.UTF8.GetString(unit.Vault.Open(key, Fields.MessageBody, m.Body!.Value)));
            return string.Concat(messages) + System.Text.Json.JsonSerializer.Serialize(unit.Conversations.Read(member, key)) + string.Concat(unit.Db.Inbox.AsEnumerable().Select(i => i.Raw?.Bytes.Length));
        });
        Assert.DoesNotContain("35.83", kept);
        Assert.DoesNotContain("140.01", kept);
        Assert.Contains("歩いて およそ", kept);
    }

    private static async Task<Person> Reading(Town town)
    {
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await hanako.SendsLocation(35.86, 139.97);
        await town.Settles();
        await Taps(town, hanako, "くわしく");
        return hanako;
    }

    private static async Task Taps(Town town, Person person, string label)
    {
        await person.Taps(label);
        await town.Settles();
    }

    private static List<PostMarkEntry> Marks(Town town) => town.Database.Reader.Read(unit => unit.Db.Set<PostMarkEntry>().AsNoTracking().ToList());

    private static List<FeedEntry> Feed(Town town) => town.Database.Reader.Read(unit => unit.Db.Feed.AsNoTracking().ToList());
}
