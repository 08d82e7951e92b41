using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Live;

/// <summary>
/// <c>GET /api/v1/feed</c>: what happens, as server-sent events, ids only. An event's id is its place: whoever comes back with
/// <c>Last-Event-ID</c> gets all that came since, whoever comes without one gets what comes from now on, after one event <c>here</c> with the place.
/// </summary>
public static class FeedApi
{
    /// <summary>So that proxies keep the line open; and so often it is asked whether the caller may still listen.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/feed", Watch).Needs(Right.ReadTalk).WithSummary("What happens, live, as server-sent events");

    /// <param name="Kind">e.g. <c>case-requested</c>; <c>here</c> and <c>beat</c> tell of nothing that happened.</param>
    /// <param name="Member">Whom it is about; null for nobody.</param>
    /// <param name="Reference">Number of the row it is about, where there is one.</param>
    public sealed record Happened(string Kind, DateTimeOffset At, string? Member, long? Reference);

    private static ServerSentEventsResult<Happened> Watch(HttpContext http, FeedTail tail, TokenCheck check, TimeProvider time, IHostApplicationLifetime life)
    {
        // Headers are gone once the first event is out; the host must not wait for people who only listen.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(stop);
        return TypedResults.ServerSentEvents(Events(http, tail, check, time, stop.Token));
    }

    private static async IAsyncEnumerable<SseItem<Happened>> Events(HttpContext http, FeedTail tail, TokenCheck check, TimeProvider time, [EnumeratorCancellation] CancellationToken stop)
    {
        var known = From(http);
        var from = known ?? tail.End();
        if (known is null) yield return Item(new Happened("here", time.GetUtcNow(), null, null), from);
        await foreach (var row in tail.After(from, Beat, stop))
        {
            if (row is not null) yield return Item(new Happened(row.Kind, row.At, row.MemberId, row.Reference), row.Seq);
            else if (check.StillHolds(http)) yield return Item(new Happened("beat", time.GetUtcNow(), null, null), null);
            else yield break;
        }
    }

    /// <exception cref="Problem">It is no place of ours.</exception>
    private static long? From(HttpContext http) => http.Request.Headers["Last-Event-ID"].ToString() switch
    {
        "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) => seq,
        _ => throw Problem.Invalid("Last-Event-ID", Core.Wording.Words.Say("problem_wrong_kind", ("item", "Last-Event-ID"))),
    };

    private static SseItem<Happened> Item(Happened happened, long? place) =>
        new(happened, happened.Kind) { EventId = place?.ToString(CultureInfo.InvariantCulture) };
}
