using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Live;

/// <summary>The feed as server-sent events, ids only, for programs and for our own pages.</summary>
public sealed class Listening(FeedTail tail, TimeProvider time, IHostApplicationLifetime life)
{
    /// <summary>So that proxies keep the line open; and so often it is asked whether the caller may still listen.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <param name="Kind">e.g. <c>case-requested</c>; <c>here</c> and <c>beat</c> tell of nothing that happened.</param>
    /// <param name="Member">Whom it is about; null for nobody.</param>
    /// <param name="Reference">Number of the row it is about, where there is one.</param>
    public sealed record Happened(string Kind, DateTimeOffset At, string? Member, long? Reference);

    /// <summary>Where a caller who comes back has stopped; null for whoever comes for the first time.</summary>
    /// <exception cref="Problem">It is no place of ours.</exception>
    public static long? Place(HttpContext http) => http.Request.Headers["Last-Event-ID"].ToString() switch
    {
        "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) => seq,
        _ => throw Problem.Invalid("Last-Event-ID", Core.Wording.Words.Say("problem_wrong_kind", ("item", "Last-Event-ID"))),
    };

    /// <param name="place">From where on; null: from now on.</param>
    /// <param name="stillHolds">Whether the caller may go on listening.</param>
    /// <param name="name">Of every event, for a browser, which must know beforehand what to listen to; null: its kind.</param>
    public ServerSentEventsResult<Happened> To(HttpContext http, long? place, Func<bool> stillHolds, string? name = null)
    {
        // Headers are gone once the first event is out; the host must not wait for people who only listen.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(stop);
        return TypedResults.ServerSentEvents(Events(place, stillHolds, name, stop.Token));
    }

    private async IAsyncEnumerable<SseItem<Happened>> Events(long? place, Func<bool> stillHolds, string? name, [EnumeratorCancellation] CancellationToken stop)
    {
        var from = place ?? tail.End();
        if (place is null) yield return Nothing("here", from);
        await foreach (var row in tail.After(from, Beat, stop))
        {
            if (row is not null) yield return Item(new Happened(row.Kind, row.At, row.MemberId, row.Reference), name ?? row.Kind, row.Seq);
            else if (stillHolds()) yield return Nothing("beat", null);
            else yield break;
        }
    }

    private SseItem<Happened> Nothing(string kind, long? place) => Item(new Happened(kind, time.GetUtcNow(), null, null), kind, place);

    private static SseItem<Happened> Item(Happened happened, string name, long? place) => new(happened, name) { EventId = place?.ToString(CultureInfo.InvariantCulture) };
}
