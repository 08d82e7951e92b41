using Concierge.Core.Board;
using Xunit;

namespace Concierge.CoreTests.Board;

public sealed class WantedWordsTests
{
    [Theory]
    [InlineData("近所で草むしりみたいな仕事ない？", "「草むしり・庭や畑」「お近く」")]
    [InlineData("草むしり", "「草むしり・庭や畑」")]
    [InlineData("くさむしりじゃなくて スマホを教えたい", "「スマホの手伝い」")]
    [InlineData("北部で午前の仕事", "「北部」「午前」")]
    [InlineData("南部のボランティア", "「南部」")]
    [InlineData("増尾で子どもの手伝い", "「園や子どもの手伝い」「増尾」")]
    [InlineData("座ってできる事務", "「書類や受付」「座ってできるもの」")]
    [InlineData("あさだけがいいんだけどひざがわるいからすわってできるのないかしら", "「早朝」「午前」「座ってできるもの」")]
    [InlineData("ゴミ出しくらいなら", "「買い物や家の手伝い」")]
    [InlineData("花の世話がしたい", "「草むしり・庭や畑」")]
    [InlineData("花野井の近くで", "「田中」「お近く」")]
    [InlineData("夕方だけ", "「夕方」")]
    [InlineData("保育園のそうじ", "「そうじ・洗濯」「園や子どもの手伝い」")]
    [InlineData("何かない？", "")]
    [InlineData("こんにちは", "")]
    public void Words_of_ones_own_say_what_is_wanted(string said, string meant) => Assert.Equal(meant, WantedWords.Say(WantedWords.Read(said)));

    [Fact]
    public void Days_hold_for_the_parts_of_the_day_that_were_named() =>
        Assert.Equal(Slots.Of(Slots.Weekend, [DayPart.Morning]), WantedWords.Read("土日の午前").Times);

    [Fact]
    public void What_is_ruled_out_is_not_shown()
    {
        var wanted = WantedWords.Read("草むしり以外で");
        Assert.Equal(Tasks.AllKinds & ~Tasks.Bits(["garden"]), wanted.Kinds);
    }

    [Fact]
    public void A_session_keeps_the_sets_and_not_the_words()
    {
        var wanted = WantedWords.Read("手賀で土日の午前に座ってできる話し相手のボランティア");
        Assert.False(wanted.IsEmpty);
        Assert.Equal(wanted, Wanted.Parse(wanted.Write()));
        Assert.True(wanted.Write().All(c => char.IsAsciiHexDigitLower(c) || c == '.'));
        Assert.Equal(default, Wanted.Parse("something else"));
    }
}
