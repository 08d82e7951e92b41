using Microsoft.Extensions.Logging;

namespace Concierge.SystemTests.Road;

/// <summary>Keeps everything that is logged, at every level: the sentence, its values, the exception.</summary>
public sealed class EveryLog : ILoggerProvider, ILogger
{
    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen
    {
        get { lock (_seen) return [.. _seen]; }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state.ToString());
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Keep(formatter(state, exception));
        if (state is IEnumerable<KeyValuePair<string, object?>> values) Keep(string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")));
        if (exception is not null) Keep(exception.ToString());
    }

    public void Dispose() { }

    private void Keep(string? text)
    {
        lock (_seen) _seen.Add(text ?? "");
    }
}
