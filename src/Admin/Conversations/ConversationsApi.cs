using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Conversations;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Conversations;

/// <summary>What was said with whom.</summary>
public static class ConversationsApi
{
    private const string Newest = "-seq";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/conversations", List).Needs(Right.ReadTalk).WithSummary("Conversations, the one spoken in last first; filter: owner");
        api.MapGet("/conversations/{id}", One).Needs(Right.ReadTalk).WithSummary("One member's conversation; its ETag is the epoch");
        api.MapGet("/conversations/{id}/messages", Messages).Needs(Right.ReadTalk).WithSummary("What was said, the newest first");
    }

    private static Listed<ConversationShown> List(Paging paging, string? owner, Database database)
    {
        var (sort, of) = ($"-last/{owner}", Names.ReadIfAny<Owner>("owner", owner));
        var before = paging.After<LastSeq>(sort)?.Seq ?? long.MaxValue;
        return database.Reader.Read(unit => paging.Part(sort, ConversationReading.Find(unit, of, before, paging.Limit + 1), talk => talk, talk => new LastSeq(talk.Last!.Seq)));
    }

    private static ConversationShown One(string id, HttpContext http, Database database)
    {
        var found = database.Reader.Read(unit => ConversationReading.Of(unit, id));
        Revision.Show(http, found.Epoch);
        return found;
    }

    internal static Task<Listed<MessageShown>> Messages(string id, Paging paging, Actor actor, Database database, TimeProvider time)
    {
        var before = paging.After<LastSeq>(Newest)?.Seq ?? long.MaxValue;
        return database.Show(actor, time.GetUtcNow(), "conversation/" + id, "messages", unit =>
            paging.Part(Newest, ConversationReading.Messages(unit, id, before, paging.Limit + 1), message => message, message => new LastSeq(message.Seq)));
    }
}
