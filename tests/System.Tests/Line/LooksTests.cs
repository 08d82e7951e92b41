using Xunit;

namespace Concierge.SystemTests.Line;

/// <summary>What a person sees of each kind of bubble.</summary>
public sealed class LooksTests
{
    [Fact]
    public void A_question() => Assert.Equal(
        """
        giga
          header
            text lg くらしのこと
            text md あと5問
          body
            text xl 通える時間はどのくらいですか？
            text md だいたいで大丈夫です。
          footer
            button primary #0B5D3B 10分くらい > 10分くらい
            button primary #0B5D3B 20分くらい > 20分くらい
        quick もどる > もどる, やめる > やめる, 職員と話す > 職員と話す
        """, Outline.Of(Samples.Of(Samples.Question(2))));

    [Fact]
    public void Several_to_choose_show_what_is_on_and_end_with_deciding() => Assert.Equal(
        """
        giga
          header
            text lg くらしのこと
            text md あと4問
          body
            text xl どの曜日に動けますか？
          footer
            button primary #0B5D3B ☑ 月曜日 > ☐ 月曜日
            button secondary #DDE5E0 ☐ 火曜日 > ☑ 火曜日
            button primary #0B3F7A 決定 > 決定
        quick もどる > もどる, やめる > やめる, 職員と話す > 職員と話す
        """, Outline.Of(Samples.Of(Samples.Several())));

    [Fact]
    public void Below_a_list_longer_than_the_screen_the_question_and_what_is_chosen_stand_again() => Assert.EndsWith(
        """
            button primary #0B5D3B 70分くらい > 70分くらい
            text md ▲ 通える時間はどのくらいですか？
            text lg いま 選んでいるもの：土日
            button primary #0B3F7A 決定 > 決定
        quick もどる > もどる, やめる > やめる, 職員と話す > 職員と話す
        """, Outline.Of(Samples.Of(Samples.Question(7) with
        {
            Choices = [.. Samples.Question(7).Choices, Samples.Several().Choices[0]],
            Picked = "いま 選んでいるもの：土日",
        })));

    [Fact]
    public void A_list_says_in_the_chat_which_row_is_changed() => Assert.Equal(
        """
        giga
          header
            text lg これまでのこたえ
          body
            text md 質問1
            text lg カナリア岬
            button secondary #DDE5E0 なおす > なおす：質問1
          footer
            button primary #0B5D3B メニュー > メニュー
        quick もどる > もどる, やめる > やめる, 職員と話す > 職員と話す
        """, Outline.Of(Samples.Of(Samples.List(1))));

    [Fact]
    public void A_card_has_its_boxes_and_the_way_to_print() => Assert.Equal(
        """
        giga
          header
            text lg わたしの棚卸しカード
          body
            text lg できること
            text lg カナリア岬1 字
            text lg やりたいこと
            text lg カナリア岬1 字
            text lg たいせつなこと
            text lg カナリア岬1 字
            text lg くらし
            text lg カナリア岬1 字
          footer
            button primary #0B3F7A 印刷する = https://concierge.example/p/Card/ttttttttttttttttttttttttttttttttttttttttttt
            button primary #0B5D3B なおす > なおす
        quick もどる > もどる, やめる > やめる, 職員と話す > 職員と話す
        """, Outline.Of(Samples.Of(Samples.Card(1))));

    [Fact]
    public void A_door_is_one_big_button() => Assert.Equal(
        """
        giga
          body
            text lg つづきは、市のページで うかがいます。
          footer
            button primary #0B3F7A ページをひらく = https://concierge.example/p/Conversation/ttttttttttttttttttttttttttttttttttttttttttt
        quick もどる > もどる, やめる > やめる, 職員と話す > 職員と話す
        """, Outline.Of(Samples.Replies["a door"]));
}
