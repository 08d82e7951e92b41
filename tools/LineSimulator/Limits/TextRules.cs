using System.Text.Json;
using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

/// <summary>Text messages: 5,000 UTF-16 units, 20 LINE emoji.</summary>
internal static partial class TextRules
{
    public static void Text(Part message)
    {
        message.Text("text", 5000, required: true);
        message.Text("quoteToken", 1000);
        foreach (var emoji in message.List("emojis", 0, 20, required: false))
        {
            emoji.Whole("index", min: 0, required: true);
            Emoji(emoji);
        }
    }

    public static void TextV2(Part message)
    {
        var text = message.Text("text", 5000, required: true);
        message.Text("quoteToken", 1000);
        if (text is not null) Braces(message, text);
        if (message.Object("substitution") is not { } keys) return;
        var all = keys.Value.EnumerateObject().Select(key => key.Name).ToArray();
        if (all.Length > 100) message.Wrong("substitution", "Size must be between 0 and 100");
        foreach (var key in all) Substitution(keys, key);
    }

    private static void Substitution(Part keys, string key)
    {
        if (!Key().IsMatch(key)) keys.Wrong(key, "Key must match \"[0-9a-zA-Z_]{1,20}\"");
        if (keys.Object(key) is not { } thing) return;
        switch (thing.OneOf("type", ["emoji", "mention"], required: true))
        {
            case "emoji": Emoji(thing); break;
            case "mention": Mention(thing); break;
        }
    }

    private static void Emoji(Part emoji)
    {
        emoji.Ignore("type");
        emoji.Text("productId", 100, required: true);
        emoji.Text("emojiId", 100, required: true);
        emoji.NothingElse();
    }

    private static void Mention(Part mention)
    {
        if (mention.Object("mentionee", required: true) is { } mentionee)
        {
            if (mentionee.OneOf("type", ["user", "all"], required: true) == "user") mentionee.Text("userId", 33, required: true);
            mentionee.NothingElse();
        }
        mention.NothingElse();
    }

    // A brace that is no placeholder must be doubled; every placeholder must be given.
    private static void Braces(Part message, string text)
    {
        var bare = text.Replace("{{", "").Replace("}}", "");
        var given = message.Value.Part("substitution");
        foreach (Match hole in Hole().Matches(bare))
        {
            var key = hole.Groups[1].Value;
            if (given is not { ValueKind: JsonValueKind.Object } keys || !keys.TryGetProperty(key, out _))
                message.Wrong("text", $"The key {key} is not found in substitution");
        }
        if (Hole().Replace(bare, "").AsSpan().ContainsAny('{', '}')) message.Wrong("text", "Braces must be escaped");
    }

    [GeneratedRegex(@"^[0-9a-zA-Z_]{1,20}$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{([0-9a-zA-Z_]{1,20})\}")]
    private static partial Regex Hole();
}
