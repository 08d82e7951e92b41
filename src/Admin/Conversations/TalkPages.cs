using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Conversations;

/// <summary>Everything that was said with somebody, in parts; also without a case.</summary>
public static class TalkPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/members/{id}/talk", Show).Needs(Right.ReadTalk);

    private static async Task<IResult> Show(string id, Paging paging, Actor actor, Database database, TimeProvider time) => PageView.Of<TalkPage>(
        ("Member", id), ("Part", await ConversationsApi.Messages(id, paging, actor, database, time)), ("IsFirst", paging.Cursor is null), ("Now", time.GetUtcNow()));
}
