using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.Consultation;

/// <summary>こまりごとを頼む: what, where, when and a few words; then staff decide what becomes of it.</summary>
public sealed class HandInTrouble(Questionnaires questionnaires, AskToShare share) : AskQuestions(questionnaires), IFlow
{
    public const string Id = "trouble";

    /// <summary>The kind そのほか, which says nothing.</summary>
    public const string Other = "other";

    /// <summary>The question for words of one's own.</summary>
    public const string WordsKey = "trouble_words";

    private const string KindKey = "trouble_kind", AreaKey = "trouble_area", WhenKey = "trouble_when";

    private readonly Questionnaires _questionnaires = questionnaires;

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [MenuItem.Trouble];

    /// <summary>What kinds there are, as a question, for words that were said before it was asked.</summary>
    public Question Kinds => Newest.Questions.First(question => question.Key == KindKey);

    private Questionnaire Newest => _questionnaires.Newest(Id);

    public override void Open(Turn turn, MenuItem item)
    {
        turn.Drop(flow => flow == Consult.Id);
        base.Open(turn, item);
    }

    /// <summary>Begins anew with what has been said already: 「電球を かえてほしい」.</summary>
    public void Begin(Turn turn, string kind)
    {
        if (!Consents.Of(turn).Has(Purpose.Service))
        {
            turn.Unconsented = MenuItem.Trouble;
            return;
        }
        turn.Drop(flow => flow is Consult.Id or Id);
        OpenSession(turn);
        turn.Say("trouble_begin", ("kind", Label(KindKey, kind)));
        turn.Save(Newest.Name, KindKey, new AnswerValue.Chosen([kind]));
        base.Open(turn, MenuItem.Trouble);
    }

    /// <summary>「草むしり・庭（北部）」: nothing that was written.</summary>
    public string Title(Trouble trouble) => Words.Say("trouble_title", ("kind", Label(KindKey, trouble.Kind)), ("area", Label(AreaKey, trouble.Area)));

    public string When(Trouble trouble) => Label(WhenKey, trouble.When);

    public IEnumerable<Row> Tells(Turn turn) =>
        turn.Facts.Troubles.Value.Select(one => new Row(Words.Say("stored_trouble"), Words.Say("stored_post", ("title", Title(one)), ("day", JapaneseDate.Of(one.At))), null));

    /// <summary>It goes to staff: not without the person's consent to that.</summary>
    protected override void Confirm(Turn turn)
    {
        if (NothingLeft(turn) && AskToShare.IsNeeded(turn)) share.Ask(turn, Id);
        else base.Confirm(turn);
    }

    public void Shared(Turn turn, bool given)
    {
        if (given)
        {
            base.Confirm(turn);
            return;
        }
        turn.Say("trouble_not_shared");
        Again(turn);
    }

    protected override void ShowResult(Turn turn, Walk walk)
    {
        var words = (walk.AnswerTo(WordsKey) as AnswerValue.Written)?.Text;
        var trouble = new Trouble($"trouble-{turn.Before.Revision + 1}", turn.Facts.Now, Chosen(walk, KindKey), Chosen(walk, AreaKey), Chosen(walk, WhenKey), words);
        turn.Do(new Effect.HandIn(trouble));
        turn.Say("trouble_receipt", ("title", Title(trouble)));
        turn.Say("trouble_no_promise");
        turn.OfferQuick(Commands.Always(turn));
    }

    private static string Chosen(Walk walk, string key) => ((AnswerValue.Chosen)walk.AnswerTo(key)!).Options[0];

    private string Label(string question, string option) =>
        Newest.Questions.First(q => q.Key == question).Options.FirstOrDefault(o => o.Key == option)?.Label ?? option;
}
