using System.Diagnostics.Metrics;

namespace Concierge.Bot.Turns;

/// <summary>How many turns, how long, how many failed. Nothing of a person.</summary>
public sealed class TurnMetrics
{
    public const string MeterName = "Concierge.Turns";

    private readonly Counter<long> _failed;
    private readonly Histogram<double> _seconds;

    public TurnMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _seconds = meter.CreateHistogram<double>("concierge.turn.duration", "s", "From taking an event to its commit.");
        _failed = meter.CreateCounter<long>("concierge.turn.failures", description: "Turns that threw; parked: given up.");
    }

    public void Took(TimeSpan time) => _seconds.Record(time.TotalSeconds);

    public void Failed(bool parked) => _failed.Add(1, new KeyValuePair<string, object?>("parked", parked));
}
