using Concierge.Core.Frailty;
using Xunit;

namespace Concierge.CoreTests.Frailty;

/// <summary>Tables by hand: 指輪っか, 後期高齢者の質問票, 簡易フレイルインデックス, J-CHS.</summary>
public sealed class OtherFormsTests
{
    //                                                                  1  2 3-11      12 13-15
    private const string QmcooBlue = "1" + "1" + "ynnnnnynn" + "2" + "yyy", QmcooRed = "5" + "4" + "nyyyyynyy" + "1" + "nnn";

    [Theory]
    [InlineData("bigger", "low", Colour.Blue, 0)]
    [InlineData("just", "intermediate", Colour.Blue, 0)]
    [InlineData("smaller", "high", Colour.Red, 1)]
    public void Only_a_gap_is_red(string answer, string name, Colour signal, int score)
    {
        var scored = Paper.Score(new Sheet(Instruments.Get("yubi_wakka"), [new Given.Word(answer)], Age: 70));
        Assert.Equal((name, signal, score), (scored.Class, scored.Signal, scored.Total));
    }

    [Fact]
    public void A_ring_that_was_not_tried_says_nothing()
    {
        var scored = Paper.Score("yubi_wakka", "-");
        Assert.Equal(("undetermined", null, null, new Bounds(0, 1)), (scored.Class, scored.Signal, scored.Total, scored.Bounds));
        Assert.Equal([1], scored.Missing);
    }

    [Fact]
    public void Under_65_a_gap_is_red_without_a_class()
    {
        var scored = Paper.Score(new Sheet(Instruments.Get("yubi_wakka"), [new Given.Word("smaller")], Age: 64));
        Assert.Equal((null, Colour.Red), (scored.Class, scored.Signal));
    }

    [Theory]
    [InlineData(QmcooBlue, 0, "robust")]
    [InlineData(QmcooRed, 15, "frail")]
    [InlineData("3" + "2" + "ynnnnnynn" + "3" + "yyy", 0, "robust")]
    [InlineData("4" + "3" + "ynnnnnynn" + "2" + "yyy", 2, "robust")]
    [InlineData("4" + "3" + "ynnnnnynn" + "1" + "yyy", 3, "prefrail")]
    [InlineData("4" + "3" + "nnnnnnynn" + "1" + "yyy", 4, "frail")]
    // All yes: 4-8, 10 and 11 are 7. All no: 3, 9, 13-15 are 5.
    [InlineData("1" + "1" + "yyyyyyyyy" + "2" + "yyy", 7, "frail")]
    [InlineData("1" + "1" + "nnnnnnnnn" + "2" + "nnn", 5, "frail")]
    public void In_the_form_of_the_over_75_three_is_prefrail_and_four_is_frail(string marks, int score, string name)
    {
        var scored = Paper.Score("qmcoo", marks);
        Assert.Equal((score, name), (scored.Total, scored.Class));
    }

    [Fact]
    public void Each_answer_of_the_over_75_alone_scores_one()
    {
        for (var no = 1; no <= 15; no++)
            Assert.Equal([no], Paper.Score("qmcoo", Paper.With(QmcooBlue, no, QmcooRed[no - 1])).Red);
    }

    [Theory]
    [InlineData(1, "12345", "00011")]
    [InlineData(2, "1234", "0011")]
    [InlineData(12, "123", "100")]
    public void Of_the_ringed_numbers_these_score(int no, string numbers, string scores)
    {
        for (var i = 0; i < numbers.Length; i++)
            Assert.Equal(scores[i] - '0', Paper.Score("qmcoo", Paper.With(QmcooBlue, no, numbers[i])).Total);
    }

    [Theory]
    [InlineData(6, AlertKind.WeightLoss)]
    [InlineData(8, AlertKind.Fall)]
    [InlineData(11, AlertKind.Date)]
    [InlineData(15, AlertKind.NobodyToAsk)]
    public void Some_answers_of_the_over_75_act_alone(int no, AlertKind kind) =>
        Assert.Equal(kind, Assert.Single(Paper.Score("qmcoo", Paper.With(QmcooBlue, no, QmcooRed[no - 1])).Alerts).Kind);

