using Concierge.Core.Search;
using Xunit;

namespace Concierge.CoreTests.Search;

/// <summary>Staff type what they heard on the telephone; the person typed it as phones do.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ころんで膝を打ちました", "膝")]
    [InlineData("ころんで膝を打ちました", "コロンデ")]
    [InlineData("ｺﾛﾝﾃﾞ ﾋｻﾞを打った", "ころんで")]
    [InlineData("サービスは ありますか", "サビス")]
    [InlineData("電話は 04-7167-1111 です", "0471671111")]
    [InlineData("電話は ０４（７１６７）１１１１です", "04-7167-1111")]
    [InlineData("2丁目の公園", "二丁目")]
    [InlineData("病院、行きました", "病院行き")]
    [InlineData("𠮷田です", "𠮷田")]
    [InlineData("SWITCHを買った", "switch")]
    [InlineData("木曜日に 膝の教室へ", "膝 木曜")]
    public void What_a_person_would_call_the_same_is_found(string said, string sought) =>
        Assert.True(SearchWords.Of(sought)!.AreIn(SearchText.Of(said)));

    [Theory]
    [InlineData("ころんで膝を打ちました", "肘")]
    [InlineData("二十三日", "十日")]
    [InlineData("木曜日に 膝の教室へ", "膝 金曜")]
    public void What_was_not_said_is_not_found(string said, string sought) =>
        Assert.False(SearchWords.Of(sought)!.AreIn(SearchText.Of(said)));

    [Fact]
    public void The_found_words_are_marked_as_they_were_written()
    {
        const string said = "ﾋｻﾞが痛い。ひざが、いたいです";
        var found = SearchText.Of(said).Find(SearchWords.Of("ひざ いたい")!);
        Assert.Equal(["ﾋｻﾞ", "ひざ", "いたい"], found.Select(one => said.Substring(one.Start, one.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("　 ")]
    [InlineData("。、！")]
    [InlineData("\ud800")]
    public void Nothing_is_no_search(string sought) => Assert.Null(SearchWords.Of(sought));

    [Fact]
    public void Every_piece_that_a_word_needs_is_a_piece_of_any_text_that_holds_it()
    {
        var text = Grams.Of(SearchText.Of("先週 ころんで、𠮷田先生の病院へ行きました").Folded);
        foreach (var word in new[] { "病", "𠮷", "𠮷田先生", "病院へ行き", "コロンデ" }) Assert.Subset(text.ToHashSet(), SearchWords.Of(word)!.Grams.ToHashSet());
    }
}
