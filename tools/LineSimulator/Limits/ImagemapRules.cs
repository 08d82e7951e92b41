namespace Concierge.LineSimulator;

/// <summary>A picture 1040 wide with areas to tap.</summary>
internal static class ImagemapRules
{
    public static void Check(Part message)
    {
        message.Url("baseUrl", required: true);
        message.Text("altText", 1500, required: true);
        if (message.Object("baseSize", required: true) is { } size)
        {
            size.Whole("width", 1040, 1040, required: true);
            size.Whole("height", min: 1, required: true);
            size.NothingElse();
        }
        foreach (var action in message.List("actions", 0, 50)) Action(action);
        if (message.Object("video") is { } video) Video(video);
    }

    private static void Action(Part action)
    {
        switch (action.OneOf("type", ["message", "uri", "clipboard"], required: true))
        {
            case "message": action.Text("text", 400, required: true); break;
            case "uri": action.Text("linkUri", 1000, required: true); break;
            case "clipboard": action.Text("clipboardText", 1000, required: true, min: 1); break;
        }
        action.Text("label", 100, unit: Unit.Graphemes);
        Area(action);
        action.NothingElse();
    }

    private static void Area(Part owner)
    {
        if (owner.Object("area", required: true) is not { } area) return;
        area.Whole("x", min: 0, required: true);
        area.Whole("y", min: 0, required: true);
        area.Whole("width", min: 1, required: true);
        area.Whole("height", min: 1, required: true);
        area.NothingElse();
    }

    private static void Video(Part video)
    {
        video.Url("originalContentUrl", required: true);
        video.Url("previewImageUrl", required: true);
        Area(video);
        if (video.Object("externalLink") is { } link)
        {
            link.Text("linkUri", 1000, required: true);
            link.Text("label", 30, required: true);
            link.NothingElse();
        }
        video.NothingElse();
    }
}
