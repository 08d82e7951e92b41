using System.Diagnostics;
using System.Globalization;

namespace Concierge.SystemTests.Crash;

/// <summary>What happened when, to be read when a run went wrong.</summary>
public sealed class Timeline
{
    private const int Newest = 60;
    private readonly Lock _gate = new();
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly List<(TimeSpan At, string What, string? EventId)> _lines = [];

    /// <param name="eventId">Null: it concerns everybody.</param>
    public void Add(string what, string? eventId = null)
    {
        lock (_gate) _lines.Add((Stopwatch.GetElapsedTime(_begun), what, eventId));
    }

    /// <summary>What concerned these events, and what concerned everybody meanwhile.</summary>
    public string About(HashSet<string> eventIds)
    {
        lock (_gate)
        {
            var theirs = _lines.Where(line => line.EventId is { } id && eventIds.Contains(id)).Select(line => line.At).ToArray();
            return theirs.Length == 0 ? "" : Text(_lines.Where(line =>
                line.At >= theirs[0] && line.At <= theirs[^1] && (line.EventId is null || eventIds.Contains(line.EventId))));
        }
    }

    public string Tail()
    {
        lock (_gate) return Text(_lines.TakeLast(Newest));
    }

    private static string Text(IEnumerable<(TimeSpan At, string What, string? EventId)> lines) =>
        string.Join('\n', lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.At.TotalSeconds,9:0.000} {line.EventId} {line.What}")));
}
