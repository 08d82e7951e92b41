using System.Text.Json;
using Concierge.Core.Handoff;
using Xunit;

namespace Concierge.CoreTests.Handoff;

/// <summary>What staff write every day.</summary>
public sealed class CannedAnswerTests
{
    private const string Greeting = """[{"id":"a","label":"あ","text":"{name}様、{place}へどうぞ。","fields":[{"id":"name","label":"お名前"},{"id":"place","label":"場所"}]}]""";

    [Fact]
    public void Every_place_is_filled_in_and_what_is_filled_in_is_no_place()
    {
        var one = CannedAnswer.Read(Greeting).Single();
        Assert.Equal("{place}様、窓口へどうぞ。", one.Fill(field => field == "name" ? "{place}" : " 窓口 "));
        Assert.Null(one.Fill(field => field == "name" ? "花子" : " "));
    }

    [Fact]
    public void A_text_with_a_place_that_nobody_fills_in_is_refused()
    {
        Assert.Throws<JsonException>(() => CannedAnswer.Read(Greeting.Replace("{place}", "{door}", StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => CannedAnswer.Read(Greeting.Replace("へどうぞ", "へ{when}どうぞ", StringComparison.Ordinal)));
        Assert.NotEmpty(CannedAnswer.Embedded);
    }
}
