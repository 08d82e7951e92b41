using System.Text;
using System.Text.Json;
using Concierge.Data;
using Concierge.LineSimulator;

namespace Concierge.SystemTests.Crash;

/// <summary>Something that a person did.</summary>
/// <param name="Raw">The event's own bytes.</param>
/// <param name="Names">By what an answer to it can be known: its reply token, and the retry keys of its turn.</param>
internal sealed record Deed(string Id, string Person, byte[] Raw, IReadOnlyList<string> Names)
{
    /// <summary>An answer stands early in its turn; a few other effects may come before it.</summary>
    private const int Places = 9;

    /// <summary>What the button that was pressed carries; null when it was something else.</summary>
    public string? Press { get; private init; }

    /// <summary>This was pressed before. A trembling finger is not answered twice.</summary>
    public bool Again { get; set; }

    public bool Acknowledged { get; set; }

    public bool AtAKill { get; set; }

    public static Deed Read(JsonElement webhookEvent)
    {
        var id = webhookEvent.GetProperty("webhookEventId").GetString()!;
        var keys = Enumerable.Range(1, Places).Select(place => RetryKeys.From(id, place).ToString());
        return new Deed(
            id,
            webhookEvent.GetProperty("source").GetProperty("userId").GetString()!,
            Encoding.UTF8.GetBytes(webhookEvent.GetRawText()),
            [webhookEvent.GetProperty("replyToken").GetString()!, .. keys])
        {
            Press = webhookEvent.TryGetProperty("postback", out var postback) ? postback.GetProperty("data").GetString() : null,
        };
    }
}

/// <summary>A reply or a push as LINE recorded it.</summary>
/// <param name="Name">The reply token, or the retry key.</param>
internal sealed record Spoken(string Name, string Via, bool Done, bool Told)
{
    /// <summary>Null when the bot asked for something else.</summary>
    public static Spoken? Read(RecordedRequest request) => request.Path switch
    {
        "/v2/bot/message/reply" => Of(request, OutboxKind.Reply, Token(request.Body)),
        "/v2/bot/message/push" => Of(request, OutboxKind.Push, request.Headers.GetValueOrDefault("X-Line-Retry-Key", "none")),
        _ => null,
    };

    private static Spoken Of(RecordedRequest request, string via, string name) =>
        new(name, via, request.Done, Told: !request.Cut && request.Status < 500);

    private static string Token(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("replyToken").GetString()!;
    }
}
