using System.Collections.Concurrent;

namespace Concierge.LineSimulator;

/// <summary>One call that the bot made, and its answer.</summary>
public sealed record RecordedRequest(
    DateTimeOffset At, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers,
    string Body, int Status, string Answer, string RequestId)
{
    /// <summary>True when the bot never saw the answer: the connection was cut.</summary>
    public bool Cut { get; init; }

    /// <summary>True when LINE did what was asked, whatever it told the bot: what was to be said stands on the phone.</summary>
    public bool Done { get; init; }
}

/// <summary>The newest calls; a long demonstration does not fill the memory.</summary>
internal sealed class Requests
{
    private const int Most = 10_000;
    private readonly ConcurrentQueue<RecordedRequest> newest = new();

    public event Action<RecordedRequest>? Added;

    public IReadOnlyList<RecordedRequest> All => [.. newest];

    public void Add(RecordedRequest request)
    {
        newest.Enqueue(request);
        if (newest.Count > Most) newest.TryDequeue(out _);
        Added?.Invoke(request);
    }

    public void Clear() => newest.Clear();
}
