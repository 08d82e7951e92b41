using System.Text;
using Concierge.Bot.Points;
using Concierge.Core.Points;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Concierge.SystemTests.Points;

/// <summary>The operator's nightly file: whole or not at all.</summary>
public sealed class CardFileTests : IDisposable
{
    private const string Good = """
        kashiwa-points,1,2026-11-24T03:00:00+09:00
        card,1234567890123456,1950-04-01,1240,2027-03-31,120,20
        entry,1234567890123456,2026-11-13,公園の清掃,20
        entry,1234567890123456,2026-11-20,フレイル予防体操,20
        card,2345678901234567,1955-12-24,0,,,
        end,4

        """;

    private static readonly PointCard Hanako = new("1234567890123456", new DateOnly(1950, 4, 1));

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"points-{Guid.NewGuid():N}.csv");

    [Fact]
    public void A_whole_file_is_read_with_its_own_time()
    {
        var found = Assert.IsType<CardAnswer.Found>(Read(Good).Look(Hanako)).Statement;
        Assert.Equal((1240, new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.FromHours(9)), 20), (found.Balance, found.AsOf, found.LeftToday));
        Assert.Equal(new Expiry(new DateOnly(2027, 3, 31), 120), found.Expires);
        Assert.Equal(["フレイル予防体操", "公園の清掃"], found.History.Select(entry => entry.What));
    }

    [Fact]
    public void A_wrong_number_and_a_wrong_birth_date_are_one_answer()
    {
        var file = Read(Good);
        Assert.Equal(file.Look(Hanako with { Number = "9999999999999999" }), file.Look(Hanako with { Born = new DateOnly(1950, 4, 2) }));
    }

    [Theory]
    [InlineData("\uFEFF", "\r\n")]
    [InlineData("", "\n")]
    public void Windows_and_its_mark_do_not_matter(string mark, string end) => Assert.Equal(2, Read(mark + Good.ReplaceLineEndings(end)).Count);

    /// <summary>What may be wrong, and the words of the refusal.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "", "Line 1" },
        { Good[..^8], "not complete" },
        { Good[..100], "not complete" },
        { Good.Replace("end,4", "end,5"), "promises 5" },
        { Good.Replace("kashiwa-points,1", "kashiwa-points,2"), "Line 1" },
        { Good.Replace("03:00:00+09:00", "03:00:00"), "Line 1" },
        { Good.Replace("1240", "viel"), "Line 2 has no balance" },
        { Good.Replace("card,1234567890123456", "card,123456789012345"), "Line 2 has no card number" },
        { Good.Replace("1950-04-01", "S25.4.1"), "Line 2 has no birth date" },
        { Good.Replace("2027-03-31,120", "2027-03-31,"), "Line 2 has no points that expire" },
        { Good.Replace("entry,1234567890123456,2026-11-20", "entry,1111111111111111,2026-11-20"), "Line 4 belongs to no card" },
        { Good.Replace("card,2345678901234567", "card,1234567890123456"), "Line 5 has a card that was there already" },
        { Good.Replace("公園の清掃", "公園,清掃"), "Line 3 is neither" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_file_is_refused_and_its_refusal_tells_nothing_of_anybody(string text, string reason)
    {
        var refused = Assert.Throws<FormatException>(() => Read(text)).Message;
        Assert.Contains(reason, refused);
        Assert.DoesNotContain("123456789012", refused);
        Assert.DoesNotContain("1950", refused);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused() =>
        Assert.Contains("UTF-8", Assert.Throws<FormatException>(() => CardFile.Read([.. Encoding.UTF8.GetBytes(Good[..^8]), 0x83, 0x45, .. "\nend,4"u8])).Message);

    [Fact]
    public async Task The_file_of_last_night_stays_until_the_next_one_is_whole()
    {
        var cards = new CsvPointCards(new PointsOptions { File = _path }, NullLogger<CsvPointCards>.Instance);
        Assert.Equal(new CardAnswer.Silent("no-file", Passing: false), await Look(cards));

        await File.WriteAllTextAsync(_path, Good, TestContext.Current.CancellationToken);
        Assert.Equal(1240, await Balance(cards));

        var next = Good.Replace("1240", "12600");
        await File.WriteAllTextAsync(_path, next[..120], TestContext.Current.CancellationToken);
        Assert.Equal(1240, await Balance(cards));
        await File.WriteAllTextAsync(_path, next, TestContext.Current.CancellationToken);
        Assert.Equal(12600, await Balance(cards));

        File.Delete(_path);
        Assert.Equal(12600, await Balance(cards));
    }

    public void Dispose() => File.Delete(_path);

    private static CardFile Read(string text) => CardFile.Read(Encoding.UTF8.GetBytes(text));

    private static Task<CardAnswer> Look(CsvPointCards cards) => cards.Look(Hanako, TestContext.Current.CancellationToken);

    private static async Task<int> Balance(CsvPointCards cards) => Assert.IsType<CardAnswer.Found>(await Look(cards)).Statement.Balance;
}
