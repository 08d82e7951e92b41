using System.Net.Http.Headers;

namespace Concierge.Bot.Line;

/// <summary>
/// One request to LINE, once: no retry, no redirect, 10 seconds. Never throws; whatever happens is an answer. The rate
/// limit is kept here, the access token is the caller's.
/// </summary>
public sealed class LineTransport(
    HttpClient http, LineOptions options, RateLimits limits, LineMetrics metrics, TimeProvider time, ILogger<LineTransport> log)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The client to share: what it does by itself is switched off, since only the outbox knows what may be repeated.</summary>
    public static HttpClient NewHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50),
        // LINE has no use for our trace ids.
        ActivityHeadersPropagator = null,
    })
    { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    internal async Task<LineAnswer> Send(
        LineCall call, string? token, WatchedContent? content, Guid? retryKey, CancellationToken cancel, string? id = null)
    {
        var begun = time.GetTimestamp();
        var answer = await Guarded(call, token, content, retryKey, id, cancel);
        Report(call, answer, time.GetElapsedTime(begun));
        return answer;
    }

    private async Task<LineAnswer> Guarded(
        LineCall call, string? token, WatchedContent? content, Guid? retryKey, string? id, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            if (await limits.Enter(call, either.Token) is { } wait) return new LineAnswer.NotSent(wait, "rate");
            using var request = Request(call, token, content, retryKey, id);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await Read(response, call.MaxAnswer, either.Token);
        }
        catch (OperationCanceledException)
        {
            return Failed(content, cancel.IsCancellationRequested ? "stopped" : "timeout");
        }
        catch (HttpRequestException broken)
        {
            return Failed(content, broken.HttpRequestError.ToString());
        }
        catch (IOException)
        {
            return Failed(content, "cut");
        }
    }

    private HttpRequestMessage Request(LineCall call, string? token, WatchedContent? content, Guid? retryKey, string? id)
    {
        var request = new HttpRequestMessage(call.Method, options.Address(call, id)) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (retryKey is { } key) request.Headers.Add("X-Line-Retry-Key", key.ToString("D"));
        return request;
    }

    private static LineAnswer Failed(WatchedContent? content, string reason) =>
        content is { Begun: true } ? new LineAnswer.Lost(reason) : new LineAnswer.NotSent(TimeSpan.FromSeconds(1), reason);

    private static async Task<LineAnswer> Read(HttpResponseMessage response, int most, CancellationToken cancel) =>
        new LineAnswer.Got(
            response.StatusCode,
            Header(response, "x-line-request-id"),
            Header(response, "x-line-accepted-request-id"),
            response.Headers.RetryAfter?.Delta,
            response.Content.Headers.ContentType?.MediaType is null or "application/json",
            await ReadBody(response, most, cancel));

    // The status has come: a body that never ends or is cut must not turn an answer into a loss.
    private static async Task<byte[]> ReadBody(HttpResponseMessage response, int most, CancellationToken cancel)
    {
        try
        {
            var buffer = new byte[most];
            await using var stream = await response.Content.ReadAsStreamAsync(cancel);
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
            return buffer[..length];
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return [];
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && values.First() is { Length: > 0 and <= 64 } id ? id : null;

    private void Report(LineCall call, LineAnswer answer, TimeSpan took)
    {
        switch (answer)
        {
            case LineAnswer.Got got:
                metrics.Asked(call, ((int)got.Status).ToString(), took);
                if ((int)got.Status >= 300) log.Answered(call.Name, LineErrors.Code(got), got.RequestId);
                break;
            case LineAnswer.NotSent not:
                metrics.Asked(call, "not_sent", took);
                log.NotSent(call.Name, not.Reason);
                break;
            case LineAnswer.Lost lost:
                metrics.Asked(call, "lost", took);
                log.Lost(call.Name, lost.Reason);
                break;
        }
    }
}
