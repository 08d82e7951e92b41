using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>Two bots on one PostgreSQL database share the work.</summary>
[Collection(nameof(Crash))]
public sealed class TwoBotsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task When_one_of_two_bots_dies_the_other_takes_its_work_over()
    {
        Assert.SkipUnless(Databases.All.Any(row => row.Data == DatabaseProvider.Postgres), "PostgreSQL is not there.");
        await using var town = await CrashTown.Start(DatabaseProvider.Postgres);
        await town.Lives(async () =>
        {
            town.WeatherIsBad();
            var first = await town.BotIsReady();
            await town.BotIsReady();
            town.WebhooksGoByTurns();
            town.PeopleWalk();
            await town.BothSend();
            await town.Dies(first);
            // The other is there.
            town.Witness.IsBack();
            await town.Moment();
            await town.Settles();
        });
        await town.KeptItsPromise(output);
    }
}
