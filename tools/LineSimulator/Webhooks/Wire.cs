using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

/// <summary>Webhooks over HTTP: body, signature, two seconds to answer, and again if LINE redelivers.</summary>
internal sealed class Wire(World world)
{
    // Given up when nobody answers at all, so that a phone does not wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(2);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly ConcurrentQueue<SentWebhook> sent = new();
    private readonly ConcurrentDictionary<string, WebhookEvent> events = new();

    public event Action<SentWebhook>? Answered;

    public IReadOnlyList<SentWebhook> Sent => [.. sent];

    public async Task<WebhookAnswer> Deliver(WebhookEvent[] all, int attempt = 0)
    {
        foreach (var one in all)
        {
            events[one.Id] = one;
            if (one.ReplyToken is { } token) world.ReplyTokens.Deliver(token, one.Person, one.At);
        }
        var answer = await Post(world.WebhookUrl, Body(all), signature: null);
        if (answer.Status is null) foreach (var person in all.Select(one => one.Person).Distinct()) person.HearsNothing();
        if (!answer.IsOk && world.Options.Redelivery && attempt < world.Options.RedeliveryAttempts) _ = AgainLater(all, attempt + 1);
        return answer;
    }

    public Task<WebhookAnswer> Redeliver(string webhookEventId) => events.TryGetValue(webhookEventId, out var found)
        ? Deliver([found.Again()])
        : throw new ArgumentException($"No event {webhookEventId} was sent.");

    public byte[] Body(WebhookEvent[] all) => LineJson.Bytes(new JsonObject
    {
        ["destination"] = world.BotUserId,
        ["events"] = new JsonArray([.. all.Select(one => one.Json.DeepClone())]),
    });

    /// <summary>Posts any bytes, signed with the channel secret unless another signature is given.</summary>
    public async Task<WebhookAnswer> Post(Uri url, byte[] body, string? signature)
    {
        signature ??= Signature.Of(world.Options.ChannelSecret, body);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.TryAddWithoutValidation("x-line-signature", signature);
        request.Headers.TryAddWithoutValidation("User-Agent", "LineBotWebhook/2.0");
        var answer = await Ask(request);
        var webhook = new SentWebhook(world.Time.GetUtcNow(), Encoding.UTF8.GetString(body), signature, answer);
        sent.Enqueue(webhook);
        if (sent.Count > 10_000) sent.TryDequeue(out _);
        Answered?.Invoke(webhook);
        return answer;
    }

    private async Task<WebhookAnswer> Ask(HttpRequestMessage request)
    {
        // Without redelivery a slow bot loses nothing, and a machine under load should not fail a test.
        using var tooLong = world.Options.Redelivery
            ? new CancellationTokenSource(InTime, world.Time)
            : new CancellationTokenSource(Patience);
        try
        {
            using var response = await Http.SendAsync(request, tooLong.Token);
            var text = await response.Content.ReadAsStringAsync(tooLong.Token);
            return new WebhookAnswer((int)response.StatusCode, response.IsSuccessStatusCode ? "OK" : "ERROR_STATUS_CODE", text);
        }
        // The second comes unwrapped when the other side dies right after it was connected to.
        catch (Exception error) when (error is HttpRequestException or SocketException)
        {
            return new WebhookAnswer(null, "COULD_NOT_CONNECT", error.Message);
        }
        catch (OperationCanceledException)
        {
            return new WebhookAnswer(null, "REQUEST_TIMEOUT");
        }
    }

    private async Task AgainLater(WebhookEvent[] all, int attempt)
    {
        await Task.Delay(world.Options.RedeliveryDelay, world.Time);
        // Another's bot may listen at that address by then.
        if (world.IsOver) return;
        await Deliver([.. all.Select(one => one.Again())], attempt);
    }
}