    [Theory]
    [InlineData("nnyyn", 0, "robust")]
    [InlineData("ynyyn", 1, "prefrail")]
    [InlineData("yyyyn", 2, "prefrail")]
    [InlineData("yyyyy", 3, "frail")]
    [InlineData("nnnnn", 2, "prefrail")]
    [InlineData("yynny", 5, "frail")]
    [InlineData("yyyy-", null, "undetermined")]
    [InlineData("yynn-", null, "frail")]
    [InlineData("-nyyn", null, "undetermined")]
    [InlineData("-yyyn", null, "prefrail")]
    public void Of_the_five_items_one_is_prefrail_and_three_is_frail(string marks, int? score, string name)
    {
        var scored = Paper.Score("fsi", marks);
        Assert.Equal((score, name), (scored.Total, scored.Class));
    }

    [Fact]
    public void Weight_loss_acts_in_the_five_items_too()
    {
        Assert.Equal(AlertKind.WeightLoss, Assert.Single(Paper.Score("fsi", "ynyyn").Alerts).Kind);
        Assert.Empty(Paper.Score("fsi", "nynny").Alerts);
    }

    [Theory]
    [InlineData(Sex.Male, 28, 0)]
    [InlineData(Sex.Male, 27.9, 1)]
    [InlineData(Sex.Female, 18, 0)]
    [InlineData(Sex.Female, 17.9, 1)]
    [InlineData(null, 17.9, 1)]
    [InlineData(null, 28, 0)]
    [InlineData(null, 20, null)]
    public void Grip_scores_strictly_below_the_line_of_the_sex(Sex? sex, double grip, int? score)
    {
        var scored = Measured(sex, "n", grip, "n", 1.2, "yy");
        Assert.Equal(score, scored.Total);
        Assert.Equal(score is null ? [2] : [], scored.Missing);
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.99, 1)]
    [InlineData(0.0, 1)]
    public void Gait_scores_strictly_below_one_metre_a_second(double gait, int score) =>
        Assert.Equal(score, Measured(Sex.Male, "n", 30, "n", gait, "yy").Total);

    [Theory]
    [InlineData("nn", 1, 1)]
    [InlineData("yn", 0, 0)]
    [InlineData("ny", 0, 0)]
    [InlineData("yy", 0, 0)]
    [InlineData("n-", 0, 1)]
    [InlineData("-n", 0, 1)]
    [InlineData("y-", 0, 0)]
    [InlineData("--", 0, 1)]
    public void Activity_scores_only_when_neither_is_done(string activity, int min, int max) =>
        Assert.Equal(new Bounds(min, max), Measured(Sex.Male, "n", 30, "n", 1.2, activity).Bounds);

    [Theory]
    [InlineData("n", 30, "n", 1.2, "yy", 0, "robust")]
    [InlineData("y", 30, "n", 1.2, "yy", 1, "prefrail")]
    [InlineData("y", 27, "n", 1.2, "yy", 2, "prefrail")]
    [InlineData("y", 27, "y", 1.2, "yy", 3, "frail")]
    [InlineData("y", 27, "y", 0.8, "nn", 5, "frail")]
    public void Measured_values_make_three_frail(string loss, double grip, string tired, double gait, string activity, int score, string name)
    {
        var scored = Measured(Sex.Male, loss, grip, tired, gait, activity);
        Assert.Equal((score, name), (scored.Total, scored.Class));
    }

    private static Scored Measured(Sex? sex, string loss, double grip, string tired, double gait, string activity) => Paper.Score(new Sheet(
        Instruments.Get("j_chs"),
        [Paper.Answer(loss[0]), new Given.Number((decimal)grip), Paper.Answer(tired[0]), new Given.Number((decimal)gait), .. Paper.Read(activity)],
        sex,
        70));
}
