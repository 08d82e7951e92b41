using System.Buffers;
using System.Net;
using System.Text.Json;

namespace Concierge.Bot.Line;

/// <summary>
/// What we ask of LINE, each once. Nothing throws for the world's sake: what becomes of a message is a <see cref="Sending"/>.
/// Messages come as the bytes that the outbox keeps, so that every try is the same to the byte.
/// </summary>
public sealed partial class LineClient(LineTransport transport, ChannelTokens tokens)
{
    // Not at once: what is told to stop must not try again and again.
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterRedirect = TimeSpan.FromSeconds(60);

    /// <summary>Free of charge; the token is good once, for about a minute. Without a retry key: LINE refuses one here.</summary>
    public async Task<Sending> Reply(string replyToken, ReadOnlyMemory<byte> messages, CancellationToken cancel) =>
        await Send(LineCall.Reply, Body("replyToken", replyToken, messages), null, cancel);

    /// <summary>Counts against the month's quota. The same key within 24 hours sends once; afterwards it sends again.</summary>
    public async Task<Sending> Push(string userId, ReadOnlyMemory<byte> messages, Guid retryKey, CancellationToken cancel) =>
        await Send(LineCall.Push, Body("to", userId, messages), retryKey, cancel);

    /// <summary>To at most 500 at once, as <see cref="Push"/>; one whom LINE does not know and it takes nothing.</summary>
    public async Task<Sending> Multicast(IReadOnlyList<string> userIds, ReadOnlyMemory<byte> messages, Guid retryKey, CancellationToken cancel) =>
        await Send(LineCall.Multicast, Body(userIds, messages), retryKey, cancel, userIds.Count);

    /// <summary>The three dots, until the next message. <paramref name="seconds"/> is rounded up to LINE's steps: 5 to 60 by 5.</summary>
    public async Task<Sending> ShowLoading(string userId, int seconds, CancellationToken cancel) =>
        await Send(LineCall.Loading, LoadingBody(userId, Math.Clamp((seconds + 4) / 5 * 5, 5, 60)), null, cancel);

    /// <summary>Marks a message and all before it as read; needs the chat switched on in LINE's own manager.</summary>
    public async Task<Sending> MarkAsRead(string markAsReadToken, CancellationToken cancel) =>
        await Send(LineCall.MarkAsRead, Body("markAsReadToken", markAsReadToken, default), null, cancel);

    /// <summary>What the plan allows this month, or null when LINE did not say.</summary>
    public async Task<LineQuota?> Quota(CancellationToken cancel) => await Ask(LineCall.Quota, cancel) switch
    {
        { } json when json.Name("type") == "none" => new LineQuota.Unlimited(),
        { } json when json.Whole("value") is { } value => new LineQuota.Limited(value),
        _ => null,
    };

    /// <summary>Messages counted this month, roughly and by recipients; null when LINE did not say.</summary>
    public async Task<long?> Consumption(CancellationToken cancel) => (await Ask(LineCall.Consumption, cancel))?.Whole("totalUsage");

    /// <summary>The user id under which LINE knows our account; null when LINE did not say.</summary>
    public async Task<string?> OwnUserId(CancellationToken cancel) => (await Ask(LineCall.Info, cancel))?.Name("userId");

    /// <param name="people">How many it goes to, where that counts.</param>
    private async Task<Sending> Send(LineCall call, WatchedContent content, Guid? retryKey, CancellationToken cancel, int people = 1)
    {
        var (answer, token) = await WithToken(call, content, retryKey, cancel);
        return answer switch
        {
            LineAnswer.NotSent not => new Sending.TryAgain(not.After, not.Reason, CertainlyNotAccepted: true),
            LineAnswer.Lost lost => new Sending.Unknown(lost.Reason),
            LineAnswer.Got got => await Judge(call, got, token, people, cancel),
            _ => throw new InvalidOperationException($"LineClient does not know {answer.GetType().Name}."),
        };
    }

    private async Task<Sending> Judge(LineCall call, LineAnswer.Got got, string? token, int people, CancellationToken cancel)
    {
        var (code, counts) = (LineErrors.Code(got), call == LineCall.Push || call == LineCall.Multicast);
        switch ((int)got.Status)
        {
            // A page in HTML is not LINE speaking, whatever its status says.
            case >= 200 and < 300:
                return got.IsJson ? new Sending.Delivered(got.RequestId) : new Sending.Unknown("not_json");
            case >= 300 and < 400:
                return new Sending.TryAgain(AfterRedirect, code, CertainlyNotAccepted: true);
            case 401 or 403:
                if (token is not null) tokens.Invalidate(token);
                return new Sending.TryAgain(AfterRefusal, code, CertainlyNotAccepted: true);
            case 409 when counts:
                return new Sending.Delivered(got.AcceptedId ?? got.RequestId);
            case 429 when counts && await IsUsedUp(people, cancel):
                return new Sending.Refused("quota");
            case 429:
                return new Sending.TryAgain(got.RetryAfter ?? AfterLimit, code, CertainlyNotAccepted: true);
            case >= 400 and < 500:
                return new Sending.Refused(code);
            default:
                return new Sending.Unknown(code);
        }
    }

    // LINE uses 429 for four things. Only the used-up quota is final, and its text is not guaranteed: so we count.
    private async Task<bool> IsUsedUp(int people, CancellationToken cancel) =>
        await Quota(cancel) is LineQuota.Limited limit && await Consumption(cancel) is { } used && used + people > limit.Messages;

    private async Task<JsonElement?> Ask(LineCall call, CancellationToken cancel, WatchedContent? content = null)
    {
        var (answer, token) = await WithToken(call, content, null, cancel);
        if (answer is not LineAnswer.Got got) return null;
        if (got.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && token is not null) tokens.Invalidate(token);
        return got.Status == HttpStatusCode.OK ? LineErrors.Parse(got.Body) : null;
    }

    private async Task<(LineAnswer, string?)> WithToken(
        LineCall call, WatchedContent? content, Guid? retryKey, CancellationToken cancel, string? id = null)
    {
        try
        {
            return await tokens.Get(cancel) switch
            {
                ChannelToken.Ready ready => (await transport.Send(call, ready.Token, content, retryKey, cancel, id), ready.Token),
                ChannelToken.NotNow not => (new LineAnswer.NotSent(not.After, not.Reason), null),
                var other => throw new InvalidOperationException($"LineClient does not know {other.GetType().Name}."),
            };
        }
        catch (OperationCanceledException)
        {
            return (new LineAnswer.NotSent(AfterStop, "stopped"), null);
        }
    }

    private static WatchedContent Body(string name, string value, ReadOnlyMemory<byte> messages) => Body(writer => writer.WriteString(name, value), messages);

    private static WatchedContent Body(IReadOnlyList<string> to, ReadOnlyMemory<byte> messages) => Body(
        writer =>
        {
            writer.WriteStartArray("to");
            foreach (var id in to) writer.WriteStringValue(id);
            writer.WriteEndArray();
        },
        messages);

    private static WatchedContent Body(Action<Utf8JsonWriter> head, ReadOnlyMemory<byte> messages)
    {
        var buffer = new ArrayBufferWriter<byte>(messages.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        head(writer);
        if (!messages.IsEmpty)
        {
            writer.WritePropertyName("messages");
            writer.WriteRawValue(messages.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return new WatchedContent(buffer.WrittenMemory);
    }

    private static WatchedContent LoadingBody(string userId, int seconds)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("chatId", userId);
        writer.WriteNumber("loadingSeconds", seconds);
        writer.WriteEndObject();
        writer.Flush();
        return new WatchedContent(buffer.WrittenMemory);
    }
}
