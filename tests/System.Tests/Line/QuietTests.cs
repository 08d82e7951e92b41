using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Concierge.Bot.Line;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Concierge.SystemTests.Line;

/// <summary>Logs and figures tell what happened, and nothing about whom.</summary>
public sealed class QuietTests
{
    private const string Secret = "カナリア岬";
    private readonly FakeLine _line = new();

    [Fact]
    public async Task Neither_words_nor_tokens_nor_user_ids_are_logged()
    {
        var lines = new Lines();
        _line.Logs = lines;
        _line.On("/push", HttpStatusCode.BadRequest, $$"""{"message":"{{Secret}}","details":[{"property":"{{Secret}}"}]}""")
            .On("/push", _ => throw new HttpRequestException(Secret))
            .On("/push", HttpStatusCode.InternalServerError, Secret)
            .On("/token", HttpStatusCode.BadRequest, $$"""{"error":"{{Secret}}"}""")
            .On("/token", HttpStatusCode.OK, """{"access_token":"canary-token","expires_in":900}""");
        var client = _line.Client(options => options.ChannelSecrets = ["canary-secret-1", "canary-secret-2"]);
        for (var i = 0; i < 3; i++)
            await client.Push("Ucanary", "[\"カナリア岬\"]"u8.ToArray(), Guid.NewGuid(), TestContext.Current.CancellationToken);

        Assert.Contains(lines.All, line => line.Contains("push", StringComparison.Ordinal) && line.Contains("request-1", StringComparison.Ordinal));
        Assert.All(lines.All, line => Assert.DoesNotMatch("カナリア|canary", line));
    }

    [Fact]
    public async Task Requests_are_counted_by_operation_and_outcome()
    {
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == LineMetrics.MeterName && instrument.Meter.Scope == _line.Meters) it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => counted.Add($"{count} {tags[0].Value} {tags[1].Value}"));
        listener.Start();

        _line.On("/reply", HttpStatusCode.BadRequest);
        await _line.Client().Reply("rt", "[]"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(["1 reply 400", "1 token 200"], counted.Order());
    }

    private sealed class Lines : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
