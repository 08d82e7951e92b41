using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class TextLengthTests
{
    [Fact]
    public void A_family_is_one_character() => Assert.Equal(2, TextLength.Graphemes("👨‍👩‍👧が゙"));

    [Theory]
    [InlineData("あいうえお", 5, "あいうえお")]
    [InlineData("あいうえお", 4, "あいう…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…")]
    [InlineData("", 3, "")]
    public void What_is_too_long_ends_in_dots(string text, int max, string expected) =>
        Assert.Equal(expected, TextLength.Clip(text, max));

    [Fact]
    public void A_heap_of_marks_is_cut_though_it_is_one_character() =>
        Assert.InRange(TextLength.Clip("か" + new string('\u3099', 10_000), 20).Length, 1, 160);

    [Fact]
    public void Long_texts_are_cut_after_a_sentence()
    {
        var pieces = TextLength.Split("あいうえおかき。さしすせそ。たち", 14);
        Assert.Equal(["あいうえおかき。さしすせそ。", "たち"], pieces);
        Assert.Equal(["あいうえおかき。", "さしすせそ。たち"], TextLength.Split("あいうえおかき。さしすせそ。たち", 13));
    }

    [Fact]
    public void Without_a_sentence_the_cut_spares_whole_characters()
    {
        var pieces = TextLength.Split(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 100)), 50);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 50));
        Assert.Equal(100, pieces.Sum(TextLength.Graphemes));
    }

    [Fact]
    public void Nothing_is_lost_whatever_the_text()
    {
        var random = new Random(55);
        string[] ink = ["あ", "。", "\n", " ", "😀", "👨‍👩‍👧", "e\u0301", "!", "\u3099"];
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => ink[random.Next(ink.Length)]));
            var max = random.Next(2, 60);
            var pieces = TextLength.Split(text, max);
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, max));
            Assert.Equal(Dense(text), Dense(string.Concat(pieces)));
        }
    }

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
