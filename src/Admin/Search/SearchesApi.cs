using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Search;

/// <summary>Search in Japanese. By POST: what is searched for is a name or an illness, and addresses are kept in logs and histories.</summary>
public static class SearchesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/searches/messages", SearchMessages).Needs(Right.ReadTalk).WithSummary("What was said with these words in it, the newest first; with withBot also by the concierge itself");
        api.MapPost("/searches/members", SearchMembers).Needs(Right.SeeMembers).WithSummary("People whose name and telephone number hold these words");
    }

    /// <param name="Words">Up to 100 letters; spaces part words, and each must be found.</param>
    public sealed record Wanted(string? Words, int? Limit, string? Cursor)
    {
        // Records print themselves, and what somebody looks for may be a name or an illness.
        public override string ToString() => nameof(Wanted);
    }

    /// <param name="Words">Up to 100 letters; spaces part words, and each must be found.</param>
    public sealed record WantedSaid(string? Words, bool? WithBot, int? Limit, string? Cursor)
    {
        public override string ToString() => nameof(WantedSaid);
    }

    private static Task<Listed<FoundMessage>> SearchMessages(WantedSaid wanted, Actor actor, Database database, TimeProvider time) =>
        Messages(wanted.Words, wanted.WithBot == true, Paging.Of(wanted.Limit, wanted.Cursor), actor, database, time);

    private static Task<Listed<FoundMember>> SearchMembers(Wanted wanted, Actor actor, Database database, TimeProvider time) =>
        Members(wanted.Words, Paging.Of(wanted.Limit, wanted.Cursor), actor, database, time);

    internal static Task<Listed<FoundMessage>> Messages(string? written, bool withBot, Paging paging, Actor actor, Database database, TimeProvider time)
    {
        var words = Searching.Words(written);
        return database.ShowSeveral(
            actor, time.GetUtcNow(), "searches/messages", "messages", unit => Searching.Messages(unit, words, withBot, paging), found => found.Items.Select(one => "conversation/" + one.Member));
    }

    internal static Task<Listed<FoundMember>> Members(string? written, Paging paging, Actor actor, Database database, TimeProvider time)
    {
        var words = Searching.Words(written);
        return database.ShowSeveral(
            actor, time.GetUtcNow(), "searches/members", "name,phone,age,area,source", unit => Searching.Members(unit, words, paging), found => found.Items.Select(one => "member/" + one.Member.Id));
    }
}
