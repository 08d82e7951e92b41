using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Concierge.CoreTests.Understanding;

/// <summary>Opt in with <c>-explicit only -class '*UnderstandingSpeed'</c>. Measures and asserts nothing.</summary>
public sealed class UnderstandingSpeed(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void How_long_an_utterance_takes()
    {
        Corpus.Row[] rows = [.. Corpus.All];
        foreach (var row in rows) _ = row.Heard;
        var (times, before) = (new List<double>(), GC.GetAllocatedBytesForCurrentThread());
        var cpu = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < 20; round++)
            foreach (var row in rows)
            {
                var start = Stopwatch.GetTimestamp();
                _ = row.Heard;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times.Count;
        var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / times.Count;
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} readings: {each:0.0} of CPU each; on the clock median {times[times.Count / 2]:0.0}, p99 {times[times.Count * 99 / 100]:0.0}, longest {times[^1]:0} microseconds; {bytes} bytes each."));
    }
}
