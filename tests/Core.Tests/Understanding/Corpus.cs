using System.Globalization;
using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.CoreTests.Wording;

namespace Concierge.CoreTests.Understanding;

/// <summary>
/// What people say and what it means, in <c>*.tsv</c>: what is asked, the words, the kind, the value, and a mark: ! where they
/// were misread when they were first tried, ~ where danger was taken for another danger then, ? where they still are. What is asked is -, the key of a question of the
/// inventory or of another form (share consent_staff), or @ and a kind of <see cref="Expect"/>, for choices with the labels. Of danger the value may be either of two
/// kinds, Crisis|Soft; Harmless is anything but danger. Now is <see cref="Now"/>.
/// </summary>
public static class Corpus
{
    private const string Folder = "tests/Core.Tests/Understanding";

    private static readonly Questionnaire Inventory = Questionnaires.Embedded.Get("inventory@1");

    /// <summary>Wednesday 7 October 2026, 10:00 in Tokyo.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 10, 7, 1, 0, 0, TimeSpan.Zero);

    public sealed record Row(string File, int Line, string Asked, string Words, string Kind, string Value, string Mark)
    {
        public Expect Expect { get; } = Expected(Asked);

        public Understood Heard => Reading.Read(Words, Expect, Now);

        public bool WasMisread => Mark.Length > 0;

        /// <summary>At first not heard at all; other misread danger was at least taken for another danger.</summary>
        public bool WasMissed => Mark.Contains('!');

        public bool IsKnownMiss => Mark.Contains('?');

        public bool IsDanger => Kind == "Safety";

        /// <summary>The person is shown numbers to call, if not the best ones.</summary>
        public bool IsHeardAsDanger => Heard is Understood.Safety;

        public bool IsRight => (Kind, Heard) switch
        {
            ("Harmless", _) => !IsHeardAsDanger,
            ("Safety", Understood.Safety safety) => Value.Split('|').Contains(safety.Kind.ToString()),
            _ => Spell(Heard) == (Kind, Value),
        };

        public override string ToString() => $"{File} line {Line}: {Asked} 「{Words}」 is {Kind} {Value}, but was read as {Spell(Heard).Kind} {Spell(Heard).Value}";
    }

    public static IEnumerable<Row> Rows { get; } = [.. Read("corpus.tsv"), .. Read("corpus-choices.tsv"), .. Read("corpus-values.tsv"), .. Read("corpus-wishes.tsv"), .. Read("corpus-safety.tsv")];

    /// <summary>Written when the tables were done, to see how they do with words they were not made from.</summary>
    public static IEnumerable<Row> HeldOut { get; } = [.. Read("holdout.tsv")];

    /// <summary>What the tables of today were made with.</summary>
    public static IEnumerable<Row> Dev { get; } = [.. Read("danger-dev.tsv"), .. Read("general-dev.tsv")];

    /// <summary>The other half of the same, drawn by lot, which nobody looked at meanwhile.</summary>
    public static IEnumerable<Row> DangerHeldOut { get; } = [.. Read("danger-holdout.tsv")];

    public static IEnumerable<Row> GeneralHeldOut { get; } = [.. Read("general-holdout.tsv")];

    /// <summary>Written before those tables, read once when they were done.</summary>
    public static IEnumerable<Row> DangerFresh { get; } = [.. Read("danger-fresh.tsv")];

    /// <summary>Written after <see cref="DangerFresh"/> had mended them, and read once.</summary>
    public static IEnumerable<Row> DangerFreshAgain { get; } = [.. Read("danger-fresh-2.tsv")];

    /// <summary>Written without a look at the table that <see cref="DangerFreshAgain"/> had mended, and read once.</summary>
    public static IEnumerable<Row> DangerFreshOnceMore { get; } = [.. Read("danger-fresh-3.tsv")];

    public static IEnumerable<Row> All => [.. Rows, .. HeldOut, .. Dev, .. DangerHeldOut, .. GeneralHeldOut, .. DangerFresh, .. DangerFreshAgain, .. DangerFreshOnceMore];

    private static IEnumerable<Row> Read(string file) => File.ReadAllLines(Repository.Path($"{Folder}/{file}"))
        .Select((text, at) => (Cells: text.Split('\t'), Number: at + 1, Text: text))
        .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
        .Select(line => line.Cells is [var asked, var words, var kind, .. var rest]
            ? new Row(file, line.Number, asked, words.Replace("\\n", "\n"), kind, rest is [var value, ..] ? value : "", rest is [_, var mark, ..] ? mark : "")
            : throw new FormatException($"{file} line {line.Number} has to have three to five cells: {line.Text}"));

    private static Expect Expected(string asked) => asked.Split(' ', 2) switch
    {
        ["-"] => new Expect.Nothing(),
        ["@yes-no"] => new Expect.YesNo(),
        ["@number"] => new Expect.Number(),
        ["@date"] => new Expect.Date(),
        ["@time"] => new Expect.Time(),
        ["@datetime"] => new Expect.DateTime(),
        ["@anything"] => new Expect.Anything(),
        ["@choice", var labels] => Expect.OneOf(labels.Split('|')),
        ["@choices", var labels] => Expect.AnyOf(labels.Split('|')),
        [var form, var key] => Expect.Of(Questionnaires.Embedded.Newest(form).Questions.Single(q => q.Key == key)),
        _ => Expect.Of(Inventory.Questions.Single(q => q.Key == asked)),
    };

    private static (string Kind, string Value) Spell(Understood understood) => understood switch
    {
        Understood.Safety safety => ("Safety", safety.Kind.ToString()),
        Understood.Said said => ("Said", said.Command.ToString()),
        Understood.Wish wish => ("Wish", wish.Item.ToString()),
        Understood.YesNo answer => ("YesNo", answer.Yes ? "yes" : "no"),
        Understood.Number number => ("Number", number.Value == number.UpTo ? Spell(number.Value) : $"{Spell(number.Value)}-{Spell(number.UpTo)}"),
        Understood.Moment moment => ("Moment", Spell(moment)),
        Understood.Options options => ("Options", string.Join(',', options.Keys)),
        Understood.Ambiguous either => ("Ambiguous", string.Join(',', either.Keys)),
        Understood.TooMany many => ("TooMany", string.Join(',', many.Keys)),
        Understood.TooLong tooLong => ("TooLong", tooLong.Max.ToString(CultureInfo.InvariantCulture)),
        Understood.Free free => ("Free", free.Text),
        Understood.Unclear => ("Unclear", ""),
        _ => throw new InvalidOperationException($"The corpus has no word for {understood.GetType().Name}."),
    };

    private static string Spell(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Spell(Understood.Moment moment)
    {
        var (day, at) = (moment.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moment.At?.ToString("HH:mm", CultureInfo.InvariantCulture));
        var when = day is not null && at is not null ? $"{day}T{at}" : day ?? at;
        return moment.Part is { } part ? $"{when} {part}" : when!;
    }
}
