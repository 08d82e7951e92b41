using Concierge.Data;

namespace Concierge.SystemTests.Crash;

/// <summary>
/// What we promise, held against a history: nothing is lost, each is taken and answered in its order, nothing is said twice, and
/// silence only where LINE's answer was lost on the way.
/// </summary>
public static class Promise
{
    /// <returns>What was broken; empty when all was kept.</returns>
    public static IReadOnlyList<Breach> Broken(History history) =>
    [
        .. Lost(history), .. TakenTwice(history), .. TakenOutOfOrder(history), .. SaidForNothing(history),
        .. SaidTwice(history), .. Silent(history), .. SeenOutOfOrder(history),
    ];

    private static IEnumerable<Breach> Lost(History history)
    {
        var inbox = history.Inbox.ToLookup(row => row.Id);
        var messages = history.Messages.ToLookup(row => row.EventId);
        var outbox = history.Outbox.ToLookup(row => row.EventId);
        foreach (var one in history.Events)
        {
            if (!inbox[one.Id].Any()) yield return new Breach(one.Id, "lost: it is not in the inbox");
            else if (inbox[one.Id].First().State != InboxState.Done) yield return new Breach(one.Id, $"lost: it ended as {inbox[one.Id].First().State}");
            else if (messages[one.Id].All(row => row.From != Speaker.Person)) yield return new Breach(one.Id, "lost: it is done, but its message is not stored");
            else if (!one.Again && !outbox[one.Id].Any()) yield return new Breach(one.Id, "lost: it is done, but no answer was decided");
        }
    }

    private static IEnumerable<Breach> TakenTwice(History history) =>
        Twice(history.Inbox.Select(row => row.Id), "is twice in the inbox")
            .Concat(Twice(history.Messages.Where(row => row.From == Speaker.Person).Select(row => row.EventId), "was taken twice"))
            .Concat(Twice(history.Outbox.Select(row => row.EventId), "was answered by two rows"));

    private static IEnumerable<Breach> TakenOutOfOrder(History history) =>
        OutOfOrder(history, history.Messages.Where(row => row.From == Speaker.Person).Select(row => row.EventId), "was taken after a later one");

    private static IEnumerable<Breach> SaidForNothing(History history) =>
        history.Calls.Where(call => call is { Done: true, EventId: null }).Select(call => new Breach("?", $"a {call.Via} answers nothing that happened"));

    private static IEnumerable<Breach> SaidTwice(History history) => Twice(Seen(history), "was answered twice on the phone");

    private static IEnumerable<Breach> Silent(History history)
    {
        var seen = Seen(history).ToHashSet();
        var calls = history.Calls.ToLookup(call => call.EventId);
        var happened = history.Events.ToDictionary(one => one.Id);
        foreach (var row in history.Outbox.Where(row => !seen.Contains(row.EventId)))
        {
            var lost = calls[row.EventId].Any(call => !call.Told) || (happened.TryGetValue(row.EventId, out var one) && one.AtAKill);
            if (row.Kind == OutboxKind.Push) yield return new Breach(row.EventId, $"its push was never seen ({row.State})");
            else if (row.State == OutboxState.Sent) yield return new Breach(row.EventId, "counts as sent and was never seen");
            else if (!lost) yield return new Breach(row.EventId, $"silent ({row.State}), though no answer of LINE was lost");
        }
    }

    private static IEnumerable<Breach> SeenOutOfOrder(History history) => OutOfOrder(history, Seen(history), "was answered after a later one");

    private static IEnumerable<string> Seen(History history) =>
        history.Calls.Where(call => call is { Done: true, EventId: not null }).Select(call => call.EventId!);

    private static IEnumerable<Breach> Twice(IEnumerable<string> ids, string what) =>
        ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => new Breach(same.Key, what));

    private static IEnumerable<Breach> OutOfOrder(History history, IEnumerable<string> ids, string what)
    {
        var places = history.Events.Index().ToDictionary(one => one.Item.Id, one => (one.Item.Person, one.Index));
        var latest = new Dictionary<string, int>();
        foreach (var id in ids)
        {
            if (!places.TryGetValue(id, out var place)) continue;
            if (latest.TryGetValue(place.Person, out var before) && place.Index < before) yield return new Breach(id, what);
            else latest[place.Person] = place.Index;
        }
    }
}

/// <summary>One promise that was not kept, and the event it is about.</summary>
public sealed record Breach(string EventId, string What);
