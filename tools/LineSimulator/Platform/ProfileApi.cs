using System.Globalization;

namespace Concierge.LineSimulator;

/// <summary>Who people are, who follows, and who the bot is.</summary>
internal static class ProfileApi
{
    public static readonly Route[] Routes =
    [
        new("GET", "/v2/bot/profile/{userId}", Profile),
        new("GET", "/v2/bot/info", Info),
        new("GET", "/v2/bot/followers/ids", Followers),
        new("POST", "/v2/bot/user/{userId}/linkToken", LinkToken),
    ];

    private static Answer Profile(Call call) =>
        call.World.People.Find(call.Path("userId")) is { IsReachable: true } person
            ? Answer.Json(new { userId = person.Id, displayName = person.Name, language = "ja" })
            : LineErrors.NotFound;

    private static Answer Info(Call call) => Answer.Json(new
    {
        userId = call.World.BotUserId,
        basicId = "@000simul",
        displayName = call.World.Options.BotName,
        chatMode = call.World.Options.ReadsAutomatically ? "bot" : "chat",
        markAsReadMode = call.World.Options.ReadsAutomatically ? "auto" : "manual",
    });

    private static Answer Followers(Call call)
    {
        var limit = int.TryParse(call.Query("limit"), CultureInfo.InvariantCulture, out var number) ? number : 300;
        if (limit is < 1 or > 1000) return LineErrors.Detailed("The request body has 1 error(s)", [("must be between 1 and 1000", "limit")]);
        var from = int.TryParse(call.Query("start"), CultureInfo.InvariantCulture, out var start) ? start : 0;
        var all = call.World.People.All.Where(person => person.Following && !person.Blocked).Select(person => person.Id).ToArray();
        var userIds = all.Skip(from).Take(limit);
        return from + limit < all.Length
            ? Answer.Json(new { userIds, next = (from + limit).ToString(CultureInfo.InvariantCulture) })
            : Answer.Json(new { userIds });
    }

    private static Answer LinkToken(Call call) => call.World.People.Find(call.Path("userId")) is { Blocked: false }
        ? Answer.Json(new { linkToken = call.World.Ids.LinkToken() })
        : LineErrors.NotFound;
}
