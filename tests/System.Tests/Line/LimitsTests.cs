using System.Collections.Immutable;
using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class LimitsTests
{
    // One character to the eye, two UTF-16 units; and one of seven units.
    private const string Pair = "😀";
    private const string Family = "👨‍👩‍👧";

    public static TheoryData<string, string, Func<int, LineMessage>, int> Limits => new()
    {
        { "messages[0].text", "text", n => new LineMessage.TextMessage(Units(n)), 5_000 },
        { "messages[0].altText", "altText", n => Flex(alt: Units(n)), 1_500 },
        { "messages[0].quickReply.items", "items", n => Quick([.. Enumerable.Repeat(Postback(), n)]), 13 },
        { "messages[0].quickReply.items[0].action.label", "quick label", n => Quick(Postback(label: Graphemes(n))), 20 },
        { "messages[0].contents.footer.contents[0].action.label", "button label", n => Flex(Postback(label: Graphemes(n))), 40 },
        { "messages[0].contents.footer.contents[0].action.data", "data", n => Flex(Postback(data: new string('d', n))), 300 },
        { "messages[0].contents.footer.contents[0].action.displayText", "displayText", n => Flex(Postback(shown: Graphemes(n))), 300 },
        { "messages[0].contents.footer.contents[0].action.uri", "uri", n => Flex(new LineAction.Uri("l", "https://a.example/".PadRight(n, 'u'))), 1_000 },
        { "messages[0].contents.footer.contents[0].action.text", "action text", n => Flex(new LineAction.Message("l", Graphemes(n))), 300 },
        { "messages[0].sender.name", "sender", n => From(new Sender(Units(n), null)), 20 },
        { "messages[0].sender.iconUrl", "icon", n => From(new Sender(null, "https://a.example/".PadRight(n, 'i'))), 2_000 },
        { "messages[0].contents bytes", "bubble", n => Flex(contents: BubbleOf(n)), 30_000 },
        { "messages[0].contents bytes", "carousel", n => Flex(contents: CarouselOf(n)), 50_000 },
        { "messages[0].contents.contents", "bubbles", n => Flex(contents: new FlexContainer.Carousel([.. Enumerable.Repeat(Bubble("x"), n)])), 12 },
    };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void The_limit_passes_and_one_beyond_is_named(string place, string what, Func<int, LineMessage> make, int limit)
    {
        Assert.NotEmpty(what);
        Assert.Empty(LineLimits.Check([make(limit)]));
        Assert.NotEmpty(LineBytes.Write([make(limit)]));
        Assert.Throws<OverLimits>(() => LineBytes.Write([make(limit + 1)]));
        Assert.Equal([$"{place}: {limit + 1} > {limit}"], LineLimits.Check([make(limit + 1)]));
    }

    [Fact]
    public void One_to_five_messages()
    {
        var one = new LineMessage.TextMessage("a");
        Assert.Equal(["messages: 0 < 1"], LineLimits.Check([]));
        Assert.Empty(LineLimits.Check([.. Enumerable.Repeat(one, 5)]));
        Assert.Equal(["messages: 6 > 5"], LineLimits.Check([.. Enumerable.Repeat(one, 6)]));
    }

    [Fact]
    public void What_LINE_wants_filled_is_not_empty()
    {
        Assert.Equal(["messages[0].text: 0 < 1"], LineLimits.Check([new LineMessage.TextMessage("")]));
        Assert.Equal(["messages[0].contents.body.contents[0].text: empty"], LineLimits.Check([Flex(contents: Bubble(""))]));
        Assert.Equal(["messages[0].quickReply.items: 0 < 1"], LineLimits.Check([Quick([])]));
        Assert.Equal(["messages[0].contents.contents: 0 < 1"], LineLimits.Check([Flex(contents: new FlexContainer.Carousel([]))]));
    }

    [Theory]
    [InlineData("https://a.example", true)]
    [InlineData("tel:0471234567", true)]
    [InlineData("line://nv/chat", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/p/token", false)]
    public void Links_lead_only_where_LINE_lets_them(string address, bool fine) =>
        Assert.Equal(fine, LineLimits.Check([Flex(new LineAction.Uri("l", address))]).IsEmpty);

    [Fact]
    public void Bubbles_side_by_side_are_of_one_size() =>
        Assert.Equal(
            ["messages[0].contents.contents: bubbles of different size"],
            LineLimits.Check([Flex(contents: new FlexContainer.Carousel([Bubble("a"), Bubble("b") with { Size = "nano" }]))]));

    private static string Units(int n) => string.Concat(Enumerable.Repeat(Pair, n / 2)) + (n % 2 == 1 ? "a" : "");

    private static string Graphemes(int n) => string.Concat(Enumerable.Repeat(Family, n));

    private static LineAction Postback(string label = "l", string data = "d", string? shown = null) =>
        new LineAction.Postback(label, data, shown);

    private static LineMessage Quick(params ImmutableArray<LineAction> actions) =>
        From(null) with { QuickReply = new QuickReply([.. actions.Select(action => new QuickReplyItem(action))]) };

    private static LineMessage From(Sender? sender) => new LineMessage.TextMessage("a") { Sender = sender };

    private static LineMessage Flex(LineAction? action = null, string alt = "a", FlexContainer? contents = null) =>
        new LineMessage.FlexMessage(alt, contents ?? Bubble("x", action));

    private static FlexContainer.Bubble Bubble(string text, LineAction? action = null) => new(
        "mega", null,
        new Flex.Box("vertical", [new Flex.Text(text)]),
        action is null ? null : new Flex.Box("vertical", [new Flex.Button(action)]));

    private static FlexContainer.Bubble BubbleOf(int bytes) => Bubble(new string('x', bytes - LineBytes.Size(Bubble(""))));

    private static FlexContainer.Carousel CarouselOf(int bytes)
    {
        var empty = LineBytes.Size(new FlexContainer.Carousel([Bubble(""), Bubble("")]));
        var first = (bytes - empty) / 2;
        return new([Bubble(new string('x', first)), Bubble(new string('x', bytes - empty - first))]);
    }
}
