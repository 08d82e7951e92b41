using Concierge.Core.Conversations;
using Concierge.Core.Wording;
using Xunit;

namespace Concierge.CoreTests.Frailty;

/// <summary>What a person reads after a check.</summary>
public sealed class CheckSheetTests
{
    private const string Blue = "yyy n yyy n yy n", Red = "nnn y nnn y nn y";

    [Fact]
    public void Blue_stands_first_by_shape_and_word_and_then_red()
    {
        var person = Person.Of("70").Checks("nyy n yyy n yy n");
        var boxes = person.Talk.Last!.Bubbles.OfType<Bubble.Card>().Single().Boxes;
        Assert.Equal(("青○ よいところが 11こ", Tone.Blue), (boxes[0].Title, boxes[0].Tone));
        Assert.Equal(("赤● 気をつけたいところが 1こ", Tone.Red), (boxes[1].Title, boxes[1].Tone));
        Assert.Equal(["食べること：食事の心がけ"], boxes[1].Lines);
    }

    [Fact]
    public void Without_the_official_wording_it_is_a_guide_and_has_no_class()
    {
        var sheet = Person.Of("75").Checks(Red, "smaller").Sheet;
        Assert.Contains("（参考）", sheet);
        Assert.DoesNotContain("兆候", sheet);
        Assert.Contains("診断では ありません", sheet);
        Assert.Contains("もとの用紙：", sheet);
    }

    [Theory]
    [InlineData(Red, "兆候が 見られます")]
    [InlineData(Blue, "兆候は 少ない")]
    [InlineData("nnn y -yy n yy n", "まだ わかりません。あと 1問")]
    public void With_the_official_wording_somebody_over_65_reads_a_class(string marks, string line)
    {
        var sheet = Person.Of("75", Official.Forms).Checks(marks).Sheet;
        Assert.Contains(line, sheet);
        Assert.DoesNotContain("参考", sheet);
    }

    [Theory]
    [InlineData("55")]
    [InlineData("60")]
    [InlineData("under55")]
    public void Under_65_there_is_no_class_even_then(string band) => Assert.DoesNotContain("兆候", Person.Of(band, Official.Forms).Checks(Red).Sheet);

    [Fact]
    public void Somebody_whose_age_we_do_not_know_reads_no_class() => Assert.DoesNotContain("兆候", new Person(Official.Forms).Checks(Red).Sheet);

    [Fact]
    public void At_most_two_topics_with_one_action_each_the_reddest_first()
    {
        var todo = Box(Person.Of("70").Checks(Red), "frailty_todo");
        Assert.Equal([Words.Say("frailty_do_physical"), Words.Say("frailty_do_nutrition")], todo);
    }

    [Fact]
    public void A_gap_counts_with_moving()
    {
        var person = Person.Of("70").Checks(Blue, "smaller");
        Assert.Equal([Words.Say("frailty_do_physical")], Box(person, "frailty_todo"));
    }

    [Fact]
    public void Nothing_red_means_nothing_to_do_and_no_empty_boxes()
    {
        var boxes = Person.Of("70").Checks(Blue).Talk.Last!.Bubbles.OfType<Bubble.Card>().Single().Boxes;
        Assert.Equal(3, boxes.Length);
        Assert.All(boxes, box => Assert.NotEmpty(box.Lines));
    }

    [Theory]
    [InlineData("south", "70", "お住まいの町の 地域包括支援センター", "フレイルチェック会")]
    [InlineData("north", "70", "北柏第2地域包括支援センター", "フレイルチェック会")]
    [InlineData("north", "60", "北柏第2地域包括支援センター", "ワニFit")]
    [InlineData("outside", "70", "お住まいの市や町の", "お住まいの市や町の")]
    public void The_nearest_place_follows_from_area_and_age(string area, string band, string centre, string gathering)
    {
        var places = string.Join('\n', Box(Person.Of(band, area: area).Checks("nyy n yyy n yy n"), "frailty_places"));
        Assert.Contains(centre, places);
        Assert.Contains(gathering, places);
        Assert.DoesNotContain("かかりつけ医", places);
    }

    [Fact]
    public void Five_red_means_a_doctor_is_among_the_places() =>
        Assert.Contains(Box(Person.Of("70").Checks("nnn y nyy n yy n"), "frailty_places"), line => line.StartsWith("かかりつけ医", StringComparison.Ordinal));

