using System.Diagnostics.Metrics;

namespace Concierge.Bot.Line;

/// <summary>Figures of what we ask of LINE: how many requests of each kind, with which outcome, and how long they took.</summary>
public sealed class LineMetrics
{
    public const string MeterName = "Concierge.Line";

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;

    public LineMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>("concierge.line.requests", "{request}", "Requests to LINE by operation and outcome.");
        _duration = meter.CreateHistogram<double>("concierge.line.duration", "s", "How long LINE took to answer.");
    }

    /// <param name="outcome">The status, <c>not_sent</c> or <c>lost</c>: a small closed set, never an id.</param>
    public void Asked(LineCall call, string outcome, TimeSpan took)
    {
        var operation = new KeyValuePair<string, object?>("operation", call.Name);
        var result = new KeyValuePair<string, object?>("outcome", outcome);
        _requests.Add(1, operation, result);
        _duration.Record(took.TotalSeconds, operation, result);
    }
}

/// <summary>What is worth a line in the log. Operations, codes and LINE's request ids only: no bodies, tokens, user ids.</summary>
internal static partial class LineLog
{
    [LoggerMessage(1, LogLevel.Warning, "LINE {operation} answered {code}, request {requestId}")]
    public static partial void Answered(this ILogger log, string operation, string code, string? requestId);

    [LoggerMessage(2, LogLevel.Warning, "LINE {operation} was not sent: {reason}")]
    public static partial void NotSent(this ILogger log, string operation, string reason);

    [LoggerMessage(3, LogLevel.Warning, "LINE {operation} was sent and not answered: {reason}")]
    public static partial void Lost(this ILogger log, string operation, string reason);

    [LoggerMessage(4, LogLevel.Error, "LINE gives no access token ({reason}); next try in {wait}")]
    public static partial void NoToken(this ILogger log, string reason, TimeSpan wait);
}
