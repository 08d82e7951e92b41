using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Broadcasts;

/// <summary>To how many before, at what cost, and what came of it after.</summary>
public static class BroadcastCounts
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/broadcasts/{id:long}/audience", Audience).Needs(Right.WriteBroadcasts).WithSummary("How many it would go to now, five of them with the reason, and the difference to the last broadcast");
        api.MapGet("/broadcasts/{id:long}/results", Results).Needs(Right.WriteBroadcasts).WithSummary("Who has it, who has not and why, and what they did then: counts alone");
        api.MapGet("/broadcasts/forecast", Forecast).Needs(Right.WriteBroadcasts).WithSummary("A month's messages and yen against the plan of the account");
    }

    internal static Task<AudienceCount> Audience(long id, Actor actor, Database database, TimeProvider time) => Count(
        database, actor, time, $"broadcast/{id}", unit => AudienceCount.Of(unit, BroadcastsApi.Find(unit, id).Audience, id));

    /// <summary>Whoever stands there as an example was seen.</summary>
    internal static Task<AudienceCount> Count(Database database, Actor actor, TimeProvider time, string look, Func<Unit, AudienceCount> count) =>
        database.ShowSeveral(actor, time.GetUtcNow(), look, "audience", count, counted => counted.Examples.Select(example => "member/" + example.Member));

    internal static BroadcastResults Results(long id, Database database) => database.Reader.Read(unit => BroadcastResults.Of(unit, BroadcastsApi.Find(unit, id)));

    /// <param name="month">E.g. 2026-12; null: this one, or that of the broadcast.</param>
    /// <param name="broadcast">Id of one that is counted, too, though it is still a draft.</param>
    internal static ForecastShown Forecast(string? month, long? broadcast, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return database.Reader.Read(unit =>
        {
            var day = month is not null ? Month(month) : Core.Calendar.Tokyo.Day(broadcast is { } id ? ForecastShown.DueAt(BroadcastsApi.Find(unit, id), now) : now);
            return ForecastShown.Of(unit, new DateOnly(day.Year, day.Month, 1), broadcast, now);
        });
    }

    private static DateOnly Month(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var day) ? day : throw Problem.Invalid("month", Words.Say("problem_broadcast_month"));
}
