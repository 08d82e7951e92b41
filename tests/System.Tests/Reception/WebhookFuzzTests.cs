using System.Reflection;
using System.Text;
using Concierge.Bot.Line;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Reception;

/// <summary>
/// Thousands of spoilt bodies with valid signatures on the real host: never an error to LINE, no turn that throws, and
/// whoever stands in the same body is heard and answered once. <c>CONCIERGE_LONG=1</c>: a hundred thousand.
/// </summary>
public sealed class WebhookFuzzTests
{
    private static readonly int Bodies = Environment.GetEnvironmentVariable("CONCIERGE_LONG") == "1" ? 100_000 : 3_000;

    private static readonly HashSet<string> Known = [.. typeof(LineFault).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!)];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_that_is_signed_can_hurt_the_bot_or_the_people_beside_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var mutation = new Mutation(20261124);
        var people = Enumerable.Range(1, 8).Select(i => town.Line.Person($"{i}さん")).ToArray();
        foreach (var person in people) await person.Follows();
        await town.Settles();

        var heard = new List<string>();
        for (var number = 0; number < Bodies; number++)
        {
            var body = Body(town, mutation, people[number % people.Length], number, heard);
            Assert.True(await gate.Takes(body) == 200, $"body {number}: {Encoding.UTF8.GetString(body)}");
            // LINE's limits of a second, and ours, hold for the clock that only we turn.
            if (number % 100 == 99) await town.Passes(TimeSpan.FromSeconds(1));
        }
        await town.Passes(TimeSpan.FromSeconds(1));

        var inbox = gate.Inbox;
        Assert.DoesNotContain(inbox, row => row.State == InboxState.New);
        Assert.DoesNotContain(inbox, row => row.State == InboxState.Parked && !Known.Contains(row.ErrorCode!));
        var done = inbox.Where(row => row.State == InboxState.Done).Select(row => row.EventId).ToHashSet();
        Assert.DoesNotContain(heard, id => !done.Contains(id));
        var answered = Sent(town);
        Assert.DoesNotContain(heard, id => !answered.Contains(id));
        Assert.InRange(inbox.Count(row => row.State == InboxState.Parked), Bodies / 10, Bodies * 2);
    }

    private static HashSet<string> Sent(Town town) => town.Database.Reader.Read(unit =>
        unit.Db.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Sent).Select(row => row.DedupeKey).ToList().Select(key => key.Split('/')[1]).ToHashSet());

    /// <summary>Two spoilt events, in every third body with somebody's words between them; every fourth is then spoilt as a whole.</summary>
    private static byte[] Body(Town town, Mutation mutation, Person beside, int number, List<string> heard)
    {
        var now = town.Clock.GetUtcNow();
        string Spoilt(string place) => mutation.Event($"{place}{number}", Written.User(number % 50), now);
        string[] between = number % 3 == 0 ? [Written.Words($"good{number}", beside.Id, "メニュー", now)] : [];
        var bytes = Encoding.UTF8.GetBytes(Written.Body([Spoilt("a"), .. between, Spoilt("b")]));
        if (mutation.Chance(4)) return mutation.Bytes(bytes);
        if (between.Length > 0) heard.Add($"good{number}");
        return bytes;
    }
}
