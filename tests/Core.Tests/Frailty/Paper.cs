using System.Collections.Immutable;
using Concierge.Core.Frailty;
using Xunit;

namespace Concierge.CoreTests.Frailty;

/// <summary>Sheets as staff read them out: <c>y</c>, <c>n</c>, <c>-</c> for nothing, digits where the form prints numbers.</summary>
internal static class Paper
{
    public const int Grown = 75;

    public static Scored Score(string form, string marks, int? age = Grown, decimal? height = null, decimal? weight = null) =>
        Score(new Sheet(Instruments.Get(form), Read(marks), null, age, height, weight));

    public static Scored Score(Sheet sheet)
    {
        Assert.Null(SheetCheck.FirstIn(sheet));
        return Scoring.Of(sheet);
    }

    public static ImmutableArray<Given?> Read(string marks) => [.. marks.Where(c => c != ' ').Select(Answer)];

    public static Given? Answer(char mark) => mark switch
    {
        'y' => new Given.Word("yes"),
        'n' => new Given.Word("no"),
        '-' => null,
        _ => new Given.Number(mark - '0'),
    };

    /// <summary>The sheet with one place changed; places are counted from 1, as on the form.</summary>
    public static string With(string marks, int no, char mark) => marks[..(no - 1)] + mark + marks[no..];
}
