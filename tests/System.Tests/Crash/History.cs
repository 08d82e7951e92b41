using Concierge.Data;

namespace Concierge.SystemTests.Crash;

/// <summary>
/// All that is known after a run, from both sides: what happened and was seen as LINE tells it, and what the bot has stored.
/// </summary>
/// <param name="Events">In the order in which they happened.</param>
/// <param name="Calls">In the order in which LINE carried them out.</param>
/// <param name="Messages">In the order in which they were stored.</param>
public sealed record History(
    IReadOnlyList<Happened> Events,
    IReadOnlyList<Call> Calls,
    IReadOnlyList<StoredEvent> Inbox,
    IReadOnlyList<StoredMessage> Messages,
    IReadOnlyList<StoredReply> Outbox);

/// <summary>A person did something, and LINE sent the webhook until it was answered 200.</summary>
/// <param name="AtAKill">A bot was killed before LINE had carried out a call that answers it.</param>
/// <param name="Again">The same press once more, to which silence is an answer.</param>
public sealed record Happened(string Id, string Person, bool AtAKill = false, bool Again = false);

/// <summary>The bot asked LINE to say something.</summary>
/// <param name="EventId">What it answers, by its reply token or its retry key; null when it belongs to nothing that happened.</param>
/// <param name="Done">It stands on the phone.</param>
/// <param name="Told">LINE's answer says what became of it. False: an error of LINE's own, or a cut connection.</param>
public sealed record Call(string? EventId, string Via, bool Done, bool Told);

public sealed record StoredEvent(string Id, InboxState State);

public sealed record StoredMessage(string EventId, Speaker From, int Place);

public sealed record StoredReply(string EventId, string Kind, OutboxState State);
