using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>A bot that keeps what it is sent and does what the test says.</summary>
public sealed class FakeBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Body, string Signature)> received = new();

    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeBot(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/line/webhook";

    /// <summary>What the bot does with an event; nothing unless set.</summary>
    public Func<JsonObject, Task> OnEvent { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the bot answers.</summary>
    public HttpStatusCode Answers { get; set; } = HttpStatusCode.OK;

    /// <summary>Holds every answer back until it completes.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <summary>Completes when the next webhook has arrived.</summary>
    public Task NextArrival => arrival.Task;

    public IReadOnlyList<(string Body, string Signature)> Received => [.. received];

    public IReadOnlyList<JsonObject> Events => [.. received.SelectMany(one => JsonNode.Parse(one.Body)!["events"]!.AsArray()).Select(one => one!.AsObject())];

    public static async Task<FakeBot> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var bot = new FakeBot(app);
        app.MapPost("/line/webhook", (HttpRequest request) => bot.Take(request));
        await app.StartAsync();
        return bot;
    }

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var text = Encoding.UTF8.GetString(body.ToArray());
        received.Enqueue((text, request.Headers["x-line-signature"].ToString()));
        Interlocked.Exchange(ref arrival, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        await Until;
        foreach (var one in JsonNode.Parse(text)!["events"]!.AsArray()) await OnEvent(one!.AsObject());
        return Results.StatusCode((int)Answers);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
