using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;

namespace Concierge.Admin.FollowUp;

/// <summary>What came of a call.</summary>
/// <param name="WantsNoMore">The consent to research is withdrawn: nothing more is asked.</param>
/// <param name="Doing">Key of an option of the form <c>followup</c>; null: left out.</param>
/// <param name="Hours">As <paramref name="Doing"/>.</param>
/// <param name="Well">As <paramref name="Doing"/>.</param>
public sealed record CallWish(bool? Reached, bool? WantsNoMore, string? Doing, string? Hours, string? Well)
{
    public static Questionnaire Form => Questionnaires.Embedded.Newest(AnswerWave.Id);

    /// <returns>Null when nobody was reached.</returns>
    /// <exception cref="Problem">An answer is none of the form's, or stands there although nobody was reached.</exception>
    public IReadOnlyList<(string Question, string? Option)>? Read()
    {
        var said = Form.Questions.Select(question => (question.Key, Option: Check(question, Of(question.Key)))).ToArray();
        if ((Reached ?? throw Problem.Missing("reached")) && WantsNoMore != true) return said;
        return said.All(one => one.Option is null) ? null : throw Problem.Conflict("answers-of-nobody");
    }

    private string? Of(string question) => question switch { "doing" => Doing, "hours" => Hours, _ => Well };

    private static string? Check(Question question, string? option) =>
        option is null || question.Options.Any(one => one.Key == option) ? option : throw Names.NoneOf(question.Key, question.Options.Select(one => one.Key));

    // Records print themselves, and an answer must reach no log.
    public override string ToString() => nameof(CallWish);
}
