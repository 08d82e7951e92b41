using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Frailty;

namespace Concierge.Core.FollowUp;

/// <summary>What is known of somebody who takes part now, as codes of the <see cref="CodeBook"/>.</summary>
/// <param name="Entry">When the agreement that stands now was given; nothing from before is used but the check before.</param>
/// <param name="Findings">Empty for whoever does not let research see them.</param>
public sealed record Participant(DateTimeOffset Entry, IReadOnlyList<Wave> Waves, IReadOnlyList<Answer> Answers, IReadOnlyList<Finding> Findings)
{
    private const string Check = "eleven_check";

    private const int Items = 11;

    private Wave[] Mine => [.. Waves.Where(wave => wave.PlannedAt >= Entry)];

    /// <summary>Of the series that runs, or ran last.</summary>
    private Wave? Follows => Mine.Where(wave => wave.Occasion != Occasion.Entry).MaxBy(wave => wave.Series);

    public ImmutableDictionary<string, string> Codes()
    {
        var codes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        codes[CodeBook.Age] = AgeBand();
        codes[CodeBook.Occasion] = Follows?.Occasion.ToString().ToLowerInvariant() ?? CodeBook.None;
        codes[CodeBook.OccasionWeek] = Follows is { } follows ? ((follows.StartedAt - Entry).TotalDays / 7) switch { < 4 => "under4", < 12 => "from4", _ => "from12" } : CodeBook.None;
        foreach (var weeks in CodeBook.Waves) Add(codes, weeks);
        var (before, after) = Checks();
        codes[CodeBook.Before] = Band(after is null ? null : before);
        codes[CodeBook.After] = Band(before is null ? null : after);
        codes[CodeBook.Change] = (after - before) switch { null => CodeBook.None, >= 2 => "more", <= -2 => "fewer", _ => "same" };
        return codes.ToImmutable();
    }

    private void Add(ImmutableDictionary<string, string>.Builder codes, int weeks)
    {
        var wave = Mine.FirstOrDefault(one => one.Weeks == weeks && one.Series == (weeks == 0 ? one.Series : Follows?.Series));
        codes[CodeBook.OfWave(weeks, "state")] = wave?.State switch
        {
            WaveState.Answered => "answered",
            WaveState.Missed => "missed",
            null or WaveState.Planned => CodeBook.None,
            _ => "open",
        };
        foreach (var question in Questionnaires.Embedded.Newest(AnswerWave.Id).Questions) codes[CodeBook.OfWave(weeks, question.Key)] = CodeOf(wave, question);
    }

    private string CodeOf(Wave? wave, Question question)
    {
        if (wave is not { State: WaveState.Answered, BegunAt: { } begun }) return CodeBook.None;
        var answer = Answers.LastOrDefault(a => a.Questionnaire.StartsWith(AnswerWave.Id, StringComparison.Ordinal) && a.Question == question.Key && a.At >= begun && a.At <= wave.ChangedAt);
        return answer?.Value switch
        {
            AnswerValue.Chosen { Options: [var only] } when question.Options.Any(option => option.Key == only) => only,
            _ => CodeBook.Skipped,
        };
    }

    private string AgeBand() => Answers.At("age", Entry) is AnswerValue.Chosen { Options: [var age] }
        ? age switch { "65" or "70" => "from65", "75" or "80" => "from75", _ => "to64" }
        : CodeBook.None;

    /// <summary>How many of eleven are blue: in the last check before, and in the newest that is far enough from it.</summary>
    private (int? Before, int? After) Checks()
    {
        var began = Follows?.StartedAt ?? Entry;
        var checks = Findings.Where(finding => finding.InstrumentId == Check && finding.Paper is null).OrderBy(finding => finding.At).ToArray();
        if (checks.LastOrDefault(check => check.At <= began) is not { } before) return (null, null);
        var after = checks.LastOrDefault(check => check.At > began && check.Form == before.Form && check.At - before.At >= Trend.Apart);
        return (Blue(before), after is null ? null : Blue(after));
    }

    /// <summary>Null when something was left out.</summary>
    private static int? Blue(Finding finding)
    {
        var outcome = Outcome.Of(finding, Questionnaires.Embedded, null);
        return outcome.Items.Count(item => item.Colour is not null) == Items ? outcome.Of(Colour.Blue).Count() : null;
    }

    private static string Band(int? blue) => blue switch { null => CodeBook.None, < 5 => "to4", < 8 => "from5", _ => "from8" };
}
