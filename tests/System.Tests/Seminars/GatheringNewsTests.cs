using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.SystemTests.Seminars;

/// <summary>What has changed reaches whoever comes: once, by day, and by telephone where LINE does not reach.</summary>
public sealed class GatheringNewsTests
{
    private const string Changed = "ご案内が 変わりました";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Put_off_twice_in_the_night_it_is_told_once_in_the_morning(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Reserves(town, "花子");
        await town.Passes(TimeSpan.FromHours(13));
        await Staff(town, "moves");
        await Staff(town, "moves");
        Assert.DoesNotContain(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
        await town.Passes(TimeSpan.FromHours(9));
        await town.Settles();
        var told = Assert.Single(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
        Assert.Equal(Via.Push, told.Via);
        Assert.Contains("変わったところ：日時、会場", told.Text);
        Assert.Contains(SeminarTime.Spell(town.Seminar(4)), told.Text);
    }

    [Fact]
    public async Task Whoever_has_blocked_us_is_telephoned()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        var hanako = await Reserves(town, "花子");
        await hanako.Blocks();
        await town.Settles();
        await Staff(town, "cancels");
        var mine = Assert.Single(town.Reservations(4));
        Assert.True(town.Database.Reader.Read(unit => Gatherings.IsToRing(unit, town.Seminar(4), mine, town.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Who_reserves_after_the_change_has_seen_it_and_is_told_nothing()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await Staff(town, "moves");
        var hanako = await Reserves(town, "花子");
        await town.Passes(TimeSpan.FromHours(1));
        Assert.DoesNotContain(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
    }

    private static async Task<Person> Reserves(Town town, string name)
    {
        var person = town.Line.Person(name);
        await town.Enters(person);
        foreach (var words in new[] { "教室", "福祉編", "予約する", "一人で", "はい" })
        {
            await person.Says(words);
            await town.Settles();
        }
        Assert.Contains(person.FromBot, item => item.Text.Contains("予約しました", StringComparison.Ordinal));
        return person;
    }

    private static Task Staff(Town town, string what) => town.OthersDo(new ScriptLine.Does(what, 4));
}
