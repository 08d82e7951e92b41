using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

/// <summary>Rich menus: make, look at, delete, and which one is the default.</summary>
internal static class RichMenuApi
{
    public static readonly Answer Unknown = LineErrors.Plain(404, "richmenu not found");
    private const int Most = 1000;

    public static readonly Route[] Routes =
    [
        new("POST", "/v2/bot/richmenu", Create) { Takes = Takes.Json, Rate = Rate.RichMenuChange },
        new("POST", "/v2/bot/richmenu/validate", Validate) { Takes = Takes.Json },
        new("GET", "/v2/bot/richmenu/list", List) { Rate = Rate.RichMenuList },
        new("GET", "/v2/bot/richmenu/{richMenuId}", Get),
        new("DELETE", "/v2/bot/richmenu/{richMenuId}", Delete) { Rate = Rate.RichMenuChange },
        new("POST", "/v2/bot/user/all/richmenu/{richMenuId}", SetDefault),
        new("GET", "/v2/bot/user/all/richmenu", GetDefault),
        new("DELETE", "/v2/bot/user/all/richmenu", CancelDefault),
    ];

    private static Answer Create(Call call)
    {
        if (Refused(call) is { } refused) return refused;
        if (call.World.RichMenus.All.Count >= Most) return LineErrors.Plain(400, "The number of rich menus exceeds the limit");
        var menu = new RichMenu(call.World.Ids.RichMenu(), call.Json.Clone());
        call.World.RichMenus.Keep(menu);
        return Answer.Json(new { richMenuId = menu.Id });
    }

    private static Answer Validate(Call call) => Refused(call) ?? Answer.Empty();

    private static Answer? Refused(Call call)
    {
        var findings = new Findings();
        RichMenuRules.Check(call.Body(findings));
        return findings.None ? null : findings.Answer();
    }

    private static Answer List(Call call) => Answer.Json(new { richmenus = call.World.RichMenus.All.Select(Shown) });

    private static Answer Get(Call call) =>
        call.World.RichMenus.Find(call.Path("richMenuId")) is { } menu ? Answer.Json(Shown(menu)) : Unknown;

    private static JsonObject Shown(RichMenu menu)
    {
        var json = new JsonObject { ["richMenuId"] = menu.Id };
        foreach (var property in menu.Json.EnumerateObject()) json[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        return json;
    }

    private static Answer Delete(Call call)
    {
        if (!call.World.RichMenus.Remove(call.Path("richMenuId"))) return Unknown;
        call.World.People.LookAgain();
        return Answer.Empty();
    }

    private static Answer SetDefault(Call call)
    {
        if (RichMenuLinkApi.NotReady(call.World.RichMenus.Find(call.Path("richMenuId"))) is { } refused) return refused;
        call.World.RichMenus.Default = call.Path("richMenuId");
        call.World.People.LookAgain();
        return Answer.Empty();
    }

    private static Answer GetDefault(Call call) => call.World.RichMenus.Default is { } richMenuId
        ? Answer.Json(new { richMenuId })
        : LineErrors.Plain(404, "no default richmenu");

    private static Answer CancelDefault(Call call)
    {
        call.World.RichMenus.Default = null;
        call.World.People.LookAgain();
        return Answer.Empty();
    }
}
