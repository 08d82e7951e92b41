using System.Text;
using Concierge.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>The retelling notices what was taken twice, or not at all.</summary>
public sealed class RetellingTests
{
    [Fact]
    public async Task What_was_taken_once_stands_as_told() => Assert.Empty(await Told(deeds => deeds));

    [Fact]
    public async Task What_was_not_taken_is_noticed() => Assert.Single(await Told(deeds => [.. deeds, Another(deeds[^1])]));

    [Fact]
    public async Task What_was_taken_twice_is_noticed() => Assert.Single(await Told(deeds => deeds[..^1]));

    /// <summary>Hanako begins her inventory; it is told in another way than it was.</summary>
    private static async Task<IReadOnlyList<Breach>> Told(Func<(string Id, byte[] Raw)[], (string Id, byte[] Raw)[]> otherwise)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var witness = new Witness(town.Line, new Timeline());
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        for (var i = 0; i < 3; i++)
        {
            await hanako.Taps(hanako.FromBot[^1].Buttons[0].Label);
            await town.Settles();
        }
        var deeds = witness.Deeds()[hanako.Id];
        Assert.Equal(4, deeds.Length);
        return await Retelling.Differences(town.Database, new Dictionary<string, (string, byte[])[]> { [hanako.Id] = otherwise(deeds) });
    }

    private static (string Id, byte[] Raw) Another((string Id, byte[] Raw) deed) =>
        (deed.Id + "2", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(deed.Raw).Replace(deed.Id, deed.Id + "2", StringComparison.Ordinal)));
}
