using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Frailty;

/// <summary>
/// からだチェック: eleven questions and the ring of fingers in one visit, other forms if wanted. Asked on the city's own page, and the
/// result stands there alone; over LINE there is only the way to it. Nothing is earned by a good result.
/// </summary>
public sealed class CheckFrailty(Questionnaires questionnaires) : AskQuestions(questionnaires), IFlow
{
    public const string Id = "check";

    /// <summary>After this long the answers no longer belong together: several ask about the last two weeks.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(14);

    /// <summary>The questions look back half a year.</summary>
    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(180);

    private const string Consent = "check_consent", Default = "eleven_check", Kihon = "kihon_checklist", Over75 = "qmcoo", Short = "fsi";

    private static readonly string ReminderKey = $"{Id}/again/";

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [MenuItem.Check];

    protected override string Form(Turn turn) => Consent;

    public override void Open(Turn turn, MenuItem item)
    {
        if (turn.Before.Sessions.LastOrDefault(s => s.Flow == Id) is { } open && turn.Facts.Now - open.BegunAt < Stale) base.Open(turn, item);
        else if (turn.Facts.Findings.Value.IsEmpty) Begin(turn, Default);
        else ShowStart(turn);
    }

    public void Go(Turn turn, Act.Go go)
    {
        switch (go.Verb)
        {
            // An old button, pressed after consent was taken back.
            case "begin" or "missing" when !Consents.Of(turn).Has(Purpose.Service): turn.Unconsented = MenuItem.Check; break;
            case "begin": Begin(turn, go.Id); break;
            case "result": ShowResult(turn); break;
            case "missing": AskMissing(turn); break;
            case "more": ShowOthers(turn); break;
            case "remind": Remind(turn); break;
            case "no_remind": DoNotRemind(turn); break;
            default: Open(turn, MenuItem.Check); break;
        }
    }

