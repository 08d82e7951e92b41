using Concierge.Bot.Jobs;
using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Board;

/// <summary>The life of a post, as somebody who looks for something sees it.</summary>
public sealed class ListingTests
{
    private const long Id = 9001;

    private const string Title = "将棋の 相手";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_post_is_seen_while_it_is_on_the_board_and_only_then(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await Writes(town);
        Assert.False(await Sees(town, hanako));

        await Moves(town, Listing.On.Publish);
        Assert.True(await Sees(town, hanako));
        await Moves(town, Listing.On.Pause);
        Assert.False(await Sees(town, hanako));
        await Moves(town, Listing.On.Publish);
        Assert.True(await Sees(town, hanako));
        await Moves(town, Listing.On.Fill);
        Assert.False(await Sees(town, hanako));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_over_runs_out_by_itself_and_is_kept(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Writes(town);
        await Moves(town, Listing.On.Publish);
        Assert.Equal(0, await town.Part<RunOutPosts>().RunOut());

        await town.Passes(TimeSpan.FromDays(31));
        Assert.InRange(await town.Part<RunOutPosts>().RunOut(), 1, 100);
        var (state, body) = town.Database.Reader.Read(unit => (unit.Db.Set<Listing>().AsNoTracking().Single(l => l.Id == Id).State, new Posts(unit).Find(Id)));
        Assert.Equal(PostState.Expired, state);
        Assert.Equal(Title, body!.Title);
        Assert.Equal(0, await town.Part<RunOutPosts>().RunOut());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_town_of_the_demonstration_stands_on_the_board(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var states = town.Database.Reader.Read(unit => unit.Db.Set<Listing>().AsNoTracking().Select(l => l.State).ToList());
        Assert.True(states.Count >= 300);
        Assert.All(states, state => Assert.Equal(PostState.Open, state));
    }

    private static Task Writes(Town town) => town.Database.Writer.Write(unit =>
    {
        var posts = new Posts(unit);
        var near = posts.Open().First(post => post.Task == "T08");
        posts.Add(Listing.Draft(near with
        {
            Id = Id, Title = Title, Latitude = 35.8601, Longitude = 139.9701, Area = "chuo", From = Today(town), Until = Today(town).AddDays(30), Scope = Scope.Anybody,
        }));
    });

    private static async Task Moves(Town town, Listing.On on) =>
        Assert.Equal(new Moving.Done(), await town.Database.Writer.Write(unit => new Posts(unit).Move(Id, on, Wages.Embedded, Today(town))));

    private static async Task<bool> Sees(Town town, Person person)
    {
        var heard = person.FromBot.Count;
        await person.SendsLocation(35.86, 139.97);
        await town.Settles();
        return person.FromBot.Skip(heard).Any(item => item.Text.Contains(Title, StringComparison.Ordinal));
    }

    private static DateOnly Today(Town town) => Tokyo.Day(town.Clock.GetUtcNow());
}
