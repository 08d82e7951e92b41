using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Concierge.Core.Conversations;

namespace Concierge.Core.Frailty;

/// <summary>
/// One check that a person has done. Holds the answers and no score: what a score was can be computed again, and a score of one
/// form or wording is never held against another.
/// </summary>
/// <param name="Form">Instrument and version of its wording, e.g. <c>eleven_check@1</c>.</param>
/// <param name="Visit">What was done in one go has the same one; unique among the member's.</param>
/// <param name="Answers">Key of the question to key of the option, or the words of one's own; nothing for what was left out.</param>
/// <param name="Begun">When the first question was asked, so that what was left out can be answered later.</param>
/// <param name="Paper">Of a sheet of paper that staff have typed in; null when the person was asked by us.</param>
public sealed record Finding(
    string Form, string Visit, ImmutableDictionary<string, string> Answers, DateTimeOffset Begun, DateTimeOffset At, PaperNote? Paper = null)
{
    /// <summary>In place of a version of our wording: paper has the official one.</summary>
    private const string PaperVersion = "paper";

    /// <summary>Id of the instrument.</summary>
    [JsonIgnore]
    public string InstrumentId => Form.Split('@')[0];

    /// <summary>Null when nothing was answered: that is no finding.</summary>
    public static Finding? Of(Questionnaire form, Walk walk, Session run, DateTimeOffset at)
    {
        var answers = form.Questions.Where(q => walk.Order.Any(asked => asked.Key == q.Key))
            .Select(q => (q.Key, Value: Written(walk.AnswerTo(q.Key))))
            .Where(a => a.Value is not null)
            .ToImmutableDictionary(a => a.Key, a => a.Value!);
        return answers.IsEmpty ? null : new Finding(form.Name, run.Id, answers, run.BegunAt, at);
    }

    /// <summary>A sheet of paper, as staff have typed it in.</summary>
    /// <param name="sheet">One that <see cref="SheetCheck"/> finds nothing wrong with.</param>
    public static Finding Of(Sheet sheet, string visit, DateTimeOffset at, PaperNote paper)
    {
        var answers = sheet.Form.Items.SelectMany((item, no) => Typed(item, sheet.Answers[no], sheet)).ToImmutableDictionary(a => a.Key, a => a.Value);
        return new Finding($"{sheet.Form.Id}@{PaperVersion}", visit, answers, at, at, paper);
    }

    /// <summary>The answers as a sheet of paper would have them.</summary>
    /// <param name="age">Years; of an age band the least. What stands on the paper itself goes before it.</param>
    public Sheet OnPaper(Instrument form, int? age) => new(
        form,
        [.. form.Items.Select(Given)],
        Paper?.Sex,
        Paper is null ? age : Paper.Age,
        Measured(form, "_height"),
        Measured(form, "_weight"));

    private const string DoNotKnow = "unknown";

    private static string? Written(AnswerValue? value) => value switch
    {
        AnswerValue.Chosen { Options: [DoNotKnow] } => null,
        AnswerValue.Chosen chosen => chosen.Options[0],
        AnswerValue.Written written => written.Text,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Typed(Item item, Given? given, Sheet sheet) => (item, given) switch
    {
        (Item.BodyMass, _) => Some((item.Key + "_height", sheet.HeightCm), (item.Key + "_weight", sheet.WeightKg)),
        (Item.Choice choice, not null) => [new(item.Key, SheetCheck.Written(choice, given)!)],
        (Item.Measured, Given.Number number) => Some((item.Key, number.Value)),
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> Some(params IEnumerable<(string Key, decimal? Value)> values) =>
        values.Where(of => of.Value is not null).Select(of => KeyValuePair.Create(of.Key, of.Value!.Value.ToString(CultureInfo.InvariantCulture)));

    private Given? Given(Item item) => (item, Answers.GetValueOrDefault(item.Key)) switch
    {
        (Item.Choice choice, { } answer) when choice.Answers.Contains(answer) => choice.Numbers ? Number(answer) : new Given.Word(answer),
        (Item.Measured, { } value) => Number(value),
        _ => null,
    };

    private static Given.Number Number(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture));

    private decimal? Measured(Instrument form, string what) =>
        form.Items.OfType<Item.BodyMass>().FirstOrDefault() is { } mass && Answers.GetValueOrDefault(mass.Key + what) is { } text ? Measure.Read(text) : null;
}

/// <summary>What stands on a sheet of paper besides the answers, and who has typed it in.</summary>
/// <param name="EnteredBy">Id of the member of staff.</param>
/// <param name="Age">Years; null when it does not say.</param>
public sealed record PaperNote(string EnteredBy, DateTimeOffset EnteredAt, Sex? Sex, int? Age);
