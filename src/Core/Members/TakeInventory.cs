using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Wording;

namespace Concierge.Core.Members;

/// <summary>キャリアの棚卸し: 18 steps, at the end わたしの棚卸しカード.</summary>
public sealed class TakeInventory(Questionnaires questionnaires) : AskQuestions(questionnaires), IFlow
{
    public const string Id = "inventory";

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [MenuItem.Inventory, MenuItem.Answers, MenuItem.Card];

    public override void Open(Turn turn, MenuItem item)
    {
        switch (item)
        {
            case MenuItem.Answers: OpenReview(turn); break;
            case MenuItem.Card: ShowCard(turn); break;
            default: OpenQuestions(turn, item); break;
        }
    }

    /// <summary>The card only shows.</summary>
    public override bool Stores(MenuItem item) => item != MenuItem.Card;

    /// <summary>The answers of the welcome alone are no beginning.</summary>
    public MenuItem? Unfinished(Turn turn) => HasBegun(turn) && All(turn).Next is not null ? MenuItem.Inventory : null;

    public IEnumerable<Row> Tells(Turn turn)
    {
        if (!HasBegun(turn)) return [];
        var walk = All(turn);
        var answered = walk.Questionnaire.Questions.Count(q => walk.AnswerTo(q.Key) is not null);
        return [new Row(walk.Questionnaire.Title, Words.Say("stored_inventory", ("n", answered)), null)];
    }

    public Bubble.Card CardOf(Turn turn) => InventoryCard.Of(turn, All(turn));

    protected override void ShowResult(Turn turn, Walk walk)
    {
        turn.Say("finished");
        ShowCard(turn, walk);
        if (walk.AnswerTo("next_step") is AnswerValue.Chosen { Options: ["desk"] })
            turn.Show(new Bubble.Ask(Words.Say("inventory_talk"), null, null, null, [TalkToStaff.Offer(turn, "command_person", "step")], Several: false, Writes: false));
    }

    public bool IsFinished(Turn turn) => !turn.IsOpen(Name) && All(turn).Next is null;

    /// <summary>What is finished is not begun again: its answers are changed from the card.</summary>
    private void OpenQuestions(Turn turn, MenuItem item)
    {
        if (!IsFinished(turn))
        {
            base.Open(turn, item);
            return;
        }
        turn.Say("inventory_finished");
        ShowCard(turn);
    }

    /// <summary>こたえを見る・なおす.</summary>
    private void OpenReview(Turn turn)
    {
        if (!turn.Raise(Name)) OpenSession(turn);
        BeginReview(turn);
    }

    private static bool HasBegun(Turn turn) => turn.Answers.Any(a => a.Questionnaire.StartsWith(Id + "@", StringComparison.Ordinal));

    private void ShowCard(Turn turn)
    {
        ShowCard(turn, All(turn));
        if (All(turn).Next is null) return;
        turn.Say("card_unfinished");
        turn.OfferQuick([Menu.Button(turn, MenuItem.Inventory), .. Commands.Always(turn)]);
    }

    private static void ShowCard(Turn turn, Walk walk)
    {
        turn.Show(InventoryCard.Of(turn, walk));
        turn.OfferQuick(Commands.Always(turn));
    }
}
