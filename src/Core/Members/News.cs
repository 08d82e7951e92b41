using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Members;

/// <summary>お知らせ: whoever wants no broadcasts says so, is obeyed at once, and may have them again. Reminders and answers come all the same. It needs no session.</summary>
public sealed class News : IFlow
{
    /// <summary>The words that one answers to when one stops or starts them; other words are another version.</summary>
    public const string Text = "news@1/consent_news";

    public string Name => "news";

    public IEnumerable<MenuItem> Opens => [MenuItem.StopNews, MenuItem.StartNews];

    /// <summary>Only whoever has consented to the service gets any.</summary>
    public bool Stores(MenuItem item) => item == MenuItem.StartNews;

    public void Open(Turn turn, MenuItem item)
    {
        var wanted = item == MenuItem.StartNews;
        Set(turn, wanted);
        turn.Show(new Bubble.Ask(Words.Say(wanted ? "news_given" : "news_withdrawn"), null, null, null, [Menu.Button(turn, wanted ? MenuItem.StopNews : MenuItem.StartNews)], Several: false, Writes: false));
        turn.OfferQuick(Commands.AfterStop(turn));
    }

    public void Take(Turn turn, Act act) => Again(turn);

    public void Take(Turn turn, Understood understood) => Again(turn);

    public void Take(Turn turn, Command command) => Again(turn);

    public void Again(Turn turn) => Menu.Show(turn);

    public Question? Asked(Turn turn) => null;

    public string Where(Turn turn) => Words.Say("news_title");

    /// <summary>Written down only where it changes something.</summary>
    internal static void Set(Turn turn, bool wanted)
    {
        if (IsWanted(turn) != wanted) turn.Do(new Effect.RecordConsent(Purpose.News, Text, wanted));
    }

    internal static bool IsWanted(Turn turn) => Consents.Of(turn).Newest(Purpose.News) is not { Given: false };
}
