using System.Collections.Immutable;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Consultation;

/// <summary>What the person sees at each step.</summary>
public sealed partial class Consult
{
    public void Again(Turn turn)
    {
        switch (State(turn))
        {
            case Stage.Answering: ShowAnswer(turn); break;
            case Stage.Pointing: ShowPartners(turn); break;
            case Stage.HandedIn: ShowHandedIn(turn); break;
            case Stage.Begun or Stage.Choosing: ShowMenu(turn); break;
            default: Ask(turn, Asked(turn)); break;
        }
    }

    private Question Asked(Turn turn) => State(turn) switch
    {
        Stage.Topics => _questions.Topics,
        Stage.Listing => _questions.Under(turn.Session!.Subject!),
        Stage.Answering => _questions.AfterAnswer,
        Stage.Doors => _questions.Wishes,
        Stage.Pointing => _questions.AfterDoors,
        Stage.HandedIn => ConsultQuestions.Handing(turn.Facts.Troubles.Value.Select(one => (one.Id, trouble.Title(one)))),
        Stage.TakingBack when HandedIn(turn, turn.Session!.Subject!) is { } one => ConsultQuestions.TakeBack(trouble.Title(one)),
        _ => turn.Facts.Troubles.Value.IsEmpty ? _questions.Start : _questions.StartAgain,
    };

    private static Trouble? HandedIn(Turn turn, string id) => turn.Facts.Troubles.Value.FirstOrDefault(one => one.Id == id);

    private void ShowMenu(Turn turn) =>
        Ask(turn, Asked(turn), turn.Button(Words.Say("command_person"), new Act.Run(Command.Person)));

    private void ShowTopics(Turn turn) => Ask(turn, Asked(turn));

    private void ShowQuestions(Turn turn) => Ask(turn, Asked(turn));

    private void ShowWishes(Turn turn) => Ask(turn, Asked(turn));

    private void AskToTakeBack(Turn turn) => Ask(turn, Asked(turn));

    private void ShowAnswer(Turn turn)
    {
        if (faq.Find(turn.Session!.Subject!) is { } entry) turn.Say("consult_answer", ("question", entry.Question), ("answer", entry.Answer));
        Ask(turn, _questions.AfterAnswer);
    }

    private void ShowPartners(Turn turn)
    {
        if (partners.Find(turn.Session!.Subject!) is { } wish)
            turn.Show(new Bubble.Posters(Words.Say("consult_partners", ("wish", wish.Label)), [.. partners.For(wish).Select(Poster)], []));
        Ask(turn, _questions.AfterDoors);
    }

    private static Poster Poster(Partner partner) => new(
        partner.Name,
        [
            .. partner.Lines,
            .. partner.Place is { } place ? [Words.Say("consult_place", ("place", place))] : Array.Empty<string>(),
            .. partner.Phone is null ? [Words.Say("consult_no_phone")] : Array.Empty<string>(),
            Words.Say("consult_checked", ("day", Day(partner.Checked)), ("source", partner.Source)),
        ],
        [],
        partner.Phone is { } phone ? [Link.ToCall(Words.Say("consult_call", ("phone", phone)), phone)] : []);

    private void ShowHandedIn(Turn turn)
    {
        var question = Asked(turn);
        turn.Session = turn.Session! with { Step = question.Key };
        if (turn.Facts.Troubles.Value.IsEmpty)
        {
            turn.Say("trouble_none");
            ShowMenu(turn);
            return;
        }
        turn.Show(new Bubble.Posters(
            Words.Say("consult_handed"),
            [.. turn.Facts.Troubles.Value.Select(one => Poster(turn, one))],
            [turn.Button(Words.Say("consult_menu"), new Act.Choose(ConsultQuestions.Menu))]));
        turn.OfferQuick(Commands.Under(turn, question));
    }

    private Poster Poster(Turn turn, Trouble one) => new(
        trouble.Title(one),
        [Words.Say("trouble_when", ("when", trouble.When(one))), Words.Say("trouble_day", ("day", Day(Tokyo.Day(one.At))))],
        [turn.Button(Words.Say("trouble_take_back"), new Act.Choose(one.Id))],
        []);

    private static string Day(DateOnly day) => Words.Say("consult_day", ("year", day.Year), ("month", day.Month), ("day", day.Day));

    private static void Ask(Turn turn, Question question, params ImmutableArray<Button> more)
    {
        turn.Session = turn.Session! with { Step = question.Key };
        var shown = question.Options.Take(question.Number).Select(option => turn.Button(option.Label, new Act.Choose(option.Key)));
        turn.Show(new Bubble.Ask(question.Text, null, null, null, [.. shown, .. more], Several: false, Writes: false));
        turn.OfferQuick(Commands.Under(turn, question));
    }
}
