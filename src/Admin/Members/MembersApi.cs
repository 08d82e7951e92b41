using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Members;

/// <summary>Who the members are.</summary>
public static class MembersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/members", List).Needs(Right.SeeMembers).WithSummary("Members, the newest first; filters: area, ageBand, source");
        api.MapGet("/members/{id}", One).Needs(Right.SeeMembers).WithSummary("One member");
        api.MapGet("/members/{id}/answers", Answers).Needs(Right.SeeMembers).WithSummary("What they answered, if they let staff see it; nothing of their health");
    }

    internal static async Task<Listed<MemberShown>> List(Paging paging, string? area, string? ageBand, string? source, Actor actor, Database database, TimeProvider time)
    {
        var filter = new MemberFilter(area, ageBand, source).Checked();
        var sort = $"-since/{area}/{ageBand}/{source}";
        var after = paging.After<Last>(sort);
        return await database.Show(actor, time.GetUtcNow(), "members", "age,area,source", unit =>
            paging.Part(sort, MemberReading.Find(unit, filter, after, paging.Limit + 1), member => member, member => new Last(member.Since, member.Id)));
    }

    internal static Task<MemberShown> One(string id, Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), "member/" + id, "age,area,source", unit => MemberReading.Of(unit, id));

    internal static Task<MemberAnswers> Answers(string id, Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), "member/" + id, "answers", unit => MemberReading.AnswersOf(unit, id));
}
