namespace Concierge.LineSimulator;

/// <summary>Names for rich menus, so that a menu can be replaced behind its name.</summary>
internal static class RichMenuAliasApi
{
    private const int Most = 1000;
    private static readonly Answer Unknown = LineErrors.Plain(404, "richmenu alias not found");

    public static readonly Route[] Routes =
    [
        new("POST", "/v2/bot/richmenu/alias", Create) { Takes = Takes.Json },
        new("GET", "/v2/bot/richmenu/alias/list", List),
        new("GET", "/v2/bot/richmenu/alias/{alias}", Get),
        new("POST", "/v2/bot/richmenu/alias/{alias}", Update) { Takes = Takes.Json },
        new("DELETE", "/v2/bot/richmenu/alias/{alias}", Delete) { Rate = Rate.RichMenuChange },
    ];

    private static Answer Create(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var alias = body.Matching("richMenuAliasId", RichMenuRules.Alias(), required: true);
        var menu = body.Text("richMenuId", 1000, required: true);
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        if (call.World.RichMenus.Alias(alias!) is not null) return LineErrors.Plain(400, "conflict richmenu alias id");
        if (call.World.RichMenus.Aliases.Count >= Most) return LineErrors.Plain(400, "The number of rich menu aliases exceeds the limit");
        return Name(call, alias!, menu!);
    }

    private static Answer Update(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var menu = body.Text("richMenuId", 1000, required: true);
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        return call.World.RichMenus.Alias(call.Path("alias")) is null ? Unknown : Name(call, call.Path("alias"), menu!);
    }

    private static Answer Name(Call call, string alias, string menu)
    {
        if (RichMenuLinkApi.NotReady(call.World.RichMenus.Find(menu)) is not null) return LineErrors.Plain(400, "richmenu not found");
        call.World.RichMenus.Name(alias, menu);
        call.World.People.LookAgain();
        return Answer.Empty();
    }

    private static Answer Get(Call call) => call.World.RichMenus.Alias(call.Path("alias")) is { } menu
        ? Answer.Json(new { richMenuAliasId = call.Path("alias"), richMenuId = menu })
        : Unknown;

    private static Answer List(Call call) => Answer.Json(new
    {
        aliases = call.World.RichMenus.Aliases.Select(alias => new { richMenuAliasId = alias.Key, richMenuId = alias.Value }),
    });

    private static Answer Delete(Call call) => call.World.RichMenus.Unname(call.Path("alias")) ? Answer.Empty() : Unknown;
}
