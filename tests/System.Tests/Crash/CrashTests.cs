using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>The bot's process dies at any moment, and people notice no more of it than we promise.</summary>
[Collection(nameof(Crash))]
public sealed class CrashTests(ITestOutputHelper output)
{
    private static int Kills => Environment.GetEnvironmentVariable("CONCIERGE_LONG") is null ? 20 : 200;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task However_often_the_bot_is_killed_nothing_is_lost_and_nothing_is_said_twice(DatabaseProvider provider)
    {
        await using var town = await CrashTown.Start(provider);
        await town.Lives(async () =>
        {
            town.WeatherIsBad();
            town.PeopleWalk();
            for (var kill = 0; kill < Kills; kill++) await LivesAndDies(town);
            await town.BotIsReady();
            await town.Settles();
        });
        await town.KeptItsPromise(output);
    }

    private static async Task LivesAndDies(CrashTown town)
    {
        // One life in five ends while the bot takes up what the last one left.
        if (town.OneIn(5))
        {
            var bot = town.BotStarts();
            await Task.WhenAny(bot.IsReady(), town.ACall());
            await town.Dies(bot);
        }
        else
        {
            var bot = await town.BotIsReady();
            await town.Moment();
            await town.Dies(bot);
        }
    }
}
