using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>Each limit: what stands at it passes, one beyond is refused where and as LINE says.</summary>
public sealed class LimitTests : Town
{
    private const string Family = "👨‍👩‍👧‍👦"; // one character to people, eleven UTF-16 units

    [Theory]
    [InlineData(5000, true)]
    [InlineData(5001, false)]
    public Task A_text_is_5000_units_long(int length, bool fits) =>
        Expect(Text(new string('あ', length)), fits, "messages[0].text: Length must be between 0 and 5000");

    [Theory]
    [InlineData(2500, true)]
    [InlineData(2501, false)]
    public Task An_emoji_in_a_text_counts_two(int emoji, bool fits) => Expect(Text(Repeat("🤨", emoji)), fits);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public Task A_quick_reply_label_is_20_characters_as_people_count(int families, bool fits) =>
        Expect(QuickReply(1, Repeat(Family, families)), fits, "messages[0].quickReply.items[0].action.label: Length must be between 0 and 20");

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public Task There_are_13_quick_replies(int count, bool fits) =>
        Expect(QuickReply(count, "はい"), fits, "messages[0].quickReply.items: Size must be between 1 and 13");

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public Task Postback_data_is_300_units_long(int length, bool fits) => Expect(
        Template(Confirm(new { type = "postback", label = "はい", data = new string('x', length) })), fits,
        "messages[0].template.actions[0].data: Length must be between 0 and 300");

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public Task Display_text_is_300_characters_as_people_count(int families, bool fits) =>
        Expect(Template(Confirm(new { type = "postback", label = "はい", data = "x", displayText = Repeat(Family, families) })), fits);

    [Theory]
    [InlineData(1500, true)]
    [InlineData(1501, false)]
    public Task An_altText_is_1500_units_long(int length, bool fits) =>
        Expect(Template(Confirm(Message("はい")), altText: new string('あ', length)), fits, "messages[0].altText: Length must be between 0 and 1500");

    [Theory]
    [InlineData(240, true)]
    [InlineData(241, false)]
    public Task A_confirm_text_is_240_characters(int length, bool fits) =>
        Expect(Template(Confirm(Message("はい"), text: new string('あ', length))), fits);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public Task A_confirm_has_two_actions(int count, bool fits) => Expect(
        Template(new { type = "confirm", text = "はい？", actions = Many(count, Message("はい")) }), fits,
        "messages[0].template.actions: Size must be between 2 and 2");

    [Theory]
    [InlineData(160, null, true)]
    [InlineData(161, null, false)]
    [InlineData(60, "題", true)]
    [InlineData(61, "題", false)]
    public Task A_buttons_text_is_160_or_with_a_title_60_characters(int length, string? title, bool fits) =>
        Expect(Template(new { type = "buttons", title, text = new string('あ', length), actions = new[] { Message("はい") } }), fits);

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public Task Buttons_are_four(int count, bool fits) =>
        Expect(Template(new { type = "buttons", text = "どれ？", actions = Many(count, Message("はい")) }), fits);

    [Theory]
    [InlineData(10, 3, true)]
    [InlineData(11, 3, false)]
    [InlineData(10, 4, false)]
    public Task A_carousel_has_ten_columns_of_three_actions(int columns, int actions, bool fits) =>
        Expect(Template(new { type = "carousel", columns = Many(columns, new { text = "教室", actions = Many(actions, Message("はい")) }) }), fits);

    [Fact]
    public Task The_columns_of_a_carousel_are_alike() => Expect(Template(new
    {
        type = "carousel",
        columns = new object[] { new { text = "一", actions = Many(1, Message("はい")) }, new { text = "二", actions = Many(2, Message("はい")) } },
    }), fits: false);

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public Task An_image_carousel_label_is_12_characters(int length, bool fits) => Expect(Template(new
    {
        type = "image_carousel",
        columns = new[] { new { imageUrl = "https://example.jp/a.png", action = Message(new string('あ', length)) } },
    }), fits);

    [Theory]
    [InlineData("https://example.jp/", true)]
    [InlineData("tel:0471671111", true)]
    [InlineData("javascript:alert(1)", false)]
    public Task A_link_opens_the_web_LINE_or_the_telephone(string uri, bool fits) =>
        Expect(Template(Confirm(new { type = "uri", label = "開く", uri })), fits);

    [Theory]
    [InlineData("date", "2026-11-24", true)]
    [InlineData("date", "2026-11-24T10:00", false)]
    [InlineData("datetime", "2026-11-24t10:00", true)]
    [InlineData("time", "24:00", false)]
    public Task A_date_picker_starts_with_a_value_of_its_mode(string mode, string initial, bool fits) =>
        Expect(Template(Confirm(new { type = "datetimepicker", label = "いつ", data = "x", mode, initial })), fits);

