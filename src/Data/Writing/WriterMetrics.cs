using System.Diagnostics.Metrics;

namespace Concierge.Data;

/// <summary>The meter <c>Concierge.Data</c>.</summary>
public static class WriterMetrics
{
    public const string MeterName = "Concierge.Data";

    private static readonly Meter Meter = new(MeterName);

    internal static readonly Counter<long> Writes = Meter.CreateCounter<long>("concierge.data.writes", "{write}", "Pieces of work committed.");
    internal static readonly Counter<long> Failures = Meter.CreateCounter<long>("concierge.data.write_failures", "{write}", "Pieces of work that failed.");
    internal static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>("concierge.data.group_size", "{write}", "Pieces of work in one transaction.");
    internal static readonly Histogram<double> CommitSeconds = Meter.CreateHistogram<double>("concierge.data.commit", "s", "From the begin of a group to its durable commit.");
}
