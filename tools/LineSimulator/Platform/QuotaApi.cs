using System.Globalization;

namespace Concierge.LineSimulator;

/// <summary>The month's quota, what was used of it, and what was delivered on a day.</summary>
internal static class QuotaApi
{
    public static readonly Route[] Routes =
    [
        new("GET", "/v2/bot/message/quota", Quota),
        new("GET", "/v2/bot/message/quota/consumption", Consumption),
        .. new[] { Via.Reply, Via.Push, Via.Multicast, Via.Broadcast }
            .Select(via => new Route("GET", $"/v2/bot/message/delivery/{via}", call => Delivered(call, via)) { Rate = Rate.Hourly }),
    ];

    private static Answer Quota(Call call) => call.World.Usage.Quota is { } value
        ? Answer.Json(new { type = "limited", value })
        : Answer.Json(new { type = "none" });

    private static Answer Consumption(Call call) => Answer.Json(new { totalUsage = call.World.Usage.ThisMonth });

    private static Answer Delivered(Call call, string via)
    {
        var day = call.Query("date") ?? "";
        if (!DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return LineErrors.Detailed("The request body has 1 error(s)", [("must match yyyyMMdd", "date")]);
        return call.World.Usage.IsOver(day)
            ? Answer.Json(new { status = "ready", success = call.World.Usage.On(day, via) })
            : Answer.Json(new { status = "unready" });
    }
}
