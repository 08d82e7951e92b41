namespace Concierge.LineSimulator;

/// <summary>A chat as lines that can be read and compared.</summary>
internal static class Transcripts
{
    public static string Of(IEnumerable<ChatItem> chat) => string.Join('\n', chat.Select(Line));

    private static string Line(ChatItem item)
    {
        var mark = item.From switch { ChatItem.Person => ">", ChatItem.Bot => "<", _ => "*" };
        var words = item.Unsent ? "(unsent)" : item.Texts.Count > 0 ? string.Join(" / ", item.Texts) : item.AltText ?? $"({item.Kind})";
        var sender = item.Sender is { } name ? $"{name}: " : "";
        var labels = item.Buttons.Concat(item.QuickReplies).Select(button => $" [{button.Label}]");
        return $"{mark} {sender}{words.ReplaceLineEndings(" ")}{string.Concat(labels)}";
    }
}
