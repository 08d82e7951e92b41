using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.FollowUp;
using Xunit;

namespace Concierge.CoreTests.FollowUp;

public sealed class StudyTableTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    /// <summary>Of any people: every count is none or ten and more, and so is what is left when any of them are taken from the total.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_group_of_one_to_nine_can_be_counted_or_worked_out(int seed)
    {
        var people = Random(new Random(seed));
        var table = StudyTable.Of(people);
        Assert.Equal(people.Count < SmallCells.Least ? 0 : people.Count, table.Rows.Length);
        foreach (var (column, at) in CodeBook.Columns.Select((column, at) => (column, at)))
            Assert.All(table.Rows.CountBy(row => row.Codes[at]), cell => Assert.True(cell.Value >= SmallCells.Least, $"{column.Name} {cell.Key}: {cell.Value}"));
    }

    /// <summary>Also not by looking at two columns at once, where one follows from the other.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_did_not_answer_is_not_counted_by_way_of_another_column(int seed)
    {
        var table = StudyTable.Of(Random(new Random(seed)));
        foreach (var weeks in CodeBook.Waves)
            foreach (var question in new[] { "doing", "hours", "well" })
                AssertNoSmallCell(table, CodeBook.OfWave(weeks, "state"), CodeBook.OfWave(weeks, question));
        AssertNoSmallCell(table, CodeBook.Age, CodeBook.Occasion, CodeBook.OccasionWeek);
    }

    /// <summary>Whoever is shown to have no occasion was asked nothing: what is hidden of them hides nobody.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_has_no_occasion_does_not_give_the_others_away(int seed) => AssertHidesEnough(StudyTable.Of(Random(new Random(seed))));

    [Fact]
    public void Two_who_did_not_answer_are_not_named_by_ten_who_were_never_asked()
    {
        var nobody = CodeBook.Columns.ToImmutableDictionary(column => column.Name, _ => CodeBook.None).SetItem(CodeBook.Age, "from65");
        var asked = nobody.SetItem(CodeBook.Occasion, "seminar").SetItem(CodeBook.OccasionWeek, "under4");
        var answered = asked.SetItem("w2_state", "answered").SetItem("w2_doing", "home").SetItem("w2_hours", "none").SetItem("w2_well", "very");
        var people = Enumerable.Range(0, 40).ToDictionary(no => $"p{no:00}", no => no < 28 ? answered : no < 30 ? asked.SetItem("w2_state", "missed") : nobody);
        AssertHidesEnough(StudyTable.Of(people));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_counts_are_those_of_the_rows_and_add_up_to_everybody(int seed)
    {
        var table = StudyTable.Of(Random(new Random(seed)));
        foreach (var column in table.Counts().GroupBy(count => count.Column))
        {
            Assert.Equal(table.Rows.Length, column.Sum(count => count.People));
            Assert.All(column, count => Assert.True(count.People >= SmallCells.Least));
        }
    }

    [Fact]
    public void Whoever_reads_twice_reads_the_same_in_whatever_order_people_come()
    {
        var people = Random(new Random(7));
        var backwards = people.Reverse().ToDictionary();
        Assert.Equal(Text(StudyTable.Of(people)), Text(StudyTable.Of(backwards)));
    }

    [Fact]
    public void Every_code_of_every_person_stands_in_the_code_book()
    {
        Assert.All(CodeBook.Columns, column => Assert.All(column.Codes, code => Assert.NotEmpty(code.Meaning)));
        Assert.All(CodeBook.Columns, column => Assert.Equal(column.Codes.Length, column.Codes.Select(code => code.Value).Append(SmallCells.Hidden).Distinct().Count() - 1));
        Assert.Equal(CodeBook.Columns.Length, CodeBook.Columns.Select(column => column.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("a3 b12", "a b")]
    [InlineData("a3 b12 c40", "a b c")]
    [InlineData("a3 b17 c40", "a b")]
    [InlineData("a9 b9 c9 d40", "a b c")]
    [InlineData("a10 b40", "")]
    [InlineData("a1 b10 c10 d60", "a b c")]
    public void What_is_hidden_is_hidden_together_and_is_twenty_or_more(string counts, string hidden)
    {
        var values = counts.Split(' ').SelectMany(cell => Enumerable.Repeat(cell[..1], int.Parse(cell[1..], CultureInfo.InvariantCulture)));
        Assert.Equal(hidden, string.Join(' ', SmallCells.ToHide(values).Order(StringComparer.Ordinal)));
    }

    private static void AssertNoSmallCell(StudyTable table, params string[] columns)
    {
        var at = columns.Select(column => CodeBook.Columns.IndexOf(CodeBook.Columns.First(one => one.Name == column))).ToArray();
        Assert.All(table.Rows.CountBy(row => string.Join('/', at.Select(i => row.Codes[i]))), cell => Assert.True(cell.Value >= SmallCells.Least, $"{string.Join('/', columns)} {cell.Key}: {cell.Value}"));
    }

    private static void AssertHidesEnough(StudyTable table)
    {
        var occasion = CodeBook.Columns.IndexOf(CodeBook.Columns.First(one => one.Name == CodeBook.Occasion));
        foreach (var (column, at) in CodeBook.Columns.Select((column, at) => (column, at)).Where(one => one.column.Name.StartsWith('w') && !one.column.Name.StartsWith("w0", StringComparison.Ordinal)))
            Assert.DoesNotContain(table.Rows.Count(row => row.Codes[at] == SmallCells.Hidden && row.Codes[occasion] != CodeBook.None), Enumerable.Range(1, SmallCells.Least - 1));
    }

    private static string Text(StudyTable table) => string.Join('\n', table.Rows.Select(row => row.Person + string.Join(',', row.Codes)));

    /// <summary>Of some columns the codes are spread evenly, of some a few are rare. Whoever did not answer has said nothing, and whoever has no occasion was not asked.</summary>
    private static Dictionary<string, ImmutableDictionary<string, string>> Random(Random chance)
    {
        var often = CodeBook.Columns.ToDictionary(column => column.Name, _ => chance.NextDouble());
        return Enumerable.Range(0, chance.Next(0, 200)).ToDictionary(no => $"p{no:000}", _ => Somebody(chance, often));
    }

    private static ImmutableDictionary<string, string> Somebody(Random chance, Dictionary<string, double> often)
    {
        var codes = CodeBook.Columns.ToImmutableDictionary(
            column => column.Name,
            column => column.Codes[chance.NextDouble() < often[column.Name] ? 0 : chance.Next(column.Codes.Length)].Value);
        if (codes[CodeBook.Occasion] == CodeBook.None)
            foreach (var column in new[] { CodeBook.OccasionWeek }.Concat(Core.FollowUp.Course.Weeks.Select(weeks => CodeBook.OfWave(weeks, "state")))) codes = codes.SetItem(column, CodeBook.None);
        foreach (var weeks in CodeBook.Waves)
            foreach (var question in new[] { "doing", "hours", "well" }.Select(question => CodeBook.OfWave(weeks, question)))
                if (codes[CodeBook.OfWave(weeks, "state")] != "answered") codes = codes.SetItem(question, CodeBook.None);
                else if (codes[question] == CodeBook.None) codes = codes.SetItem(question, CodeBook.Skipped);
        return codes;
    }
}
