using Concierge.Core.Conversations;

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
        Bubble.Ask { Text.Length: > 0 } ask => TextLength.ClipUnits(ask.Text, Units),
        Bubble.Ask => "質問です。",
        Bubble.Rows => "こたえの一覧です。",
        Bubble.Card => "カードができました。",
        Bubble.Posters { Title: { } title } => TextLength.ClipUnits(title, Units),
        Bubble.Posters => "ご案内です。",
        _ => "ページのご案内です。",
    };
}
