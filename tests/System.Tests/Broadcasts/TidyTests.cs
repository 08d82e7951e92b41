using Concierge.Bot.Jobs;
using Concierge.Core.Broadcasts;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>After a while it is forgotten who had a broadcast, and not how many.</summary>
public sealed class TidyTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_400_days_the_counts_stay_and_the_people_go(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(501);
        var id = await town.Approved(TownBroadcasts.Draft(content: new BroadcastContent("題", "本文", Link: new BroadcastLink("見る", "https://www.city.kashiwa.lg.jp/"))));
        await town.WantsNews(people[0], false);
        await town.Rings();
        var counted = Results(town, id);
        Assert.Equal((501, 500, 1), (counted.People, counted.Sent, counted.Declined));

        town.Clock.Advance(400 * Day - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await Tidy(town));
        Assert.Equal(501, People(town));
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        // The bell rings it as well: between them all are gone.
        await Tidy(town);
        Assert.Equal(0, People(town));

        Assert.Equal(counted, Results(town, id));
        await town.Database.Writer.Write(unit => Erasing.Everything(unit, TownBroadcasts.MemberOf(people[1])));
        await town.Database.Writer.Write(unit => BroadcastBook.CountClick(unit, town.Broadcast(id).Code));
        Assert.Equal(counted with { Clicks = 1 }, Results(town, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_not_over_keeps_its_people(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Friends(2);
        var id = await town.Approved(TownBroadcasts.Draft(timing: new Timing.Once(town.Clock.GetUtcNow() + TimeSpan.FromHours(1))));
        await town.Move(id, one => one.Pause(BroadcastReason.Staff));
        Assert.Equal(0, await town.Database.Writer.Write(unit => BroadcastTidying.Forget(unit, town.Clock.GetUtcNow() + Day)));
        Assert.Equal(2, People(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_picture_that_no_broadcast_shows_goes_after_a_week(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Database.Writer.Write(unit =>
        {
            foreach (var picture in new[] { "shown", "unused" })
                unit.Db.Add(new BroadcastPicture { Id = picture, Type = "image/png", Bytes = [1], AddedBy = TownBroadcasts.Sato, At = town.Clock.GetUtcNow() });
            BroadcastBook.Add(unit, TownBroadcasts.Draft(content: new BroadcastContent("題", "本文", Picture: "shown", Alt: "絵")));
        });
        town.Clock.Advance(7 * Day - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await Tidy(town));
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        await Tidy(town);
        Assert.Equal("shown", town.Database.Reader.Read(unit => unit.Db.Set<BroadcastPicture>().Single().Id));
    }

    private static Task<int> Tidy(Town town) => town.Part<TidyBroadcasts>().Tidy(TestContext.Current.CancellationToken);

    private static int People(Town town) => town.Database.Reader.Read(unit => unit.Db.Set<BroadcastRecipient>().Count());

    private static BroadcastResults Results(Town town, long id) =>
        town.Database.Reader.Read(unit => BroadcastResults.Of(unit, unit.Db.Set<Broadcast>().AsNoTracking().Single(b => b.Id == id)));
}
