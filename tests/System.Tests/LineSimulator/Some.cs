namespace Concierge.SystemTests.LineSimulator;

/// <summary>One message of each kind, as bots send them.</summary>
internal static class Some
{
    private const string Picture = "https://example.jp/a.png";
    private static readonly object Say = new { type = "message", label = "はい", text = "はい" };
    private static readonly object Postback = new { type = "postback", label = "予約", data = "t", displayText = "予約します", inputOption = "openKeyboard", fillInText = "名前：" };
    private static readonly object Open = new { type = "uri", label = "開く", uri = "https://example.jp/", altUri = new { desktop = "https://example.jp/pc" } };

    public static IReadOnlyList<object> Messages { get; } =
    [
        new { type = "text", text = "$はい", emojis = new[] { new { index = 0, productId = "p", emojiId = "001" } }, sender = new { name = "職員 田中", iconUrl = Picture } },
        new { type = "textV2", text = "{smile}", substitution = new { smile = new { type = "emoji", productId = "p", emojiId = "001" } } },
        new { type = "sticker", packageId = "446", stickerId = "1988" },
        new { type = "image", originalContentUrl = Picture, previewImageUrl = Picture },
        new { type = "video", originalContentUrl = "https://example.jp/a.mp4", previewImageUrl = Picture, trackingId = "t" },
        new { type = "audio", originalContentUrl = "https://example.jp/a.m4a", duration = 1000 },
        new { type = "location", title = "柏駅", address = "柏市", latitude = 35.86, longitude = 139.97 },
        new
        {
            type = "imagemap", baseUrl = "https://example.jp/map", altText = "地図", baseSize = new { width = 1040, height = 700 },
            actions = new[] { new { type = "uri", linkUri = "https://example.jp/", area = new { x = 0, y = 0, width = 10, height = 10 } } },
        },
        new { type = "template", altText = "教室", template = new { type = "buttons", title = "教室", text = "どうしますか", thumbnailImageUrl = Picture, defaultAction = Open, actions = new[] { Say, Postback, Open } } },
        new { type = "template", altText = "確認", template = new { type = "confirm", text = "よいですか", actions = new[] { Say, Postback } } },
        new { type = "template", altText = "一覧", template = new { type = "carousel", columns = new[] { new { text = "一", actions = new[] { Say } }, new { text = "二", actions = new[] { Postback } } } } },
        new { type = "template", altText = "写真", template = new { type = "image_carousel", columns = new[] { new { imageUrl = Picture, action = Open } } } },
        new { type = "flex", altText = "体操", contents = Bubble(), quickReply = new { items = new[] { new { type = "action", imageUrl = Picture, action = new { type = "camera", label = "撮る" } } } } },
        new { type = "flex", altText = "体操", contents = new { type = "carousel", contents = new[] { Bubble(), Bubble() } } },
    ];

    private static object Bubble() => new
    {
        type = "bubble", size = "mega", direction = "ltr", styles = new { header = new { backgroundColor = "#ffffff", separator = true } },
        header = Box("vertical", new { type = "text", text = "転倒予防体操", weight = "bold", size = "xl", wrap = true, scaling = true }),
        hero = new { type = "image", url = Picture, size = "full", aspectRatio = "20:13", aspectMode = "cover", action = Open },
        body = Box("vertical",
            Box("baseline", new { type = "icon", url = Picture, size = "sm" }, new { type = "text", text = "火曜", flex = 2, margin = "md" }),
            new { type = "separator", margin = "lg", color = "#cccccc" },
            new { type = "text", contents = new[] { new { type = "span", text = "無料", color = "#1a7f37", weight = "bold" } } }),
        footer = Box("horizontal", new { type = "button", style = "primary", height = "md", color = "#1a7f37", scaling = true, action = Postback }),
    };

    private static object Box(string layout, params object[] contents) =>
        new { type = "box", layout, contents, spacing = "md", paddingAll = "20px", justifyContent = "center", cornerRadius = "8px" };
}
