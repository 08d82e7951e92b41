using System.Globalization;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>Holds the promise against what a town went through.</summary>
internal static class Verdict
{
    private const int Shown = 5;

    public static async Task KeptItsPromise(this CrashTown town, ITestOutputHelper output)
    {
        var history = town.History();
        output.WriteLine(Figures(town, history));
        var broken = Promise.Broken(history);
        if (broken.Count == 0) broken = await Retelling.Differences(town.Database, town.Witness.Deeds());
        if (broken.Count > 0) Assert.Fail(Report(town, broken));
        Assert.Equal("ok", Integrity(town));
    }

    private static string Figures(CrashTown town, History history)
    {
        var seen = history.Calls.Where(call => call.Done).Select(call => call.EventId).ToHashSet();
        return string.Create(CultureInfo.InvariantCulture, $"""
            CONCIERGE_SEED={town.Seed}: {history.Events.Count} events, {town.Witness.Duplicates} webhooks once more, {history.Calls.Count} calls,
            {town.Witness.LostAnswers} answers of LINE lost, {town.Witness.Pushes} pushes seen, {history.Events.Count(one => one.AtAKill)} events open at a kill,
            {history.Events.Count(one => !seen.Contains(one.Id))} silent;
            {town.Times}
            """);
    }

    private static string Report(CrashTown town, IReadOnlyList<Breach> broken) =>
        $"CONCIERGE_SEED={town.Seed}: the promise was broken {broken.Count} times.\n" + string.Join("\n\n", broken.Take(Shown)
            .Select(breach => $"{breach.EventId} {breach.What}\n{town.Witness.About(breach.EventId)}"));

    private static string Integrity(CrashTown town)
    {
        using var db = town.Database.NewDb();
        return db is SqliteDb ? db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").AsEnumerable().First() : "ok";
    }
}
