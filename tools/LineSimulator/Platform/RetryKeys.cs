namespace Concierge.LineSimulator;

/// <summary>What was accepted under a retry key.</summary>
internal sealed record Accepted(string RequestId, IReadOnlyList<object>? SentMessages, DateTimeOffset At);

/// <summary>Retry keys: for 24 hours the same key is answered with 409; afterwards it sends again.</summary>
internal sealed class RetryKeys(TimeProvider time)
{
    private static readonly TimeSpan Valid = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Accepted> keys = [];

    /// <summary>Sends under the key if nothing was accepted under it; two calls at once send once.</summary>
    public Answer Once(Call call, Func<(Answer Answer, IReadOnlyList<object>? Sent)> send)
    {
        if (call.Header("X-Line-Retry-Key") is not { } header) return send().Answer;
        if (!Guid.TryParseExact(header, "D", out var key)) return LineErrors.InvalidRetryKey;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (keys.TryGetValue(key, out var earlier) && now - earlier.At < Valid) return LineErrors.AlreadyAccepted(earlier);
            var (answer, sent) = send();
            if (answer.Status is >= 200 and < 300) keys[key] = new Accepted(call.RequestId, sent, now);
            return answer;
        }
    }
}
