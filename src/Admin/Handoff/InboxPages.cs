using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>受付: who waits for a person.</summary>
public static class InboxPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/inbox", Show).Needs(Right.WorkCases);

    private static IResult Show(string? view, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return PageView.Of<InboxPage>(("Inbox", database.Reader.Read(unit => Inbox.Of(unit, now))), ("Which", InboxPage.Views.Contains(view) ? view : InboxPage.Waiting), ("Me", actor.Id));
    }
}

/// <param name="Place">Where the feed ended then.</param>
/// <param name="Cases">All that is not over, urgent ones first, then who has waited longest.</param>
public sealed record Inbox(long Place, DateTimeOffset Now, IReadOnlyList<Inbox.Row> Cases)
{
    public static Inbox Of(Unit unit, DateTimeOffset now)
    {
        var names = StaffNames.Of(unit);
        return new Inbox(unit.Feed.Last(), now, [.. Data.Cases.Queue(unit).Select(one => new Row(CaseReading.Show(one, names), one.IsHeld, one.IsLate(now)))]);
    }

    /// <param name="IsHeld">Somebody has taken it.</param>
    public sealed record Row(CaseShown Case, bool IsHeld, bool IsLate);
}
