using Concierge.Bot.Turns;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Web;

/// <summary>What a member can read large and print, with what was answered on the page.</summary>
public sealed class PageCard(Database database, Engine engine, FactsReader facts, TimeProvider time)
{
    /// <summary>Null when there is none, or the member is gone.</summary>
    public Bubble.Card? Of(string memberId, Page page) => database.Reader.Read(unit =>
    {
        if (unit.Members.KeyIfAny(memberId) is not { } key) return null;
        var (conversation, known) = (unit.Conversations.Read(memberId, key), facts.Read(unit, memberId, key, Channel.Web, time.GetUtcNow()));
        return page == Page.Check ? engine.CheckOf(conversation, known) : engine.CardOf(conversation, known);
    });
}
