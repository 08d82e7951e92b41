using Concierge.Admin;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>A table opens in a clerk's spreadsheet as it was meant.</summary>
public sealed class CsvTests
{
    [Fact]
    public void Japanese_is_read_right_because_of_the_mark_in_front() =>
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "名\r\n花子\r\n"u8], Csv.File("a.csv", ["名"], [["花子"]]).FileContents.ToArray());

    [Fact]
    public void A_table_that_would_leave_something_out_is_refused() =>
        Assert.Equal(409, Assert.Throws<Problem>(() => new Format(true).Answer(new Listed<int>([1], "next"), "a", ["h"], row => ["1"])).Status);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @SUM(A1)", "' @SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-5", "-5")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=\"a\nb\"", "\"'=\"\"a\nb\"\"\"")]
    [InlineData(null, "")]
    public void No_cell_is_taken_for_a_formula_or_for_two(string? value, string cell) => Assert.Equal($"h\r\n{cell}\r\n", Csv.Text(["h"], [[value]]));
}
