namespace Concierge.SystemTests.Crash;

/// <summary>All that is known after a broadcast, from both sides.</summary>
internal sealed record BroadcastHistory(IReadOnlyList<Meant> People, IReadOnlyList<Multicast> Calls)
{
    /// <summary>What was promised and not kept, a line each.</summary>
    public IEnumerable<string> Broken()
    {
        var had = Calls.Where(call => call.Done).SelectMany(call => call.To).CountBy(id => id).ToDictionary();
        foreach (var one in People)
        {
            var times = had.GetValueOrDefault(one.LineId);
            if (one.WithdrewBefore && times > 0) yield return $"{one.LineId} has it, and had withdrawn before";
            else if (times > 1 || (times == 0 && one.IsDue)) yield return $"{one.LineId} has it {times} times";
            else if (one.Sent != times > 0) yield return $"{one.LineId} counts as {(one.Sent ? "sent" : "not sent")}";
        }
        foreach (var stranger in had.Keys.Except(People.Select(one => one.LineId))) yield return $"{stranger} has it, and was not meant";
        foreach (var same in Calls.GroupBy(call => call.Key).Where(same => same.Select(call => call.Body).Distinct().Count() > 1)) yield return $"{same.Key} stands for different bytes";
    }
}

/// <summary>Somebody whom it was frozen for.</summary>
/// <param name="WithdrawnAt">When that was certainly stored; null: never.</param>
/// <param name="TriedAt">When their chunk was first tried; null: never.</param>
/// <param name="Sent">As the bot has stored it.</param>
internal sealed record Meant(string LineId, DateTimeOffset? WithdrawnAt, DateTimeOffset? TriedAt, bool Sent)
{
    public bool WithdrewBefore => WithdrawnAt < TriedAt;

    /// <summary>Who withdraws in the very moment may have it or not.</summary>
    public bool IsDue => WithdrawnAt is null;
}

/// <param name="Done">LINE carried it out, whatever it told the bot.</param>
internal sealed record Multicast(string Key, string Body, IReadOnlyList<string> To, bool Done);
