using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Concierge.Bench;

/// <summary>As little of LINE as a measurement needs: takes replies and hands their body to whoever waits for the token.</summary>
public sealed class FakeLine : IAsyncDisposable
{
    private static readonly byte[] Sent = """{"sentMessages":[{"id":"461230966842064897"}]}"""u8.ToArray();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<byte[]>> _waiting = new();
    private readonly WebApplication _app;

    private FakeLine(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Calls that were no reply to anybody who waited: pushes, doubled replies.</summary>
    public int Strays;

    public static async Task<FakeLine> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var line = new FakeLine(builder.Build());
        line._app.Run(line.Take);
        await line._app.StartAsync();
        return line;
    }

    /// <summary>The body of the reply to this token.</summary>
    public Task<byte[]> Reply(string token) =>
        _waiting.GetOrAdd(token, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Forget() => _waiting.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        var body = new byte[http.Request.ContentLength ?? 0];
        await http.Request.Body.ReadExactlyAsync(body);
        if (http.Request.Path == "/v2/bot/message/reply" && _waiting.TryRemove(Token(body), out var waiting)) waiting.SetResult(body);
        else Interlocked.Increment(ref Strays);
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Sent);
    }

    /// <summary>Tokens of ours are 32 characters and the first thing in the body.</summary>
    private static string Token(byte[] body)
    {
        var start = body.AsSpan().IndexOf("\"replyToken\":\""u8) + 14;
        return System.Text.Encoding.ASCII.GetString(body, start, 32);
    }
}
