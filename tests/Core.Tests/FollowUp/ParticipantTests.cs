using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Frailty;
using Xunit;

namespace Concierge.CoreTests.FollowUp;

public sealed class ParticipantTests
{
    private static readonly DateTimeOffset Entry = new(2026, 6, 1, 15, 0, 0, TimeSpan.FromHours(9));

    private readonly List<Wave> _waves = [];
    private readonly List<Answer> _answers = [];
    private readonly List<Finding> _findings = [];

    [Fact]
    public void Of_whoever_only_agreed_nothing_is_known()
    {
        var codes = Codes();
        Assert.All(codes.Values, code => Assert.Equal(CodeBook.None, code));
        Assert.Equal(CodeBook.Columns.Select(column => column.Name).Order(StringComparer.Ordinal), codes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_wave_has_the_answers_that_were_given_to_it()
    {
        Says("entry@1", "age", "70", -1);
        Plans(Occasion.Seminar, 30);
        Answers("0/0", 1, "nothing", "none", "poorly");
        Answers("1/2", 45, "volunteer", "under5", null);
        Of("1/4").Move(Wave.On.Ask, Entry.AddDays(58));
        Of("1/4").Move(Wave.On.Miss, Entry.AddDays(80));
        var codes = Codes();
        Assert.Equal(
            ["from65", "seminar", "from4", "answered", "nothing", "none", "poorly", "answered", "volunteer", "under5", "skipped", "missed", "na", "na"],
            new[] { "entry_age", "occasion", "occasion_week", "w0_state", "w0_doing", "w0_hours", "w0_well", "w2_state", "w2_doing", "w2_hours", "w2_well", "w4_state", "w4_well", "w8_state" }
                .Select(column => codes[column]));
    }

    [Fact]
    public void The_age_at_entry_is_the_one_that_was_said_then_whatever_is_said_later()
    {
        Says("inventory@1", "age", "75", 30);
        Assert.Equal("from75", Codes()[CodeBook.Age]);
        _answers.Insert(0, new Answer(0, "entry@1", "age", new AnswerValue.Chosen(["70"]), Entry.AddDays(-1), null));
        Assert.Equal("from65", Codes()[CodeBook.Age]);
    }

    [Fact]
    public void What_was_said_before_agreeing_anew_is_not_used()
    {
        Plans(Occasion.Seminar, 30);
        Answers("1/2", 45, "work", "from20", "very");
        Assert.Equal(CodeBook.None, new Participant(Entry.AddDays(100), _waves, _answers, []).Codes()["w2_doing"]);
    }

    [Fact]
    public void An_answer_that_was_taken_back_counts_as_left_out()
    {
        Plans(Occasion.Seminar, 30);
        Answers("1/2", 45, "work", "from20", "very");
        _answers.RemoveAll(answer => answer.Question == "doing");
        Assert.Equal((CodeBook.Skipped, "from20"), (Codes()["w2_doing"], Codes()["w2_hours"]));
    }

    [Theory]
    [InlineData(4, 9, "to4", "from8", "more")]
    [InlineData(7, 6, "from5", "from5", "same")]
    [InlineData(11, 7, "from8", "from5", "fewer")]
    public void Checks_are_held_against_each_other_before_and_after(int before, int after, string first, string second, string change)
    {
        Plans(Occasion.Placement, 30);
        Checks(before, -10);
        Checks(after, 31);
        Checks(after, 120);
        Assert.Equal((first, second, change), (Codes()[CodeBook.Before], Codes()[CodeBook.After], Codes()[CodeBook.Change]));
    }

    [Fact]
    public void A_check_soon_after_or_with_something_left_out_is_compared_with_nothing()
    {
        Checks(5, -10);
        Checks(9, 20);
        Assert.Equal((CodeBook.None, CodeBook.None, CodeBook.None), (Codes()[CodeBook.Before], Codes()[CodeBook.After], Codes()[CodeBook.Change]));
        Checks(9, 120);
        Assert.Equal("more", Codes()[CodeBook.Change]);
        _findings[0] = _findings[0] with { Answers = _findings[0].Answers.Remove(_findings[0].Answers.Keys.First()) };
        Assert.Equal((CodeBook.None, CodeBook.None), (Codes()[CodeBook.Before], Codes()[CodeBook.Change]));
    }

    private ImmutableDictionary<string, string> Codes() => new Participant(Entry, _waves, _answers, _findings).Codes();

    private void Plans(Occasion occasion, int day) => _waves.AddRange(Course.Plan("hanako", Entry, [], [new Happened(occasion, Entry.AddDays(day))], Entry.AddDays(day)).Add);

    private Wave Of(string key) => _waves.Single(wave => wave.Key == key);

    private void Answers(string wave, int day, params string?[] options)
    {
        foreach (var (question, option) in new[] { "doing", "hours", "well" }.Zip(options)) Says("followup@1", question, option, day);
        Of(wave).Move(Wave.On.Answer, Entry.AddDays(day).AddMinutes(1), Entry.AddDays(day));
    }

    private void Says(string form, string question, string? option, int day) => _answers.Add(new Answer(
        _answers.Count + 1, form, question, option is null ? new AnswerValue.Skipped() : new AnswerValue.Chosen([option]), Entry.AddDays(day), null));

    /// <summary>So many of eleven are blue.</summary>
    private void Checks(int blue, int day)
    {
        var form = Questionnaires.Embedded.Newest("eleven_check");
        var walk = form.Questions.Select((question, at) => (question.Key, Option: OptionOf(question, blue: at < blue))).ToImmutableDictionary(one => one.Key, one => one.Option);
        _findings.Add(new Finding(form.Name, $"v{day}", walk, Entry.AddDays(day), Entry.AddDays(day)));
    }

    private static string OptionOf(Question question, bool blue) => question.Options.Select(option => option.Key)
        .First(key => key is not "unknown" && Outcome.Of(new Finding("eleven_check@1", "v", ImmutableDictionary<string, string>.Empty.Add(question.Key, key), Entry, Entry), Questionnaires.Embedded, null)
            .Of(blue ? Colour.Blue : Colour.Red).Any());
}
