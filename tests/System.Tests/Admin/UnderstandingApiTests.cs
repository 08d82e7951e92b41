using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Staff try what the concierge makes of words.</summary>
public sealed class UnderstandingApiTests
{
    private const string Path = "/api/v1/understanding";

    [Theory]
    [InlineData("yes-no", "はい、お願いします", "yes-no", "true")]
    [InlineData("yes-no", "いや、けっこうです", "yes-no", "false")]
    [InlineData("yes-no", "大丈夫です", "unclear", "null")]
    [InlineData("yes-no", "もどる", "command", "\"back\"")]
    [InlineData("yes-no", "職員と話したい", "person", "null")]
    [InlineData("yes-no", "もう死にたい", "safety", "\"crisis\"")]
    [InlineData("anything", "はい", "yes-no", "true")]
    [InlineData("anything", "メニュー", "command", "\"menu\"")]
    [InlineData("anything", "棚卸しのつづき", "menu", "\"me\"")]
    [InlineData("anything", "ぺぺぺ", "unclear", "null")]
    [InlineData("number", "胸が痛い", "safety", "\"emergency\"")]
    [InlineData("date", "やめる", "command", "\"stop\"")]
    [InlineData("number", "３回くらい", "number", "3")]
    [InlineData("number", "二、三回", "number", "2")]
    [InlineData("date", "あさって", "date", "\"2026-11-26\"")]
    [InlineData("date", "来週の火曜", "date", "\"2026-12-01\"")]
    [InlineData("date", "令和8年4月1日", "date", "\"2026-04-01\"")]
    [InlineData("time", "午後2時半", "time", "\"14:30\"")]
    [InlineData("datetime", "3日の午後2時半", "datetime", "\"2026-12-03T14:30\"")]
    [InlineData("anything", "月末", "date", "\"2026-11-30\"")]
    [InlineData("anything", "5人", "number", "5")]
    [InlineData("anything", "近所で草むしりみたいな仕事ない？", "menu", "\"find\"")]
    [InlineData("anything", "血圧の薬のことを聞きたい", "person", "null")]
    [InlineData("number", "ぺぺぺ", "unclear", "null")]
    public async Task Words_have_a_kind_and_a_value(string expect, string text, string kind, string value)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, $$"""{"expect":{"kind":"{{expect}}"},"text":"{{text}}","now":"2026-11-24T10:00:00+09:00"}""");
        Assert.Equal((200, kind, value), (answered.Status, answered.Text("kind"), answered.Json("value")));
    }

    [Theory]
    [InlineData("choice", "2番", "choice", "\"午後\"")]
    [InlineData("choice", "午前", "choice", "\"午前\"")]
    [InlineData("choices", "午前と夜", "choices", "[\"午前\",\"夜\"]")]
    [InlineData("choices", "午後", "choices", "[\"午後\"]")]
    public async Task Choices_come_back_as_their_own_texts(string expect, string text, string kind, string value)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, $$"""{"expect":{"kind":"{{expect}}","options":["午前","午後","夜"]},"text":"{{text}}"}""");
        Assert.Equal((kind, value), (answered.Text("kind"), answered.Json("value")));
    }

    [Theory]
    [InlineData("""{"expect":{"kind":"poem"},"text":"はい"}""", "expect.kind")]
    [InlineData("""{"expect":{"kind":"choice"},"text":"はい"}""", "expect.options")]
    [InlineData("""{"expect":{"kind":"choice","options":["a","a"]},"text":"はい"}""", "expect.options")]
    [InlineData("""{"expect":{"kind":"yes-no"}}""", "text")]
    [InlineData("""{"text":"はい","now":"yesterday"}""", "now")]
    [InlineData("""{"text":"はい","mood":1}""", "mood")]
    public async Task A_slip_is_named(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, json);
        Assert.Equal((400, item), (answered.Status, answered.Text("item")));
    }
}
