using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>What the person decides: to apply, to keep, to hide, where home is.</summary>
public sealed partial class FindWork
{
    private const int MostTrainings = 3;

    /// <summary>What words are read against at the open step.</summary>
    public Question? Asked(Turn turn) => State(turn) switch
    {
        Stage.Looking => Asking(turn, [.. Places(turn), ("more", "find_others"), ("kept", "find_kept_title"), ("which", "find_keep"), ("which", "find_hide"), ("which", "find_more_of")]),
        Stage.Reading => Asking(turn, [("apply", "find_apply"), ("keep", "find_keep"), ("hide", "find_hide"), ("more", "find_others")]),
        Stage.Confirming => Asking(turn, [("yes", "find_apply_yes"), ("no", "find_apply_no")]) with { Weighs = true },
        Stage.Hiding => Asking(turn, [("this", "find_hide_this"), ("kind", "find_hide_kind"), ("no", "find_hide_no")]),
        Stage.ChoosingArea => AreaQuestion(turn),
        Stage.Telling => Asking(turn, [("again", "find_again"), ("enough", "find_enough"), ("notyet", "find_notyet")]),
        _ => null,
    };

    private void Choose(Turn turn, Stage stage, string option)
    {
        switch (stage, option)
        {
            case (Stage.Looking or Stage.Reading, "more"): Look(turn); break;
            case (Stage.Looking, "kept"): ShowKept(turn); break;
            case (Stage.Looking, "which"): turn.Say("find_which"); ShowSameCards(turn); break;
            case (Stage.Looking, _) when long.TryParse(option, out var id): At(turn, "post", id, On.Read); break;
            case (Stage.Reading, "apply" or "keep" or "hide") when !MayStore(turn): break;
            case (Stage.Reading, "apply") when PostId(turn) is { } id: BeginApplying(turn, id); break;
            case (Stage.Reading, "keep") when Open(turn) is { } post: Keep(turn, post); break;
            case (Stage.Reading, "hide") when PostId(turn) is { } id: At(turn, "hide", id, On.Hide); break;
            case (Stage.Confirming, "yes"): Fire(turn, On.Agree); break;
            case (Stage.Confirming, "no"): GoBack(turn); break;
            case (Stage.Hiding, "this" or "kind"): Hide(turn, option); break;
            case (Stage.Hiding, "no"): Fire(turn, On.Back); break;
            case (Stage.Telling, _) when PostId(turn) is { } id: TellHowItWas(turn, id, option); break;
            case (Stage.ChoosingArea, _) when AreaQuestion(turn).Options.Any(o => o.Key == option): ChooseArea(turn, option); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    private void BeginApplying(Turn turn, long post)
    {
        if (MarksOf(turn).Has(post, Board.Mark.Applied) || Open(turn) is not { } open) { ShowPost(turn); return; }
        if (open.TrainingFirst && !turn.Facts.Seminars.Value.Trained.Contains(open.Task)) { OfferTraining(turn, open); return; }
        turn.Session = turn.Session! with { Step = $"apply/{post}" };
        Fire(turn, On.Apply);
    }

    /// <summary>The way to it, for whoever has not been there yet.</summary>
    private static void OfferTraining(Turn turn, Post post)
    {
        var trainings = turn.Facts.Seminars.Value.TrainingsFor(post.Task, turn.Facts.Now).Take(MostTrainings).ToArray();
        turn.Show(new Bubble.Ask(
            Words.Say("find_training_first"), null, null, Words.Say(trainings.Length > 0 ? "find_training_when" : "find_training_none"),
            [.. trainings.Select(one => turn.Button(Words.Say("seminar_open_look", ("short", one.Short)), new Act.Go(Seminars.ReserveSeminar.Id, "look", one.Id))), More(turn)], Several: false, Writes: false));
        turn.OfferQuick(Commands.WithoutSkip(turn));
    }

    /// <summary>What is handed on, to whom and by whom one is introduced, before the one button that agrees to it.</summary>
    private void AskToConfirm(Turn turn)
    {
        if (Open(turn) is not { } post) { SayGone(turn); return; }
        turn.Show(new Bubble.Ask(
            Words.Say("find_apply_ask", ("title", post.Name)), null, null, Words.Say("find_apply_consent"),
            [turn.Button(Words.Say("find_apply_yes"), new Act.Choose("yes")), turn.Button(Words.Say("find_apply_no"), new Act.Choose("no"))],
            Several: false, Writes: false));
        turn.OfferQuick(Commands.WithoutSkip(turn));
    }

    /// <summary>Whoever leaves for the menu thinks that it is done. It is looked at again from 応募したい.</summary>
    public void IsLeft(Turn turn)
    {
        if (turn.Session is not { Flow: Find, Paused: false } || State(turn) != Stage.Confirming || Open(turn) is not { } post) return;
        turn.Session = turn.Session with { State = nameof(Stage.Reading), Step = $"post/{post.Id}" };
        turn.Show(new Bubble.Ask(
            Words.Say("find_undone", ("title", post.Name)), null, null, null, [turn.Button(Words.Say("go_on"), new Act.Go(Find, "post", post.Id.ToString(CultureInfo.InvariantCulture)))],
            Several: false, Writes: false));
    }

    private void AskWhetherToShare(Turn turn) => share.Ask(turn, Name);

    public void Shared(Turn turn, bool given)
    {
        if (State(turn) != Stage.Sharing) Again(turn);
        else if (given) Fire(turn, On.Agree);
        else
        {
            turn.Say("find_not_shared");
            GoBack(turn);
        }
    }

    /// <summary>The bot lists; a person introduces (職業安定法: あっせん is for whoever holds the right).</summary>
    private void HandOn(Turn turn)
    {
        var post = Open(turn)!;
        turn.Do(new Effect.Apply(post.Id, post.Type.Kind, Consent));
        RememberToAsk(turn, post.Id, HowItWas.When(post, turn.Facts.Now));
        turn.Say("find_applied", ("title", post.Name));
        turn.Close();
        turn.OfferQuick([More(turn), KeptButton(turn), .. Commands.Always(turn)]);
    }

    /// <summary>Names its post and can be undone, so it is obeyed from an old card, too.</summary>
    private static void Keep(Turn turn, Post post)
    {
        Mark(turn, post, Board.Mark.Kept);
        turn.Say("find_kept", ("title", post.Name));
        turn.OfferQuick([More(turn), KeptButton(turn), .. Commands.Always(turn)]);
    }

    private static void Unkeep(Turn turn, Post post)
    {
        turn.Do(new Effect.Unkeep(post.Id));
        turn.Say("find_unkept", ("title", post.Name));
        turn.OfferQuick([More(turn), KeptButton(turn), .. Commands.Always(turn)]);
    }

    private void AskWhatToHide(Turn turn)
    {
        if (Open(turn) is not { } post) { SayGone(turn); return; }
        var kind = Tasks.FindKind(post.Type.Kind)!.Label;
        turn.Show(new Bubble.Ask(
            Words.Say("find_hide_ask", ("title", post.Name), ("kind", kind)), null, null, null,
            [
                turn.Button(Words.Say("find_hide_this"), new Act.Choose("this")),
                turn.Button(Words.Say("find_hide_kind"), new Act.Choose("kind")),
                turn.Button(Words.Say("find_hide_no"), new Act.Choose("no")),
            ],
            Several: false, Writes: false));
        turn.OfferQuick(Commands.WithoutSkip(turn));
    }

    private void Hide(Turn turn, string what)
    {
        if (Open(turn) is not { } post) { SayGone(turn); return; }
        turn.Do(new Effect.MarkPost(what == "kind" ? 0 : post.Id, post.Type.Kind, Board.Mark.Hidden));
        Fire(turn, On.Hidden);
    }

    /// <summary>The next cards come at a tap: what was hidden just now is only known to the next turn.</summary>
    private void SayHidden(Turn turn)
    {
        turn.Session = turn.Session! with { Step = "cards", Picked = [] };
        turn.Say("find_hidden");
        OfferWays(turn);
    }

    /// <summary>First the part of the city, when nobody has said it; then its areas.</summary>
    private void AskArea(Turn turn)
    {
        if (!ShowsAnswers(turn))
        {
            turn.Show(new Bubble.Door(Words.Say("door_all"), Words.Say("door_button"), Page.Conversation));
            turn.OfferQuick(Commands.Every(turn));
            return;
        }
        var question = AreaQuestion(turn);
        turn.Show(new Bubble.Ask(question.Text, null, null, Words.Say("find_area_note"), [.. question.Options.Select(o => turn.Button(o.Label, new Act.Choose(o.Key)))], Several: false, Writes: false));
        turn.OfferQuick(Commands.Every(turn));
    }

    private void ChooseArea(Turn turn, string option)
    {
        if (GroupQuestion.Options.Any(group => group.Key == option))
        {
            OpenArea(turn, "area/" + option);
            return;
        }
        turn.Save(questionnaires.Newest(Form).Name, HomeArea, new AnswerValue.Chosen([option]));
        turn.Say("find_area_saved", ("area", AreaQuestion(turn).Options.First(o => o.Key == option).Label));
        Search(turn, WantedIn(turn));
    }

    private Question GroupQuestion => questionnaires.Newest(TakeInventory.Id).Questions.First(q => q.Key == "area");

    private Question AreaQuestion(Turn turn)
    {
        var group = turn.Session?.Step?.Split('/') is ["area", var named] ? named : Seeker.Of(turn.Answers, Marks.None).Group;
        if (group is null) return GroupQuestion;
        var all = questionnaires.Newest(Form).Questions.First(q => q.Key == HomeArea);
        return all with { Options = [.. all.Options.Where(o => (Areas.Find(o.Key)?.Group ?? Areas.Outside) == group)] };
    }

    /// <summary>The cards that stand there, by title and by number.</summary>
    private static (string Key, string Label)[] Places(Turn turn) =>
        [.. turn.Session!.Picked.Reverse().TakeWhile(id => id != NewPage).Reverse().Select(id => (id, Index(turn).Find(long.Parse(id))?.Name)).Where(p => p.Name is not null).Select(p => (p.id, p.Name!))];

    private bool IsSaidExactly(Turn turn) =>
        turn.Incoming is Incoming.Words words && Normal.Bare(words.Text) is var said && Asked(turn)?.Options.Any(o => Normal.Bare(o.Label) == said) == true;

    private static Question Asking(Turn turn, (string Key, string Label)[] options) => new(
        turn.Session!.Step ?? "", 0, "", QuestionKind.One, "", "", "", null, false, false, 0,
        [.. options.Select(o => new Option(o.Key, Said(o.Label) ?? o.Label, "", [.. Said(o.Label + "_also")?.Split('、') ?? []]))]);

    private static string? Said(string key) => Words.Everything.GetValueOrDefault(key);
}
