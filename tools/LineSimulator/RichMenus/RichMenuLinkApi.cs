namespace Concierge.LineSimulator;

/// <summary>Which person is shown which menu.</summary>
internal static class RichMenuLinkApi
{
    public static readonly Route[] Routes =
    [
        new("GET", "/v2/bot/user/{userId}/richmenu", Get),
        new("POST", "/v2/bot/user/{userId}/richmenu/{richMenuId}", Link),
        new("DELETE", "/v2/bot/user/{userId}/richmenu", Unlink),
        new("POST", "/v2/bot/richmenu/bulk/link", LinkMany) { Takes = Takes.Json },
        new("POST", "/v2/bot/richmenu/bulk/unlink", UnlinkMany) { Takes = Takes.Json },
    ];

    /// <summary>A menu without a picture can't be shown.</summary>
    public static Answer? NotReady(RichMenu? menu) => menu switch
    {
        null => RichMenuApi.Unknown,
        { Image: null } => LineErrors.Plain(400, "must upload richmenu image before applying it to user"),
        _ => null,
    };

    private static Answer Get(Call call) => call.World.RichMenus.LinkOf(call.Path("userId")) is { } richMenuId
        ? Answer.Json(new { richMenuId })
        : LineErrors.Plain(404, "the user has no richmenu");

    private static Answer Link(Call call)
    {
        if (NotReady(call.World.RichMenus.Find(call.Path("richMenuId"))) is { } refused) return refused;
        Show(call.World, call.Path("userId"), call.Path("richMenuId"));
        return Answer.Empty();
    }

    private static Answer Unlink(Call call)
    {
        Show(call.World, call.Path("userId"), null);
        return Answer.Empty();
    }

    private static Answer LinkMany(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var menu = body.Text("richMenuId", 1000, required: true);
        var people = body.Strings("userIds", 1, 500);
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        if (NotReady(call.World.RichMenus.Find(menu!)) is { } refused) return refused;
        foreach (var person in people) Show(call.World, person, menu);
        return Answer.Empty(202);
    }

    private static Answer UnlinkMany(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var people = body.Strings("userIds", 1, 500);
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        foreach (var person in people) Show(call.World, person, null);
        return Answer.Empty(202);
    }

    // For somebody who blocks the bot, or does not exist, LINE answers 200 and does nothing.
    private static void Show(World world, string userId, string? menuId)
    {
        if (world.People.Find(userId) is not { Blocked: false } person) return;
        if (menuId is null) world.RichMenus.Unlink(userId);
        else world.RichMenus.Link(userId, menuId);
        person.Log.Touch();
    }
}
