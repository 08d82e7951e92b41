using System.Collections.Immutable;

namespace Concierge.Core.Conversations;

/// <summary>
/// What the shell read for this turn. Nothing else is known to the engine: no clock, no database. What only one flow needs
/// is a <see cref="Lazy{T}"/> of that feature, in its own folder: read within the turn's transaction, and only when asked for.
/// </summary>
/// <param name="Now">The moment of the turn.</param>
/// <param name="PrivateQuestions">Which questions must not be asked over LINE (<c>Privacy:PrivateQuestions</c>).</param>
/// <param name="Answers">The person's own list of answers, oldest first, without those taken back.</param>
/// <param name="Unheard">The last thing we said may not have arrived: begin with where we were.</param>
/// <param name="Desk">How to reach a person, as the city set it; null when it did not.</param>
public sealed partial record Facts(
    DateTimeOffset Now,
    PrivateQuestions PrivateQuestions,
    ImmutableArray<Answer> Answers,
    bool Unheard,
    string? Desk);

/// <summary>
/// Which questions go to the page on the city's own server instead of LINE.
/// Source: guideline on LINE and the like in public bodies, 2021-04-30 (Cabinet Secretariat, PPC, FSA, MIC).
/// </summary>
public enum PrivateQuestions
{
    /// <summary>Those marked private; they stand together at the end, so that one visit does.</summary>
    Private,

    /// <summary>Every question: the letter of the guideline.</summary>
    Strict,

    /// <summary>None.</summary>
    Chat,
}
