using Concierge.Core.Frailty;
using Xunit;

namespace Concierge.CoreTests.Frailty;

/// <summary>Tables by hand: no scores on 1-8, 16 and 19, yes on 9-11, 13-15, 17, 18 and 20-25, and 12 is the BMI.</summary>
public sealed class KihonChecklistTests
{
    //                             1-5    6-10   11-12 13-15 16-17 18-20 21-25
    private const string Blue = "yyyyy" + "yyynn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn";
    private const string Red = "nnnnn" + "nnnyy" + "y-" + "yyy" + "ny" + "yny" + "yyyyy";

    [Theory]
    [InlineData(Blue, 160, 60, 0, "robust")]
    [InlineData(Red, 160, 40, 25, "frail")]
    // All yes: 9 10 11 13 14 15 17 18 20-25 are 14, and 12 is not thin.
    [InlineData("yyyyyyyyyyy-yyyyyyyyyyyyy", 160, 60, 14, "frail")]
    // All no: 1-8, 16 and 19 are 10.
    [InlineData("nnnnnnnnnnn-nnnnnnnnnnnnn", 160, 60, 10, "frail")]
    [InlineData("nnnyy" + "yyynn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", 160, 60, 3, "robust")]
    [InlineData("nnnny" + "yyynn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", 160, 60, 4, "prefrail")]
    [InlineData("nnnnn" + "nnynn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", 160, 60, 7, "prefrail")]
    [InlineData("nnnnn" + "nnnnn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", 160, 60, 8, "frail")]
    public void Four_is_prefrail_and_eight_is_frail(string marks, int height, int weight, int score, string name)
    {
        var scored = Paper.Score("kihon_checklist", marks, Paper.Grown, height, weight);
        Assert.Equal((score, name), (scored.Total, scored.Class));
    }

    [Fact]
    public void Each_answer_alone_scores_one()
    {
        for (var no = 1; no <= 25; no++)
        {
            if (no == 12) continue;
            var scored = Paper.Score("kihon_checklist", Paper.With(Blue, no, Red[no - 1]), Paper.Grown, 160, 60);
            Assert.Equal(1, scored.Total);
            Assert.Equal([no], scored.Red);
        }
    }

    [Theory]
    // 1.60 m: 18.5 is 47.36 kg exactly; 18.49 is 47.3344 kg.
    [InlineData(160, 47.36, false)]
    [InlineData(160, 47.35, true)]
    [InlineData(160, 47.3344, true)]
    // 18.45 and 18.499 would be 18.5 after rounding to one decimal.
    [InlineData(160, 47.232, true)]
    [InlineData(160, 47.35744, true)]
    [InlineData(150.5, 41.9, true)]
    [InlineData(150.5, 41.91, false)]
    public void Body_mass_is_compared_exactly(double height, double weight, bool thin)
    {
        var scored = Paper.Score("kihon_checklist", Blue, Paper.Grown, (decimal)height, (decimal)weight);
        Assert.Equal(thin, scored.Red.Contains(12));
        Assert.Equal(thin, scored.Alerts.Any(a => a.Kind == AlertKind.Thin));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(160, null)]
    [InlineData(null, null)]
    public void Without_height_or_weight_item_12_is_missing(int? height, int? weight)
    {
        var scored = Paper.Score("kihon_checklist", Blue, Paper.Grown, height, weight);
        Assert.Equal([12], scored.Missing);
        Assert.Equal((new Bounds(0, 1), (int?)null, "robust"), (scored.Bounds, scored.Total, scored.Class));
    }

    [Theory]
    [InlineData(1.6, 60, "heightCm")]
    [InlineData(60, 160, "heightCm")]
    [InlineData(99.9, 60, "heightCm")]
    [InlineData(220.1, 60, "heightCm")]
    [InlineData(160, 19.9, "weightKg")]
    [InlineData(160, 200.1, "weightKg")]
    [InlineData(160, 0.06, "weightKg")]
    public void Metres_and_swapped_fields_are_noticed(double height, double weight, string item) =>
        Assert.Equal(item, SheetCheck.FirstIn(new Sheet(Instruments.Get("kihon_checklist"), Paper.Read(Blue), null, 75, (decimal)height, (decimal)weight))!.Item);

    [Theory]
    [InlineData(100, 20)]
    [InlineData(220, 200)]
    public void The_ends_of_what_can_be_true_are_taken(int height, int weight) => Paper.Score("kihon_checklist", Blue, 75, height, weight);

