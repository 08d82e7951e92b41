namespace Concierge.LineSimulator;

/// <summary>What every message has, and where each kind's own rules are (Messaging API reference, message objects).</summary>
internal static class MessageRules
{
    private static readonly string[] Kinds =
        ["text", "textV2", "sticker", "image", "video", "audio", "location", "imagemap", "template", "flex"];

    /// <summary>One to five messages of a request.</summary>
    public static void Messages(Part request)
    {
        foreach (var (index, message) in request.List("messages", 1, 5).Index())
        {
            request.Findings.Message = index;
            Message(message);
        }
    }

    private static void Message(Part message)
    {
        var kind = message.OneOf("type", Kinds, required: true);
        if (kind is null) return;
        Kind(kind, message);
        if (message.Object("quickReply") is { } quickReply) QuickReplyRules.Check(quickReply);
        if (message.Object("sender") is { } sender) Sender(sender);
        message.NothingElse();
    }

    private static void Kind(string kind, Part message)
    {
        switch (kind)
        {
            case "text": TextRules.Text(message); break;
            case "textV2": TextRules.TextV2(message); break;
            case "sticker": MediaRules.Sticker(message); break;
            case "image": MediaRules.Image(message); break;
            case "video": MediaRules.Video(message); break;
            case "audio": MediaRules.Audio(message); break;
            case "location": MediaRules.Location(message); break;
            case "imagemap": ImagemapRules.Check(message); break;
            case "template": TemplateRules.Check(message); break;
            case "flex": FlexRules.Check(message); break;
        }
    }

    private static void Sender(Part sender)
    {
        sender.Text("name", 20);
        sender.Url("iconUrl");
        sender.NothingElse();
    }
}
