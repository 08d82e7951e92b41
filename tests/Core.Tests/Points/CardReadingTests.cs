using Concierge.Core.Points;
using Xunit;

namespace Concierge.CoreTests.Points;

public sealed class CardReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("1234567890123456")]
    [InlineData("1234 5678 9012 3456")]
    [InlineData("1234-5678-9012-3456")]
    [InlineData("１２３４　５６７８　９０１２　３４５６")]
    [InlineData("１２３４ー５６７８−９０１２‐３４５６")]
    [InlineData("番号は 1234、5678、9012、3456 です。")]
    [InlineData("一二三四 五六七八 九〇一二 三四五六")]
    public void A_number_is_read_however_it_is_written(string text) => Assert.Equal("1234567890123456", CardReading.Number(text));

    [Theory]
    [InlineData("123456789012345")]
    [InlineData("12345678901234567")]
    [InlineData("番号")]
    [InlineData("")]
    public void Only_its_length_is_checked(string text) => Assert.Null(CardReading.Number(text));

    [Theory]
    [InlineData("昭和25年4月1日")]
    [InlineData("昭和２５年４月１日生まれです")]
    [InlineData("S25.4.1")]
    [InlineData("s25/4/1")]
    [InlineData("1950年4月1日")]
    [InlineData("1950/4/1")]
    [InlineData("1950.04.01")]
    [InlineData("1950-04-01")]
    [InlineData("１９５００４０１")]
    [InlineData("昭和二十五年四月一日")]
    public void A_birth_date_is_read_in_either_era(string text) => Assert.Equal(new DateOnly(1950, 4, 1), CardReading.Born(text, Now));

    [Theory]
    [InlineData("4月1日")]
    [InlineData("11月20日")]
    [InlineData("昨日")]
    [InlineData("令和7年4月1日")]
    [InlineData("1850年4月1日")]
    [InlineData("25年4月1日")]
    [InlineData("昭和25年4月31日")]
    [InlineData("はい")]
    public void Without_a_year_or_of_a_child_it_is_asked_again(string text) => Assert.Null(CardReading.Born(text, Now));
}