    [Theory]
    [InlineData("camera", true)]
    [InlineData("richmenuswitch", false)]
    public Task The_camera_is_a_quick_reply_and_switching_menus_is_not(string type, bool fits) =>
        Expect(new { type = "text", text = "写真を", quickReply = new { items = new[] { new { type = "action", action = new { type, label = "撮る" } } } } }, fits);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public Task A_senders_name_is_20_units_long(int length, bool fits) =>
        Expect(new { type = "text", text = "はい", sender = new { name = new string('あ', length) } }, fits, "messages[0].sender.name: Length must be between 0 and 20");

    [Theory]
    [InlineData("https://example.jp/a.png", true)]
    [InlineData("http://example.jp/a.png", false)]
    public Task Images_come_over_https(string url, bool fits) =>
        Expect(new { type = "image", originalContentUrl = url, previewImageUrl = url }, fits);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public Task A_places_title_is_100_units_long(int length, bool fits) =>
        Expect(new { type = "location", title = new string('あ', length), address = "柏市", latitude = 35.8, longitude = 139.9 }, fits);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public Task A_text_holds_20_emoji_of_LINE(int count, bool fits) =>
        Expect(new { type = "text", text = Repeat("$", count), emojis = Many(count, new { index = 0, productId = "p", emojiId = "1" }) }, fits);

    [Theory]
    [InlineData("{name}さん", true)]
    [InlineData("{{name}}さん", true)]
    [InlineData("{other}さん", false)]
    [InlineData("{", false)]
    public Task Braces_in_textV2_are_doubled_or_filled(string text, bool fits) => Expect(
        new { type = "textV2", text, substitution = new { name = new { type = "emoji", productId = "p", emojiId = "1" } } }, fits);

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public Task An_imagemap_has_50_areas(int count, bool fits) => Expect(new
    {
        type = "imagemap", baseUrl = "https://example.jp/map", altText = "地図", baseSize = new { width = 1040, height = 700 },
        actions = Many(count, new { type = "message", text = "ここ", area = new { x = 0, y = 0, width = 10, height = 10 } }),
    }, fits);

    [Fact]
    public async Task An_unknown_property_is_refused()
    {
        var answer = await Validate(new { type = "text", text = "はい", colour = "red" });
        Assert.Equal("The property, messages[0].colour, in the request body is invalid (line: -, column: -)", answer.Message);
    }

    [Fact]
    public Task An_unknown_kind_of_message_is_refused() => Expect(new { type = "hologram" }, fits: false);

    [Theory]
    [InlineData("broadcast")]
    [InlineData("narrowcast")]
    [InlineData("multicast")]
    [InlineData("push")]
    public async Task Each_way_to_send_has_a_dry_run_that_sends_nothing(string via)
    {
        Assert.Equal(HttpStatusCode.OK, (await Post($"/v2/bot/message/validate/{via}", new { messages = new[] { Text("はい") } })).Status);
        Assert.Equal("The request body has 2 error(s)", (await Post($"/v2/bot/message/validate/{via}", new { messages = new[] { Text(""), Text("") } })).Message);
        Assert.Empty(Hanako.FromBot);
    }

    private async Task Expect(object message, bool fits, string? detail = null)
    {
        var answer = await Validate(message);
        Assert.True(fits == (answer.Status == HttpStatusCode.OK), answer.Text);
        if (!fits && detail is not null) Assert.Equal(detail, answer.Detail);
    }

    private Task<ApiAnswer> Validate(object message) => Post("/v2/bot/message/validate/reply", new JsonObject
    {
        ["messages"] = new JsonArray(WithoutNulls(message)),
    });

    // An anonymous object writes null for what was left out; LINE's clients leave it out.
    private static JsonNode WithoutNulls(object message) => System.Text.Json.JsonSerializer.SerializeToNode(
        message, new System.Text.Json.JsonSerializerOptions { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull })!;

    private static object Template(object template, string altText = "代わり") => new { type = "template", altText, template };

    private static object Confirm(object action, string text = "はい？") => new { type = "confirm", text, actions = new[] { action, Message("いいえ") } };

    private static object Message(string label) => new { type = "message", label, text = "はい" };

    private static object QuickReply(int count, string label) => new
    {
        type = "text", text = "どれ？", quickReply = new { items = Many(count, new { type = "action", action = Message(label) }) },
    };

    private static object[] Many(int count, object one) => [.. Enumerable.Repeat(one, count)];

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
