using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>An operator stops the bot while people are talking to it.</summary>
[Collection(nameof(Crash))]
public sealed class StopTests(ITestOutputHelper output)
{
    private const int Stops = 3;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_is_told_to_stop_finishes_what_it_is_saying(DatabaseProvider provider)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await using var town = await CrashTown.Start(provider);
        await town.Lives(async () =>
        {
            town.WeatherIsBad();
            town.PeopleWalk();
            for (var stop = 0; stop < Stops; stop++)
            {
                var bot = await town.BotIsReady();
                await town.Moment();
                await town.Stops(bot);
                Assert.Equal(0, town.HalfSaid);
            }
            await town.BotIsReady();
            await town.Settles();
        });
        await town.KeptItsPromise(output);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_is_told_to_stop_does_not_wait_for_ever_for_LINE(DatabaseProvider provider)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await using var town = await CrashTown.Start(provider);
        await town.Lives(async () =>
        {
            var bot = await town.BotIsReady();
            town.PeopleWalk();
            await town.Moment();
            town.Line.Faults.Sometimes(Fault.ApiSlow, 1, path: "/reply", by: TimeSpan.FromHours(1));
            await town.EverybodyWaits();
            town.Witness.Dies();
            await town.Stops(bot);
            await town.BotIsReady();
            await town.Settles();
        });
        await town.KeptItsPromise(output);
    }
}
