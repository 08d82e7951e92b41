using Concierge.Admin.Live;

namespace Concierge.Admin.Handoff;

/// <summary>
/// A sentence of the bot's that was on its way when staff took the conversation. Nothing can call it back, so whoever took it is answered
/// only when it has been said: after the answer the bot is silent.
/// </summary>
public sealed class LastWord(FeedTail tail, TimeProvider time)
{
    /// <summary>As long as LINE may take to answer. What a dead process has left on its way holds nobody longer, for it sends nothing more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task Said(string memberId) =>
        tail.Until(unit => !unit.Outbox.IsSaying(memberId, unit.Conversations.Epoch(memberId), time.GetUtcNow()), Patience);
}
