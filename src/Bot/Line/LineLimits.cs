using System.Collections.Immutable;

namespace Concierge.Bot.Line;

/// <summary>
/// LINE's limits for what we send, checked before sending: LINE's own answer comes too late to say something else.
/// Numbers from the Messaging API reference and "text character count" as of 2026-08-07.
/// </summary>
public static class LineLimits
{
    public const int Messages = 5;
    public const int TextUnits = 5_000;
    public const int AltTextUnits = 1_500;
    public const int QuickItems = 13;
    public const int QuickLabelGraphemes = 20;
    public const int ButtonLabelGraphemes = 40;
    public const int PostbackDataUnits = 300;
    public const int DisplayTextGraphemes = 300;
    public const int ActionTextGraphemes = 300;
    public const int UriUnits = 1_000;
    public const int SenderNameUnits = 20;
    public const int IconUrlUnits = 2_000;
    public const int ImageUrlUnits = 2_000;
    public const int CarouselBubbles = 12;

    /// <summary>LINE says "30 KB" and not which; the smaller reading always fits.</summary>
    public const int BubbleBytes = 30_000;

    /// <summary>As <see cref="BubbleBytes"/>.</summary>
    public const int CarouselBytes = 50_000;

    /// <summary>What is over, e.g. <c>messages[0].altText: 1501 > 1500</c>. Empty when LINE will take it. Holds no words of anybody.</summary>
    /// <param name="bytes">The size of all together, where it is known: what is small as a whole need not be measured in parts.</param>
    public static ImmutableArray<string> Check(ImmutableArray<LineMessage> messages, int bytes = int.MaxValue)
    {
        var over = new Findings { Measures = bytes > BubbleBytes };
        over.Between("messages", messages.Length, 1, Messages);
        for (var i = 0; i < messages.Length; i++)
            Check(messages[i], $"messages[{i}]", over);
        return over.All;
    }

    private static void Check(LineMessage message, string at, Findings over)
    {
        switch (message)
        {
            case LineMessage.TextMessage text:
                over.Between($"{at}.text", text.Text.Length, 1, TextUnits);
                break;
            case LineMessage.FlexMessage flex:
                over.Between($"{at}.altText", flex.AltText.Length, 1, AltTextUnits);
                FlexLimits.Check(flex.Contents, $"{at}.contents", over);
                break;
            case LineMessage.ImageMessage image:
                over.Between($"{at}.originalContentUrl", image.OriginalContentUrl.Length, 1, ImageUrlUnits);
                over.Scheme($"{at}.originalContentUrl", image.OriginalContentUrl, "https");
                break;
        }

        if (message.QuickReply is { } quick) Check(quick, $"{at}.quickReply.items", over);
        if (message.Sender is { } sender) Check(sender, $"{at}.sender", over);
    }

    private static void Check(QuickReply quick, string at, Findings over)
    {
        over.Between(at, quick.Items.Length, 1, QuickItems);
        for (var i = 0; i < quick.Items.Length; i++)
            Check(quick.Items[i].Action, QuickLabelGraphemes, $"{at}[{i}].action", over);
    }

    private static void Check(Sender sender, string at, Findings over)
    {
        if (sender.Name is { } name) over.Between($"{at}.name", name.Length, 1, SenderNameUnits);
        if (sender.IconUrl is not { } icon) return;
        over.Between($"{at}.iconUrl", icon.Length, 1, IconUrlUnits);
        over.Scheme($"{at}.iconUrl", icon, "https");
    }

    internal static void Check(LineAction action, int label, string at, Findings over)
    {
        switch (action)
        {
            case LineAction.Postback postback:
                over.Between($"{at}.label", TextLength.Graphemes(postback.Label), 1, label);
                over.Between($"{at}.data", postback.Data.Length, 1, PostbackDataUnits);
                if (postback.DisplayText is { } shown)
                    over.Between($"{at}.displayText", TextLength.Graphemes(shown), 1, DisplayTextGraphemes);
                break;
            case LineAction.Uri uri:
                over.Between($"{at}.label", TextLength.Graphemes(uri.Label), 1, label);
                over.Between($"{at}.uri", uri.Address.Length, 1, UriUnits);
                over.Scheme($"{at}.uri", uri.Address, "http", "https", "line", "tel");
                break;
            case LineAction.Message message:
                over.Between($"{at}.label", TextLength.Graphemes(message.Label), 1, label);
                over.Between($"{at}.text", TextLength.Graphemes(message.Text), 1, ActionTextGraphemes);
                break;
        }
    }
}
