using System.Collections.Concurrent;
using System.Diagnostics;

namespace Concierge.SystemTests.Secrets;

/// <summary>Everything that a tracer could export: names, tags, events, baggage and state of every activity of this process, ours and the framework's.</summary>
internal sealed class EveryTrace : IDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ActivityListener _listener;

    public EveryTrace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IEnumerable<string> Seen => _seen;

    public void Dispose() => _listener.Dispose();

    private void Keep(Activity activity)
    {
        var parts = activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
            .Concat(activity.Events.SelectMany(one => one.Tags.Select(tag => $"{tag.Key}={tag.Value}").Prepend(one.Name)))
            .Concat(activity.Baggage.Select(item => $"{item.Key}={item.Value}"));
        _seen.Enqueue($"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString} {string.Join(' ', parts)}");
    }
}
