using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Bot.Line;

/// <summary>
/// What stands in the notification, on the lock screen and in the list of chats. Others look at that too: a question of
/// ours may stand there, a fact of the person never.
/// </summary>
internal static class AltText
{
    // Long questions are cut: a notification shows two lines.
    private const int Units = 400;

    public static string Of(Bubble bubble) => bubble switch
    {
        Bubble.Ask { Text.Length: > 0 } ask when !Quotes(ask.Text) => TextLength.ClipUnits(ask.Text, Units),
        Bubble.Ask => Words.Say("alt_ask"),
        Bubble.Rows => Words.Say("alt_rows"),
        Bubble.Card => Words.Say("alt_card"),
        Bubble.Posters { Title: { } title } when !Quotes(title) => TextLength.ClipUnits(title, Units),
        Bubble.Posters => Words.Say("alt_posters"),
        _ => Words.Say("alt_door"),
    };

    /// <summary>What we quote is what the person chose or said.</summary>
    private static bool Quotes(string text) => text.Contains('「', StringComparison.Ordinal);
}
