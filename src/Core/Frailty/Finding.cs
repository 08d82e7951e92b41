using System.Collections.Immutable;
using System.Globalization;
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
public sealed record Finding(string Form, string Visit, ImmutableDictionary<string, string> Answers, DateTimeOffset Begun, DateTimeOffset At)
{
    /// <summary>Null when nothing was answered: that is no finding.</summary>
    public static Finding? Of(Questionnaire form, Walk walk, Session run, DateTimeOffset at)
    {
        var answers = form.Questions.Where(q => walk.Order.Any(asked => asked.Key == q.Key))
            .Select(q => (q.Key, Value: Written(walk.AnswerTo(q.Key))))
            .Where(a => a.Value is not null)
            .ToImmutableDictionary(a => a.Key, a => a.Value!);
        return answers.IsEmpty ? null : new Finding(form.Name, run.Id, answers, run.BegunAt, at);
    }

    /// <summary>The answers as a sheet of paper would have them.</summary>
    /// <param name="age">Years; of an age band the least.</param>
    public Sheet OnPaper(Instrument form, int? age) => new(
        form,
        [.. form.Items.Select(Given)],
        null,
        age,
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

    private Given? Given(Item item) => item is Item.Choice choice && Answers.GetValueOrDefault(item.Key) is { } answer && choice.Answers.Contains(answer)
        ? choice.Numbers ? new Given.Number(decimal.Parse(answer, CultureInfo.InvariantCulture)) : new Given.Word(answer)
        : null;

    private decimal? Measured(Instrument form, string what) =>
        form.Items.OfType<Item.BodyMass>().FirstOrDefault() is { } mass && Answers.GetValueOrDefault(mass.Key + what) is { } text ? Measure.Read(text) : null;
}
