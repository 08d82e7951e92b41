using System.Net.ServerSentEvents;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Somebody whose browser holds the feed open.</summary>
public sealed class Watching(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
{
    public async Task<SseItem<string>> Next(CancellationToken stop)
    {
        do
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), stop), "the feed ended");
        while (items.Current.EventType == "beat");
        return items.Current;
    }

    public async Task EndsWhile(Action goesOn, CancellationToken stop)
    {
        var ended = Drain();
        while (!ended.IsCompleted)
        {
            goesOn();
            await Task.WhenAny(ended, Task.Run(Thread.Yield, stop));
        }
        await ended;
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        try { await items.DisposeAsync(); }
        catch (NotSupportedException) { /* A read was under way: it ended with the answer. */ }
    }

    private async Task Drain()
    {
        while (await items.MoveNextAsync()) { }
    }
}