    /// <summary>Half a year has passed. What comes by itself tells nobody who looks at the phone what it is about.</summary>
    public void Came(Turn turn, Incoming incoming)
    {
        turn.Show(new Bubble.Ask(Words.Say("notice"), null, null, null, [Button(turn, "notice_button", "again")], Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    /// <summary>Somebody tells of a fall before the questions: a kind word that names nothing, for over LINE it stands in the chat.</summary>
    public bool Hears(Turn turn, string words)
    {
        if (turn.Session is not { Flow: Id, Paused: false } || (State(turn) != Stage.AtTheDoor && Asked(turn)?.Key != Consent)) return false;
        var said = Utterance.Of(words).Folded;
        if (!Falls.Any(fall => said.Contains(fall, StringComparison.Ordinal)) || Reading.Read(words, Asked(turn), turn.Facts.Now) is Understood.Said) return false;
        turn.Say("frailty_fell");
        Again(turn);
        return true;
    }

    private static readonly string[] Falls = Spellings.Table(["転んで", "転んだ", "転びました", "転び", "転倒", "ころんで", "ころんだ", "ころびました", "尻もち", "しりもち", "腰を打", "頭を打"]);

    /// <summary>The newest result; null when there is none.</summary>
    public Bubble.Card? SheetOf(Turn turn) => Last(turn, turn.Facts.Findings.Value) is { } visit ? Sheet(turn, visit) : null;

    protected override string DoorWords(bool begun) => "door_all";

    protected override Bubble.Ask Shown(Turn turn, Walk walk, Question question) => base.Shown(turn, walk, question) with { Left = Place(walk, question) };

    protected override string? Wrong(Question question, string words)
    {
        var (from, to) = question.Key.EndsWith("_height", StringComparison.Ordinal)
            ? (SheetCheck.LeastHeight, SheetCheck.MostHeight)
            : (SheetCheck.LeastWeight, SheetCheck.MostWeight);
        return Measure.Read(words) is { } value && value >= from && value <= to
            ? null
            : Words.Say("frailty_measure", ("title", question.Title), ("from", from), ("to", to), ("example", question.Example!));
    }

    protected override void Heard(Turn turn, Question question, AnswerValue value)
    {
        // On the page only: over LINE it would stand in the chat that somebody fell.
        if (turn.Channel == Channel.Web && Advice.IsAboutFall(question.Key) && value is AnswerValue.Chosen { Options: ["yes"] })
            turn.Show(new Bubble.Say(Advice.AfterFall));
    }

    protected override void ShowResult(Turn turn, Walk walk)
    {
        turn.Do(new Effect.DropTimer(ReminderKey));
        var run = turn.Before.Sessions.Last(s => s.Flow == Id);
        var found = walk.Questionnaire.Each.Where(form => form.Id != Consent).Select(form => Finding.Of(form, walk, run, turn.Facts.Now)).OfType<Finding>().ToArray();
        foreach (var finding in found) turn.Do(new Effect.KeepFinding(finding));
        if (found.Length == 0) turn.Say("frailty_nothing");
        ShowResult(turn, [.. turn.Facts.Findings.Value, .. found]);
    }

    private void ShowResult(Turn turn) => ShowResult(turn, turn.Facts.Findings.Value);

    private void ShowResult(Turn turn, ImmutableArray<Finding> findings)
    {
        if (Last(turn, findings) is not { } visit) Menu.Show(turn);
        else if (turn.Channel == Channel.Line) turn.Show(new Bubble.Door(Words.Say("frailty_ready"), Words.Say("frailty_ready_button"), Page.Check));
        else ShowHere(turn, visit);
        turn.OfferQuick(Commands.Always(turn));
    }

    private void ShowHere(Turn turn, Visit visit)
    {
        turn.Show(Sheet(turn, visit));
        if (Telephones(visit) is { IsEmpty: false } telephones) turn.Show(new Bubble.Posters(Words.Say("frailty_telephones"), telephones, []));
        turn.Show(new Bubble.Ask(
            Words.Say("frailty_remind"), null, null, null, [Button(turn, "frailty_remind_yes", "remind"), Button(turn, "frailty_remind_no", "no_remind")], Several: false, Writes: false));
    }

    private Bubble.Card Sheet(Turn turn, Visit visit) => new(
        CheckSheet.Title(visit),
        CheckSheet.Boxes(visit, Questionnaires),
        new Bubble.Door(Words.Say("frailty_print"), Words.Say("card_print"), Page.Check),
        [.. Next(turn, visit)]);

    private IEnumerable<Button> Next(Turn turn, Visit visit)
    {
        if (visit.Items.Any(item => item.Colour == Colour.Red)) yield return TalkToStaff.Offer(turn, "frailty_talk", "check");
        if (visit.Items.Any(item => item.Colour is null) && turn.Facts.Now - visit.At < Stale) yield return Button(turn, "frailty_answer_missing", "missing");
        if (Advice.TopicsOf(visit).Contains("social")) yield return Menu.Button(turn, MenuItem.Find);
        yield return Button(turn, "frailty_more", "more");
    }

    private static ImmutableArray<Poster> Telephones(Visit visit) =>
    [
        .. Advice.Places(visit).Where(place => place.Telephone is not null)
            .Select(place => new Poster(place.Name, place.Lines, [], [Link.ToCall(Words.Say("call"), place.Telephone!)])),
    ];

    private void Begin(Turn turn, string choice)
    {
        ImmutableArray<string> asked = choice is Kihon or Over75 or Short ? [choice] : [Default, "yubi_wakka"];
        if (!HasConsented(turn)) asked = asked.Insert(0, Consent);
        var visit = string.Join('+', asked.Select(id => Questionnaires.Newest(id).Name));
        if (turn.Raise(Id)) turn.Restart(visit, nameof(Stage.Begun));
        else turn.Open(Id, visit, nameof(Stage.Begun));
        Fire(turn, On.Begin);
    }

    /// <summary>Somebody who goes on to another check has just read what there is to know.</summary>
    private static bool HasConsented(Turn turn) =>
        turn.Answers.LastOrDefault(a => a.Question == Consent) is { Value: AnswerValue.Chosen { Options: ["yes"] } } consent && turn.Facts.Now - consent.At < Stale;

    /// <summary>The newest run once more, to answer what was left out.</summary>
    private void AskMissing(Turn turn)
    {
        if (Last(turn, turn.Facts.Findings.Value) is not { } visit || turn.Facts.Now - visit.At >= Stale) { Begin(turn, Default); return; }
        var names = visit.Outcomes.Select(outcome => outcome.Wording.Name);
        if (!turn.Raise(Id)) turn.Open(Id, null, nameof(Stage.Begun));
        turn.Restart(string.Join('+', names), nameof(Stage.Begun));
        turn.Session = turn.Session! with { BegunAt = visit.Outcomes[0].Finding.Begun };
        BeginReview(turn);
    }

    private void ShowStart(Turn turn)
    {
        turn.Show(new Bubble.Ask(
            Words.Say("frailty_start"), null, null, null,
            [Button(turn, "frailty_ready_button", "result"), Button(turn, "frailty_again", "begin", Default), Button(turn, "frailty_more", "more")],
            Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    private void ShowOthers(Turn turn)
    {
        turn.Show(new Bubble.Ask(
            Words.Say("frailty_which"), null, null, null,
            [.. new[] { Default, Kihon, Over75, Short }.Select(id => Button(turn, "frailty_form_" + id, "begin", id))],
            Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    private void Remind(Turn turn)
    {
        if (turn.Facts.Findings.Value is not [.., var newest]) { Menu.Show(turn); return; }
        var due = newest.At + HalfAYear;
        turn.Do(new Effect.SetTimer(ReminderKey, Id, "again", "", due > turn.Facts.Now ? due : turn.Facts.Now + HalfAYear));
        turn.Say("frailty_will_remind");
        turn.OfferQuick(Commands.Always(turn));
    }

    private static void DoNotRemind(Turn turn)
    {
        turn.Do(new Effect.DropTimer(ReminderKey));
        turn.Say("frailty_no_reminder");
        turn.OfferQuick(Commands.Always(turn));
    }

    private Visit? Last(Turn turn, IReadOnlyList<Finding> findings) => Visit.Last(findings, turn.Answers, Questionnaires);

    /// <summary>3／11 within its own form; people count what is printed.</summary>
    private static string? Place(Walk walk, Question question)
    {
        var form = walk.Questionnaire.FormOf(question.Key);
        if (form.Id == Consent) return null;
        var steps = form.Questions.Max(q => q.Number);
        return steps == 1 ? Words.Say("last_question") : Words.Say("frailty_place", ("no", form.Questions.First(q => q.Key == question.Key).Number), ("of", steps));
    }

    private static Button Button(Turn turn, string words, string verb, string id = "") => turn.Button(Words.Say(words), new Act.Go(Id, verb, id));
}