    [Theory]
    // Two of 6-10 are not enough, three are.
    [InlineData("motor", "yyyyy" + "nnynn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", Verdict.No)]
    [InlineData("motor", "yyyyy" + "nnyyn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", Verdict.Yes)]
    [InlineData("motor", "yyyyy" + "nny-n" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", Verdict.Undetermined)]
    [InlineData("motor", "yyyyy" + "nyy-n" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", Verdict.No)]
    [InlineData("oral", "yyyyy" + "yyynn" + "n-" + "ynn" + "yn" + "nyn" + "nnnnn", Verdict.No)]
    [InlineData("oral", "yyyyy" + "yyynn" + "n-" + "yny" + "yn" + "nyn" + "nnnnn", Verdict.Yes)]
    // 17 alone is not housebound; 16 is.
    [InlineData("housebound", "yyyyy" + "yyynn" + "n-" + "nnn" + "yy" + "nyn" + "nnnnn", Verdict.No)]
    [InlineData("housebound", "yyyyy" + "yyynn" + "n-" + "nnn" + "nn" + "nyn" + "nnnnn", Verdict.Yes)]
    [InlineData("housebound", "yyyyy" + "yyynn" + "n-" + "nnn" + "-y" + "nyn" + "nnnnn", Verdict.Undetermined)]
    [InlineData("cognition", "yyyyy" + "yyynn" + "n-" + "nnn" + "yn" + "nnn" + "nnnnn", Verdict.Yes)]
    [InlineData("cognition", Blue, Verdict.No)]
    [InlineData("depression", "yyyyy" + "yyynn" + "n-" + "nnn" + "yn" + "nyn" + "ynnnn", Verdict.No)]
    [InlineData("depression", "yyyyy" + "yyynn" + "n-" + "nnn" + "yn" + "nyn" + "ynnny", Verdict.Yes)]
    // Nine of the first twenty, then ten.
    [InlineData("multi", "nnnnn" + "nnnyn" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", Verdict.No)]
    [InlineData("multi", "nnnnn" + "nnnyy" + "n-" + "nnn" + "yn" + "nyn" + "nnnnn", Verdict.Yes)]
    [InlineData("multi", "nnnnn" + "nnnyy" + "n-" + "nnn" + "yn" + "nyn" + "yyyyy", Verdict.Yes)]
    [InlineData("multi", "nnnnn" + "nnnny" + "n-" + "nnn" + "yn" + "nyn" + "yyyyy", Verdict.No)]
    public void Each_criterion_of_the_programme_is_met_where_the_form_says(string name, string marks, Verdict verdict) =>
        Assert.Equal(verdict, Flag(Paper.Score("kihon_checklist", marks, Paper.Grown, 160, 60), name));

    [Theory]
    [InlineData('n', 40, Verdict.No)]
    [InlineData('y', 60, Verdict.No)]
    [InlineData('y', 40, Verdict.Yes)]
    [InlineData('-', 40, Verdict.Undetermined)]
    [InlineData('-', 60, Verdict.No)]
    public void Nutrition_needs_both_the_loss_and_the_thinness(char loss, int weight, Verdict verdict) =>
        Assert.Equal(verdict, Flag(Paper.Score("kihon_checklist", Paper.With(Blue, 11, loss), Paper.Grown, 160, weight), "nutrition"));

    [Fact]
    public void Nutrition_without_a_weight_is_open_only_when_there_was_a_loss()
    {
        Assert.Equal(Verdict.Undetermined, Flag(Paper.Score("kihon_checklist", Paper.With(Blue, 11, 'y')), "nutrition"));
        Assert.Equal(Verdict.No, Flag(Paper.Score("kihon_checklist", Blue), "nutrition"));
    }

    [Fact]
    public void Total_and_criteria_are_two_rulings_that_may_disagree()
    {
        // Eight in all and no criterion: 1-5, 7 and 8, 17.
        var eight = Paper.Score("kihon_checklist", "nnnnn" + "ynnnn" + "n-" + "nnn" + "yy" + "nyn" + "nnnnn", Paper.Grown, 160, 60);
        Assert.Equal("frail", eight.Class);
        Assert.DoesNotContain(eight.Flags, f => f.Verdict != Verdict.No);

        // One in all and a criterion: 18.
        var one = Paper.Score("kihon_checklist", Paper.With(Blue, 18, 'y'), Paper.Grown, 160, 60);
        Assert.Equal((1, "robust"), (one.Total, one.Class));
        Assert.Equal("cognition", Assert.Single(one.Flags, f => f.Verdict == Verdict.Yes).Name);
    }

    [Theory]
    [InlineData(9, AlertKind.Fall)]
    [InlineData(11, AlertKind.WeightLoss)]
    [InlineData(16, AlertKind.Housebound)]
    [InlineData(20, AlertKind.Date)]
    [InlineData(24, AlertKind.Mood)]
    public void Some_answers_act_alone(int no, AlertKind kind)
    {
        var alert = Assert.Single(Paper.Score("kihon_checklist", Paper.With(Blue, no, Red[no - 1]), Paper.Grown, 160, 60).Alerts);
        Assert.Equal(kind, alert.Kind);
        Assert.Equal([no], alert.Items);
    }

    [Theory]
    [InlineData("ynnnn", "")]
    [InlineData("nnnny", "")]
    [InlineData("ynnny", "21 25")]
    [InlineData("yynyn", "21 22 24")]
    [InlineData("nnnyn", "24")]
    [InlineData("y----", "")]
    [InlineData("---y-", "24")]
    public void Two_of_the_mood_items_act_and_24_by_itself(string mood, string items)
    {
        var alerts = Paper.Score("kihon_checklist", Blue[..20] + mood, Paper.Grown, 160, 60).Alerts.Where(a => a.Kind == AlertKind.Mood);
        Assert.Equal(items, string.Join(' ', alerts.SelectMany(a => a.Items)));
    }

    [Fact]
    public void The_domains_are_those_of_the_form() => Assert.Equal(
        [("iadl", new(5, 5)), ("motor", new(5, 5)), ("nutrition", new(2, 2)), ("oral", new(3, 3)), ("housebound", new(2, 2)), ("cognition", new(3, 3)), ("depression", new(5, 5)), ("first20", new(20, 20))],
        Paper.Score("kihon_checklist", Red, Paper.Grown, 160, 40).Domains);

    private static Verdict Flag(Scored scored, string name) => scored.Flags.Single(f => f.Name == name).Verdict;
}
