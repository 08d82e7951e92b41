using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concierge.LineSimulator;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>A simulator, a bot beside it, a clock that stands still, and Hanako, who follows the bot.</summary>
public abstract class Town : IAsyncLifetime
{
    protected static readonly DateTimeOffset Morning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    protected FakeTimeProvider Clock { get; } = new(Morning);

    protected Simulator Line { get; private set; } = null!;

    protected FakeBot Bot { get; private set; } = null!;

    protected Person Hanako { get; private set; } = null!;

    protected virtual SimulatorOptions Options => new();

    public async ValueTask InitializeAsync()
    {
        Bot = await FakeBot.Start();
        var options = Options;
        (options.WebhookUrl, options.Time) = (Bot.Url, Clock);
        Line = await Simulator.Start(options);
        Hanako = Line.Person("花子");
        await Hanako.Follows();
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await Bot.DisposeAsync();
        http.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<ApiAnswer> Reply(string? token, params object[] messages) => Post("/v2/bot/message/reply", new { replyToken = token, messages });

    protected Task<ApiAnswer> Push(Person to, string text = "こんにちは", string? retryKey = null) =>
        Post("/v2/bot/message/push", new { to = to.Id, messages = new[] { Text(text) } }, retryKey);

    protected static object Text(string text) => new { type = "text", text };

    protected string? LastReplyToken => (string?)Bot.Events[^1]["replyToken"];

    protected Task<ApiAnswer> Post(string path, object? body, string? retryKey = null) =>
        Call(HttpMethod.Post, path, Json(body), retryKey);

    protected static StringContent Json(object? body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    protected Task<ApiAnswer> Get(string path) => Call(HttpMethod.Get, path);

    protected Task<ApiAnswer> Delete(string path) => Call(HttpMethod.Delete, path);

    protected async Task<ApiAnswer> Call(HttpMethod method, string path, HttpContent? content = null, string? retryKey = null, string? token = "development-token")
    {
        using var request = new HttpRequestMessage(method, Line.Url + path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (retryKey is not null) request.Headers.Add("X-Line-Retry-Key", retryKey);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer(response.StatusCode, bytes, response.Headers);
    }
}

/// <summary>An answer of the platform.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, byte[] Bytes, HttpResponseHeaders Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonObject Json => JsonNode.Parse(Bytes)!.AsObject();

    public string? Message => (string?)Json["message"];

    public string? Detail => Json["details"] is JsonArray { Count: > 0 } details ? $"{details[0]!["property"]}: {details[0]!["message"]}" : null;
}
