using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Concierge.Bot.Line;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Concierge.SystemTests.Line;

/// <summary>
/// LINE as a handler: answers what a test told it to, by path, in order (the last answer stays), and keeps what it was
/// asked. Tokens are issued unless told otherwise.
/// </summary>
internal sealed class FakeLine : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task<HttpResponseMessage>>>> _answers = [];

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddYears(56));

    public List<Asked> Requests { get; } = [];

    public ILoggerFactory Logs { get; set; } = NullLoggerFactory.Instance;

    public IMeterFactory Meters { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>Fail before the body is read, as when no connection comes about.</summary>
    public Exception? Unreachable { get; set; }

    public sealed record Asked(string Method, string Path, string Body, string? Token, string? RetryKey, string? Type);

    public IEnumerable<Asked> To(string end) => Requests.Where(asked => asked.Path.EndsWith(end, StringComparison.Ordinal));

    public FakeLine On(string path, HttpStatusCode status, string body = "{}", string type = "application/json", string? accepted = null) =>
        On(path, _ => Task.FromResult(Answer(status, body, type, accepted)));

    public FakeLine On(string path, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        if (!_answers.TryGetValue(path, out var queue)) _answers[path] = queue = new();
        queue.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, string type = "application/json", string? accepted = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
        response.Headers.Add("x-line-request-id", "request-1");
        if (accepted is not null) response.Headers.Add("x-line-accepted-request-id", accepted);
        return response;
    }

    public LineClient Client(Action<LineOptions>? change = null) => Rig(change).Client;

    public (LineClient Client, ChannelTokens Tokens) Rig(Action<LineOptions>? change = null)
    {
        var options = new LineOptions { ChannelSecrets = ["secret-1"], ChannelId = "1234" };
        change?.Invoke(options);
        var transport = new LineTransport(new HttpClient(this), options, new RateLimits(Time), new LineMetrics(Meters), Time, Logs.CreateLogger<LineTransport>());
        var tokens = new ChannelTokens(transport, options, Time, Logs.CreateLogger<ChannelTokens>());
        return (new LineClient(transport, tokens), tokens);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (Unreachable is { } broken && !path.EndsWith("token", StringComparison.Ordinal)) throw broken;
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancel) : "";
        lock (Requests)
            Requests.Add(new Asked(
                request.Method.Method, path, body, request.Headers.Authorization?.Parameter,
                request.Headers.TryGetValues("X-Line-Retry-Key", out var keys) ? keys.Single() : null,
                request.Content?.Headers.ContentType?.ToString()));
        return await Next(path)(cancel);
    }

    private Func<CancellationToken, Task<HttpResponseMessage>> Next(string path)
    {
        var queue = _answers.FirstOrDefault(answer => path.EndsWith(answer.Key, StringComparison.Ordinal)).Value;
        if (queue is not null) return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        return path.EndsWith("/token", StringComparison.Ordinal)
            ? _ => Task.FromResult(Answer(HttpStatusCode.OK, $$"""{"token_type":"Bearer","access_token":"token-{{To("/token").Count()}}","expires_in":900}"""))
            : _ => Task.FromResult(Answer(HttpStatusCode.OK, """{"sentMessages":[]}"""));
    }
}
