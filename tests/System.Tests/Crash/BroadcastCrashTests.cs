using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>
/// A broadcast to a whole town, while the bots that send it die, LINE fails, and people withdraw: whoever consents has it exactly once, and
/// nobody else has it. <c>--long</c>: 50,000 people and 20 kills.
/// </summary>
[Collection(nameof(Crash))]
public sealed class BroadcastCrashTests(ITestOutputHelper output)
{
    private static bool IsLong => Environment.GetEnvironmentVariable("CONCIERGE_LONG") is not null;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task However_often_its_senders_are_killed_everybody_has_it_exactly_once(DatabaseProvider provider)
    {
        var (people, kills) = IsLong ? (50_000, 20) : (5_000, 3);
        await using var town = await BroadcastTown.Settles(provider, people);
        // Several at once only where several may send.
        for (var bot = 0; bot < (provider == DatabaseProvider.Postgres ? 2 : 1); bot++) await town.BotStarts();
        await town.IsSent(kills);
        output.WriteLine(town.Story);
        Assert.Equal(kills, town.Kills);
        Assert.Empty(town.Broken());
    }

    [Fact]
    public void A_history_in_which_one_thing_was_falsified_is_found_out()
    {
        var good = new BroadcastHistory(
            [new("a", null, null, Sent: true), new("b", Some.At(1), Some.At(5), Sent: false), new("c", Some.At(9), Some.At(5), Sent: true)],
            [new("key-1", "body-1", ["a", "c"], Done: true), new("key-1", "body-1", ["a", "c"], Done: false)]);
        Assert.Empty(good.Broken());
        Assert.Equal(["a has it 2 times"], (good with { Calls = [.. good.Calls, new("key-2", "body-2", ["a"], Done: true)] }).Broken());
        Assert.Equal(["a has it 0 times"], (good with { Calls = [new("key-1", "body-1", ["c"], Done: true)] }).Broken());
        Assert.Equal(["b has it, and had withdrawn before"], (good with { Calls = [.. good.Calls, new("key-2", "body-2", ["b"], Done: true)] }).Broken());
        Assert.Equal(["x has it, and was not meant"], (good with { Calls = [.. good.Calls, new("key-2", "body-2", ["x"], Done: true)] }).Broken());
        Assert.Equal(["key-1 stands for different bytes"], (good with { Calls = [.. good.Calls, new("key-1", "body-2", ["a", "c"], Done: false)] }).Broken());
        Assert.Equal(["a counts as not sent"], (good with { People = [good.People[0] with { Sent = false }, .. good.People.Skip(1)] }).Broken());
    }
}
