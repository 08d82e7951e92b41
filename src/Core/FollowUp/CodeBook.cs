using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.FollowUp;

/// <summary>A column of the export: codes alone, no words of anybody's.</summary>
public sealed record Column(string Name, string Meaning, ImmutableArray<Code> Codes);

public sealed record Code(string Value, string Meaning);

/// <summary>Columns that follow from each other: of whoever the last is not known, the others say why at most.</summary>
/// <param name="TellsWho">By them together somebody could be recognised from outside: they are hidden together.</param>
/// <param name="NeedsOccasion">Of whoever has no occasion nothing is known here, and everybody can see that.</param>
public sealed record Block(ImmutableArray<Column> Columns, bool TellsWho = false, bool NeedsOccasion = false);

/// <summary>All that the export has of one person, and what each code means. Dates are weeks, ages are bands.</summary>
public static class CodeBook
{
    /// <summary>Not known: not asked, not answered, not agreed to.</summary>
    public const string None = "na";

    /// <summary>Left out, or taken back.</summary>
    public const string Skipped = "skipped";

    public const string Age = "entry_age", Occasion = "occasion", OccasionWeek = "occasion_week", Before = "checks_before", After = "checks_after", Change = "checks_change";

    public static readonly Code HiddenCode = new(SmallCells.Hidden, Words.Say("study_hidden"));

    public static readonly ImmutableArray<int> Waves = [0, .. Course.Weeks];

    public static readonly ImmutableArray<Block> Blocks =
    [
        new([Of(Age, ["to64", "from65", "from75"]), Of(Occasion, ["seminar", "placement"]), Of(OccasionWeek, ["under4", "from4", "from12"])], TellsWho: true),
        .. Waves.Select(OfWave),
        new([Of(Before, ["to4", "from5", "from8"]), Of(After, ["to4", "from5", "from8"]), Of(Change, ["more", "same", "fewer"])]),
    ];

    public static readonly ImmutableArray<Column> Columns = [.. Blocks.SelectMany(block => block.Columns)];

    public static string OfWave(int weeks, string what) => string.Create(CultureInfo.InvariantCulture, $"w{weeks}_{what}");

    private static Block OfWave(int weeks) => new(
    [
        new Column(OfWave(weeks, "state"), Words.Say("study_state", ("weeks", weeks)), Codes("state", ["answered", "missed", "open"])),
        .. Questionnaires.Embedded.Newest(AnswerWave.Id).Questions.Select(question => OfQuestion(weeks, question)),
    ], NeedsOccasion: weeks > 0);

    private static Column OfQuestion(int weeks, Question question) => new(
        OfWave(weeks, question.Key),
        Words.Say("study_question", ("weeks", weeks), ("question", question.Text)),
        [.. question.Options.Select(option => new Code(option.Key, option.Label)), new Code(Skipped, Words.Say("study_skipped")), NoCode]);

    private static Code NoCode => new(None, Words.Say("study_na"));

    private static Column Of(string name, ImmutableArray<string> codes) => new(name, Words.Say("study_" + name), Codes(name, codes));

    private static ImmutableArray<Code> Codes(string of, ImmutableArray<string> codes) => [.. codes.Select(code => new Code(code, Words.Say($"study_{of}_{code}"))), NoCode];
}
