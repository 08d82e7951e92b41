using System.Net;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class FlexTests : Town
{
    [Fact]
    public async Task A_bubble_with_words_and_a_button_passes() => Assert.Equal(HttpStatusCode.OK, (await Validate(Bubble(Words("はい"), Button("予約する")))).Status);

    [Fact]
    public async Task A_mistake_in_flex_is_told_with_a_pointer()
    {
        var answer = await Validate(Bubble(Words("はい"), Words("")));
        Assert.Equal("A message (messages[0]) in the request body is invalid", answer.Message);
        Assert.Equal("/body/contents/1/text: must be non-empty text", answer.Detail);
    }

    [Fact]
    public async Task A_bubble_needs_a_block() =>
        Assert.Equal("/: At least one block must be specified", (await Validate(new { type = "bubble" })).Detail);

    [Fact]
    public async Task An_unknown_property_in_flex_is_refused() => Assert.Equal(
        "/body/contents/0/colour: unknown field", (await Validate(Bubble(new { type = "text", text = "はい", colour = "red" }))).Detail);

    [Fact]
    public async Task A_colour_is_hexadecimal() => Assert.Equal(
        "/body/contents/0/color: invalid property", (await Validate(Bubble(new { type = "text", text = "はい", color = "red" }))).Detail);

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public Task A_flex_button_label_is_40_characters(int length, bool fits) => Expect(Bubble(Button(new string('あ', length))), fits);

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public Task A_carousel_has_twelve_bubbles(int count, bool fits) =>
        Expect(new { type = "carousel", contents = Enumerable.Repeat(Bubble(Words("はい")), count) }, fits);

    [Fact]
    public Task The_bubbles_of_a_carousel_are_of_one_width() => Expect(new
    {
        type = "carousel",
        contents = new object[]
        {
            new { type = "bubble", size = "kilo", body = Box(Words("はい")) },
            new { type = "bubble", size = "mega", body = Box(Words("はい")) },
        },
    }, fits: false);

    [Theory]
    [InlineData(30 * 1024, true)]
    [InlineData(30 * 1024 + 1, false)]
    public Task A_bubble_is_30_kilobytes_of_JSON(int bytes, bool fits) => Expect(OfSize(bytes), fits);

    [Theory]
    [InlineData(50 * 1024, true)]
    [InlineData(50 * 1024 + 1, false)]
    public Task A_carousel_is_50_kilobytes_of_JSON(int bytes, bool fits)
    {
        const int frame = 34; // {"type":"carousel","contents":[,]}
        return Expect(new { type = "carousel", contents = new[] { OfSize(25 * 1024), OfSize(bytes - 25 * 1024 - frame) } }, fits);
    }

    [Theory]
    [InlineData("horizontal", true)]
    [InlineData("baseline", false)]
    public Task A_button_does_not_stand_on_a_baseline(string layout, bool fits) =>
        Expect(new { type = "bubble", body = new { type = "box", layout, contents = new[] { Button("はい") } } }, fits);

    [Fact]
    public Task Large_type_follows_the_phone() =>
        Expect(Bubble(new { type = "text", text = "はい", wrap = true, scaling = true, size = "xl", margin = "12px", offsetTop = "-5%" }), fits: true);

    private async Task Expect(object contents, bool fits)
    {
        var answer = await Validate(contents);
        Assert.True(fits == (answer.Status == HttpStatusCode.OK), answer.Text);
    }

    private Task<ApiAnswer> Validate(object contents) =>
        Post("/v2/bot/message/validate/push", new { messages = new[] { new { type = "flex", altText = "代わり", contents } } });

    private static object OfSize(int bytes)
    {
        var empty = System.Text.Json.JsonSerializer.Serialize(Bubble(Words("x"))).Length - 1;
        return Bubble(Words(new string('x', bytes - empty)));
    }

    private static object Bubble(params object[] contents) => new { type = "bubble", body = Box(contents) };

    private static object Box(params object[] contents) => new { type = "box", layout = "vertical", contents };

    private static object Words(string text) => new { type = "text", text };

    private static object Button(string label) => new { type = "button", action = new { type = "postback", label, data = "x" } };
}
