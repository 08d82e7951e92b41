namespace Concierge.Bot.Line;

/// <summary>The operations of the Messaging API that we use, with LINE's limit for each. Source: reference, rate limits, 2026-08-07.</summary>
public sealed class LineCall
{
    private LineCall(string name, HttpMethod method, string path, int perSecond)
        : this(name, method, path, perSecond, TimeSpan.FromSeconds(1))
    {
    }

    private LineCall(string name, HttpMethod method, string path, int most, TimeSpan per)
    {
        Name = name;
        Method = method;
        Path = path;
        Most = most;
        Per = per;
    }

    public static readonly LineCall Reply = new("reply", HttpMethod.Post, "v2/bot/message/reply", 2_000);
    public static readonly LineCall Push = new("push", HttpMethod.Post, "v2/bot/message/push", 2_000);
    public static readonly LineCall Multicast = new("multicast", HttpMethod.Post, "v2/bot/message/multicast", 200);
    public static readonly LineCall Loading = new("loading", HttpMethod.Post, "v2/bot/chat/loading/start", 100);
    public static readonly LineCall MarkAsRead = new("mark_as_read", HttpMethod.Post, "v2/bot/chat/markAsRead", 2_000);
    public static readonly LineCall Quota = new("quota", HttpMethod.Get, "v2/bot/message/quota", 2_000);
    public static readonly LineCall Consumption = new("consumption", HttpMethod.Get, "v2/bot/message/quota/consumption", 2_000);
    public static readonly LineCall Info = new("info", HttpMethod.Get, "v2/bot/info", 2_000);
    public static readonly LineCall Token = new("token", HttpMethod.Post, "oauth2/v3/token", 2_000);

    public static readonly LineCall RichMenuList = new("rich_menu_list", HttpMethod.Get, "v2/bot/richmenu/list", 10) { MaxAnswer = 4 * 1024 * 1024 };
    public static readonly LineCall RichMenuCreate = new("rich_menu_create", HttpMethod.Post, "v2/bot/richmenu", 100, TimeSpan.FromHours(1));
    public static readonly LineCall RichMenuDelete = new("rich_menu_delete", HttpMethod.Delete, "v2/bot/richmenu/{id}", 100, TimeSpan.FromHours(1));
    public static readonly LineCall RichMenuUpload = new("rich_menu_upload", HttpMethod.Post, "v2/bot/richmenu/{id}/content", 2_000) { OfContents = true };
    public static readonly LineCall RichMenuDefault = new("rich_menu_default", HttpMethod.Post, "v2/bot/user/all/richmenu/{id}", 2_000);
    public static readonly LineCall RichMenuAliasCreate = new("rich_menu_alias_create", HttpMethod.Post, "v2/bot/richmenu/alias", 2_000);
    public static readonly LineCall RichMenuAliasPoint = new("rich_menu_alias_point", HttpMethod.Post, "v2/bot/richmenu/alias/{id}", 2_000);

    public static IReadOnlyList<LineCall> All { get; } =
    [
        Reply, Push, Multicast, Loading, MarkAsRead, Quota, Consumption, Info, Token,
        RichMenuList, RichMenuCreate, RichMenuDelete, RichMenuUpload, RichMenuDefault, RichMenuAliasCreate, RichMenuAliasPoint,
    ];

    /// <summary>For logs and figures.</summary>
    public string Name { get; }

    public HttpMethod Method { get; }

    /// <summary>May hold one <c>{id}</c>.</summary>
    public string Path { get; }

    /// <summary>Requests that LINE takes per channel in the time <see cref="Per"/>; a bucket, so a burst of as many is fine.</summary>
    public int Most { get; }

    public TimeSpan Per { get; }

    /// <summary>On LINE's other host, which takes and gives pictures.</summary>
    public bool OfContents { get; private init; }

    /// <summary>What we read of an answer, in bytes. Most of LINE's are a few hundred.</summary>
    public int MaxAnswer { get; private init; } = LineAnswer.MaxBody;
}