    [Theory]
    [InlineData("nnyyn", false)]
    [InlineData("ynyyn", true)]
    public void Weight_loss_acts_though_everything_else_is_blue(string marks, bool acts)
    {
        var sheet = Person.Of("70").Begins("fsi").Answers(marks.Select(Person.Key)).Confirms().Sheet;
        Assert.Equal(acts, sheet.Contains(Words.Say("frailty_alert_weightloss"), StringComparison.Ordinal));
        Assert.Equal(acts, sheet.Contains("かかりつけ医", StringComparison.Ordinal));
    }

    [Fact]
    public void Low_spirits_are_met_softly_with_a_number_to_call()
    {
        var person = Person.Of("75").Begins("kihon_checklist")
            .Answers([.. "yyyyyyyynnn".Select(Person.Key), "160", "60", .. "nnnynnynnnnyn".Select(Person.Key)]).Confirms();
        Assert.Contains(Words.Say("frailty_alert_mood"), person.Sheet);
        var call = person.Talk.Last!.Bubbles.OfType<Bubble.Posters>().Single().All.Single().Links.Single();
        Assert.Equal("tel:0120279338", call.Address);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    [InlineData("unknown", false)]
    public void After_a_fall_it_is_asked_once_whether_it_hurts(string hurts, bool emergency)
    {
        var person = Person.Of("75").Begins("kihon_checklist").Answers([.. "yyyyyyyyy".Select(Person.Key), hurts]);
        Assert.Equal(emergency, person.Talk.Last!.Bubbles.OfType<Bubble.Say>().Any(say => say.Text.Contains("119番", StringComparison.Ordinal)));
        person.Answers([.. "nn".Select(Person.Key), "160", "60", .. "nnnynnynnnnnn".Select(Person.Key)]).Confirms();
        Assert.Contains(Words.Say("frailty_alert_fall_" + hurts), person.Sheet);
        Assert.Equal(emergency, person.Talk.Last!.Bubbles.OfType<Bubble.Posters>().Any());
    }

    [Fact]
    public void Half_a_year_later_each_part_is_held_against_before()
    {
        var person = Person.Of("70").Checks("nyy n nny n yy n", "just").After(180).Checks("yyy n yyy n yy n", "just");
        Assert.Equal(
            ["食べること：青○ 1こ → 2こ　ほぼ同じ", "お口：青○ 2こ → 2こ　ほぼ同じ", "体を動かすこと：青○ 1こ → 3こ　ふえました", "人とのつながり：青○ 2こ → 2こ　ほぼ同じ", "こころ：青○ 2こ → 2こ　ほぼ同じ", "赤●から 青○に かわりました：食事の心がけ、運動の習慣、歩く時間"],
            Compared(person, "イレブン・チェック"));
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Less_than_90_days_apart_nothing_is_compared(int days, bool compared) =>
        Assert.Equal(compared, Person.Of("70").Checks(Blue).After(days).Checks(Blue).Sheet.Contains("くらべて", StringComparison.Ordinal));

    [Fact]
    public void A_check_of_last_week_does_not_hide_the_one_of_half_a_year_ago() =>
        Assert.Contains("2026年11月24日と くらべて", Person.Of("70").Checks(Blue).After(180).Checks(Blue).After(7).Checks(Blue).Sheet);

    [Fact]
    public void Another_wording_or_form_is_never_compared()
    {
        var person = Person.Of("70").Checks(Blue);
        var later = Person.Of("70", Official.Forms);
        later.Talk.Findings.AddRange(person.Talk.Findings);
        Assert.DoesNotContain("くらべて", later.After(180).Checks(Blue).Sheet);
        Assert.DoesNotContain("くらべて", person.After(180).Begins("fsi").Answers("nnyyn".Select(Person.Key)).Confirms().Sheet);
    }

    [Fact]
    public void What_was_left_out_is_not_compared()
    {
        var person = Person.Of("70").Checks("-yy n yyy n yy n").After(180).Checks(Blue);
        Assert.DoesNotContain(Compared(person, "イレブン・チェック"), line => line.StartsWith("食べること", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("あなたは")]
    [InlineData("判定")]
    [InlineData("認知症")]
    [InlineData("サルコペニア")]
    public void No_sentence_says_what_somebody_is_or_has(string word) =>
        Assert.DoesNotContain(Words.Everything, w => w.Key.StartsWith("frailty_", StringComparison.Ordinal) && w.Value.Contains(word, StringComparison.Ordinal));

    private static string[] Compared(Person person, string form) => [.. Card(person).Boxes.Single(b => b.Title.Contains($"くらべて（{form}）", StringComparison.Ordinal)).Lines];

    private static string[] Box(Person person, string key) => [.. Card(person).Boxes.Single(b => b.Title == Words.Say(key)).Lines];

    private static Bubble.Card Card(Person person) => person.Talk.Last!.Bubbles.OfType<Bubble.Card>().Single();
}
