using System.Text;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class TapTokensTests
{
    private static readonly Tap Morning = new("session-1", "work.time", 41, new Act.Choose("morning"));

    public static TheoryData<Tap> Every => new(
        Morning,
        new Tap("", "", 0, new Act.Open(MenuItem.Inventory)),
        new Tap("s", "q", int.MaxValue, new Act.Put("garden", true)),
        new Tap("s", "q", -1, new Act.Put("garden", false)),
        new Tap("s", "q", 1, new Act.Decide()),
        new Tap("s", "q", 1, new Act.Run(Command.Person)),
        new Tap("s", "q", 1, new Act.Change("くらし")));

    [Theory]
    [MemberData(nameof(Every))]
    public void What_was_sealed_is_opened(Tap tap) => Assert.Equal(tap, Samples.Taps.Open(Samples.Taps.Seal(tap)));

    [Fact]
    public void The_same_tap_makes_the_same_token_in_every_process() =>
        Assert.Equal(Samples.Taps.Seal(Morning), new TapTokens(Samples.TapKey).Seal(Morning));

    [Fact]
    public void Taps_that_differ_in_one_thing_share_no_beginning()
    {
        var tokens = Enumerable.Range(0, 200).Select(i => Samples.Taps.Seal(Morning with { Revision = i })).ToList();
        Assert.Equal(200, tokens.Select(token => token[..16]).Distinct().Count());
    }

    [Fact]
    public void Nothing_can_be_read_in_it()
    {
        var token = Samples.Taps.Seal(Morning);
        Assert.Matches("^[A-Za-z0-9_-]+$", token);
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(token);
        Assert.DoesNotContain("morning", Encoding.Latin1.GetString(bytes));
        Assert.DoesNotContain("work", Encoding.Latin1.GetString(bytes));
    }

    [Fact]
    public void A_changed_token_is_nobodys()
    {
        var token = Samples.Taps.Seal(Morning);
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_= \n";
        for (var i = 0; i < token.Length; i++)
            foreach (var c in Alphabet.Where(c => c != token[i]))
                Assert.Null(Samples.Taps.Open(token[..i] + c + token[(i + 1)..]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("こんにちは")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_is_nobodys(string? token) => Assert.Null(Samples.Taps.Open(token));

    [Fact]
    public void Too_long_a_token_is_not_even_looked_at() => Assert.Null(Samples.Taps.Open(new string('A', 100_000)));

    [Fact]
    public void With_another_key_it_is_nobodys()
    {
        var key = Samples.TapKey.ToArray();
        key[31] ^= 1;
        Assert.Null(new TapTokens(key).Open(Samples.Taps.Seal(Morning)));
    }

    [Fact]
    public void The_longest_tap_fills_300_characters_and_one_more_is_our_mistake()
    {
        var room = 197 - "1".Length - 3 - "choose:".Length;
        var longest = new Tap("", new string('q', room), 1, new Act.Choose(""));
        var token = Samples.Taps.Seal(longest);
        Assert.Equal(300, token.Length);
        Assert.Equal(longest, Samples.Taps.Open(token));
        Assert.Throws<ArgumentException>(() => Samples.Taps.Seal(longest with { Step = longest.Step + "q" }));
    }

    [Fact]
    public void A_key_of_another_size_is_refused() => Assert.Throws<ArgumentException>(() => new TapTokens(new byte[16]));

    [Fact]
    public void Many_threads_may_use_it() =>
        Parallel.For(0, 2_000, i =>
        {
            var tap = Morning with { Revision = i };
            Assert.Equal(tap, Samples.Taps.Open(Samples.Taps.Seal(tap)));
        });
}
