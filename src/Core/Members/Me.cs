using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Members;

/// <summary>わたし: shows what concerns oneself. It decides nothing, so it needs no session; what it shows leads on.</summary>
public sealed class Me : IFlow
{
    public const string Id = "me";

    private static readonly ImmutableArray<MenuItem> Inside =
        [MenuItem.Inventory, MenuItem.Answers, MenuItem.Card, MenuItem.Points, MenuItem.Join, MenuItem.Stored, MenuItem.Consents, MenuItem.About, MenuItem.Leave];

    public string Name => Id;

    public IEnumerable<MenuItem> Opens => [MenuItem.Me, MenuItem.Stored, MenuItem.Export];

    public void Open(Turn turn, MenuItem item)
    {
        switch (item)
        {
            case MenuItem.Stored: ShowStored(turn); break;
            case MenuItem.Export: ShowExport(turn); break;
            default: ShowMe(turn); break;
        }
    }

    public void Take(Turn turn, Act act) => ShowMe(turn);

    public void Take(Turn turn, Understood understood) => ShowMe(turn);

    public void Take(Turn turn, Command command) => ShowMe(turn);

    public void Again(Turn turn) => ShowMe(turn);

    public Question? Asked(Turn turn) => null;

    public string Where(Turn turn) => Words.Say("menu_me");

    private static void ShowMe(Turn turn)
    {
        var begun = turn.Answers.Any(a => a.Questionnaire.StartsWith(TakeInventory.Id + "@", StringComparison.Ordinal));
        var items = Inside.Where(item => item switch
        {
            MenuItem.Answers or MenuItem.Card => begun,
            MenuItem.Join => turn.Channel == Channel.Web && turn.Facts.Joining.Value.IsVisitor,
            MenuItem.About => true,
            _ => Menu.Leads(turn, item),
        });
        turn.Show(new Bubble.Ask(Words.Say("me"), null, null, null, [.. items.Select(item => Menu.Button(turn, item))], Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    private static void ShowStored(Turn turn)
    {
        var rows = turn.Flows.SelectMany(flow => flow.Tells(turn)).Append(new Row(Words.Say("stored_talk"), Words.Say("stored_talk_value"), null));
        turn.Show(new Bubble.Rows(
            Words.Say("stored_title"),
            [.. rows],
            [Enter.CorrectButton(turn), Menu.Button(turn, MenuItem.Export), Menu.Button(turn, MenuItem.Me)]));
        turn.OfferQuick(Commands.Always(turn));
    }

    private static void ShowExport(Turn turn)
    {
        turn.Show(new Bubble.Door(Words.Say("export"), Words.Say("export_button"), Page.Mine));
        turn.OfferQuick(Commands.Always(turn));
    }
}
