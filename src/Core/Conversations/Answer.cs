using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Concierge.Core.Conversations;

/// <summary>
/// One entry of a person's append-only list of answers. The newest entry of a question is the answer; going back,
/// correcting and drop-off figures all come from the list.
/// </summary>
/// <param name="Id">Grows with time.</param>
/// <param name="Questionnaire">Id and version, e.g. <c>inventory@1</c>.</param>
/// <param name="Question">Key of the question; for one card of a pile <c>question/card</c>.</param>
/// <param name="MessageId">LINE's id of the words it was taken from; null for a button, and for words on the page.</param>
public sealed record Answer(long Id, string Questionnaire, string Question, AnswerValue Value, DateTimeOffset At, string? MessageId = null);

/// <summary>The closed set of answers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Chosen), "chosen")]
[JsonDerivedType(typeof(Written), "written")]
[JsonDerivedType(typeof(Skipped), "skipped")]
public abstract record AnswerValue
{
    private AnswerValue() { }

    /// <summary>Keys of the chosen options, in the order of the question. Never empty.</summary>
    public sealed record Chosen(ImmutableArray<string> Options) : AnswerValue
    {
        public bool Equals(Chosen? other) => other is not null && Options.SequenceEqual(other.Options);

        public override int GetHashCode() => Options.Length;
    }

    public sealed record Written(string Text) : AnswerValue;

    /// <summary>こたえない.</summary>
    public sealed record Skipped : AnswerValue;
}
