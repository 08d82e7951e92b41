using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Points;

namespace Concierge.Bot.Points;

/// <summary>
/// Asks the operator's server, once: no retry, no redirect, 5 seconds. Number and birth date travel in the body, never in
/// an address. The contract: docs/point-card-api.md.
/// </summary>
public sealed partial class HttpPointCards(HttpClient http, PointsOptions options, TimeProvider time, ILogger<HttpPointCards> log) : IPointCards
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>In bytes: a statement is a tenth of that.</summary>
    private const int LargestBody = 64 * 1024;

    private readonly Uri _lookUps = new($"{options.ApiBase!.TrimEnd('/')}/v1/card-lookups");

    public static HttpClient NewHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
    })
    { Timeout = System.Threading.Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestBody };

    public async Task<CardAnswer> Look(PointCard card, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var request = Request(card);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return Heard(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException)
        {
            return Silent(cancel.IsCancellationRequested ? "stopped" : "timeout");
        }
        catch (HttpRequestException broken)
        {
            return Silent(broken.HttpRequestError.ToString());
        }
        catch (IOException)
        {
            return Silent("cut");
        }
    }

    private HttpRequestMessage Request(PointCard card)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new CardQuestion(card.Number, card.Born), PointJson.Default.CardQuestion));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, _lookUps)
        {
            Content = body,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.Token) },
        };
    }

    private CardAnswer Heard(HttpStatusCode status, byte[] body)
    {
        try
        {
            return status switch
            {
                HttpStatusCode.OK when JsonSerializer.Deserialize(body, PointJson.Default.CardReport) is { } report && report.IsSound => new CardAnswer.Found(report.ToStatement()),
                // A 404 of some proxy on the way says nothing about a card.
                HttpStatusCode.NotFound when JsonSerializer.Deserialize(body, PointJson.Default.CardProblem)?.Error == "no_match" => new CardAnswer.NoMatch(),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Silent("not_allowed"),
                HttpStatusCode.TooManyRequests => Silent("too_many"),
                HttpStatusCode.ServiceUnavailable => Silent("try_later"),
                HttpStatusCode.BadRequest => Silent("bad_request"),
                _ => Silent($"status_{(int)status}"),
            };
        }
        catch (JsonException)
        {
            return Silent("unreadable");
        }
    }

    private CardAnswer.Silent Silent(string reason)
    {
        LogSilent(reason);
        return new CardAnswer.Silent(reason);
    }

    [LoggerMessage(EventId = 411, Level = LogLevel.Warning, Message = "The point card's server gave no answer: {Reason}")]
    private partial void LogSilent(string reason);
}

internal sealed record CardQuestion(string Number, DateOnly Born);

internal sealed record CardProblem(string? Error);

internal sealed record CardReport(int? Balance, DateTimeOffset? AsOf, CardReportExpiry? Expires, int? LeftToday, CardReportEntry[]? History)
{
    /// <summary>All that must be there is there, and nothing that would be read wrongly.</summary>
    public bool IsSound => Balance is >= 0 && AsOf is not null && LeftToday is null or >= 0 && (History ?? []).All(entry => entry is { What.Length: > 0 and <= 40 });

    public CardStatement ToStatement() => new(
        Balance!.Value,
        AsOf!.Value,
        Expires is { } next ? new Expiry(next.On, next.Points) : null,
        LeftToday,
        [.. (History ?? []).OrderByDescending(entry => entry.On).Take(CardStatement.Recent).Select(entry => new CardEntry(entry.On, entry.What, entry.Points))]);
}

internal sealed record CardReportExpiry(DateOnly On, int Points);

internal sealed record CardReportEntry(DateOnly On, string What, int Points);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CardQuestion))]
[JsonSerializable(typeof(CardReport))]
[JsonSerializable(typeof(CardProblem))]
internal sealed partial class PointJson : JsonSerializerContext;
