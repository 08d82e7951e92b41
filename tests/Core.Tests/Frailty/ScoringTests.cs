using System.Collections.Immutable;
using Concierge.Core.Frailty;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Frailty;

/// <summary>What holds for every form and every sheet.</summary>
public sealed class ScoringTests
{
    public static TheoryData<string> Forms => [.. Instruments.All.Select(i => i.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_six_forms_are_there() =>
        Assert.Equal(["eleven_check", "fsi", "j_chs", "kihon_checklist", "qmcoo", "yubi_wakka"], Instruments.All.Select(i => i.Id).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Forms))]
    public void A_red_answer_never_makes_anything_smaller(string form) => Sheets(form).Select(Gen.Int[0, 24]).Sample((sheet, at) =>
    {
        at %= sheet.Answers.Length;
        var (blue, red) = (Put(sheet, at, Colour.Blue), Put(sheet, at, Colour.Red));
        var (less, more) = (Scoring.Of(blue), Scoring.Of(red));
        Assert.True(less.Bounds.Min <= more.Bounds.Min && less.Bounds.Max <= more.Bounds.Max);
        Assert.All(less.Domains.Zip(more.Domains), d => Assert.True(d.First.Bounds.Min <= d.Second.Bounds.Min && d.First.Bounds.Max <= d.Second.Bounds.Max));
        Assert.All(less.Flags.Zip(more.Flags), f => Assert.True(Weight(f.First.Verdict) <= Weight(f.Second.Verdict)));
    });

    [Theory, MemberData(nameof(Forms))]
    public void The_range_holds_every_way_to_fill_in_what_is_missing_and_no_more(string form) => Sheets(form).Select(Gen.Bool.Array[25]).Sample((sheet, fills) =>
    {
        var open = Scoring.Of(sheet);
        var full = Scoring.Of(Fill(sheet, no => fills[no - 1]));
        Assert.InRange(full.Total!.Value, open.Bounds.Min, open.Bounds.Max);
        Assert.All(open.Domains.Zip(full.Domains), d => Assert.InRange(d.Second.Bounds.Min, d.First.Bounds.Min, d.First.Bounds.Max));
        Assert.All(open.Flags.Zip(full.Flags), f => Assert.True(f.First.Verdict == Verdict.Undetermined || f.First.Verdict == f.Second.Verdict));
        Assert.True(open.Class is null or Scored.Undetermined || open.Class == full.Class);
        Assert.Equal(open.Bounds.Min, Scoring.Of(Fill(sheet, _ => false)).Total);
        Assert.Equal(open.Bounds.Max, Scoring.Of(Fill(sheet, _ => true)).Total);
        Assert.Empty(full.Missing);
    });

    [Theory, MemberData(nameof(Forms))]
    public void A_class_is_left_open_only_when_the_ends_are_two_classes(string form) => Sheets(form).Sample(sheet =>
    {
        if (Instruments.Get(form).ByAnswer is not null) return;
        var (least, most) = (Scoring.Of(Fill(sheet, _ => false)).Class, Scoring.Of(Fill(sheet, _ => true)).Class);
        Assert.Equal(least == most ? least : Scored.Undetermined, Scoring.Of(sheet).Class);
    });

    [Theory, MemberData(nameof(Forms))]
    public void Every_item_is_red_blue_or_missing_and_only_one_of_them(string form) => Sheets(form).Sample(sheet =>
    {
        var scored = Scoring.Of(sheet);
        Assert.Equal(Enumerable.Range(1, sheet.Answers.Length), scored.Red.Concat(scored.Blue).Concat(scored.Missing).Order());
        Assert.All(scored.Alerts, alert => Assert.Subset(scored.Red.ToHashSet(), alert.Items.ToHashSet()));
    });

    [Theory]
    [InlineData("eleven_check", "yyy", "answers")]
    [InlineData("eleven_check", "yyyyyyyyyyyy", "answers")]
    [InlineData("eleven_check", "yyy1yyyyyyy", "4")]
    [InlineData("yubi_wakka", "y", "1")]
    [InlineData("qmcoo", "ynynnnnnynn2yyy", "1")]
    [InlineData("qmcoo", "61ynnnnnynn2yyy", "1")]
    [InlineData("qmcoo", "15ynnnnnynn2yyy", "2")]
    [InlineData("qmcoo", "11ynnnnnynn4yyy", "12")]
    [InlineData("qmcoo", "11ynnnnnynnyyyy", "12")]
    [InlineData("qmcoo", "01ynnnnnynn2yyy", "1")]
    [InlineData("kihon_checklist", "yyyyyyyyyyyyyyyyyyyyyyyyy", "12")]
    [InlineData("j_chs", "yyyyyy", "2")]
    public void A_slip_is_named_by_its_item(string form, string marks, string item)
    {
        var fault = SheetCheck.FirstIn(new Sheet(Instruments.Get(form), Paper.Read(marks)))!;
        Assert.Equal(item, fault.Item);
        Assert.DoesNotContain('{', fault.Detail);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(120, false)]
    [InlineData(121, true)]
    public void An_age_that_nobody_has_is_named(int age, bool wrong) =>
        Assert.Equal(wrong ? "age" : null, SheetCheck.FirstIn(new Sheet(Instruments.Get("yubi_wakka"), [null], Age: age))?.Item);

    [Theory]
    [InlineData(100.1, 1)]
    [InlineData(30, 3.1)]
    [InlineData(-1, 1)]
    public void A_value_that_nobody_can_measure_is_named(double grip, double gait) => Assert.Equal(
        grip is < 0 or > 100 ? "2" : "4",
        SheetCheck.FirstIn(new Sheet(Instruments.Get("j_chs"), [null, new Given.Number((decimal)grip), null, new Given.Number((decimal)gait), null, null]))!.Item);

    private static int Weight(Verdict verdict) => verdict switch { Verdict.No => 0, Verdict.Undetermined => 1, _ => 2 };

    /// <summary>Any sheet of this form, with anything missing.</summary>
    private static Gen<Sheet> Sheets(string form) => Gen.Int[0, 2].Array[26].Select(picks =>
    {
        var sheet = new Sheet(Instruments.Get(form), [.. Instruments.Get(form).Items.Select(_ => (Given?)null)], Sex.Female, 70);
        for (var at = 0; at < sheet.Answers.Length; at++)
            if (picks[at] > 0) sheet = Put(sheet, at, picks[at] == 1 ? Colour.Blue : Colour.Red);
        return sheet;
    });

    private static Sheet Fill(Sheet sheet, Func<int, bool> red)
    {
        foreach (var no in Scoring.Of(sheet).Missing) sheet = Put(sheet, no - 1, red(no) ? Colour.Red : Colour.Blue);
        return sheet;
    }

    private static Sheet Put(Sheet sheet, int at, Colour colour) => sheet.Form.Items[at] switch
    {
        Item.BodyMass => sheet with { HeightCm = 160, WeightKg = colour == Colour.Red ? 40 : 60 },
        Item.Measured measured => Give(sheet, at, new Given.Number(colour == Colour.Red ? 0 : measured.To)),
        Item.Choice choice => Give(sheet, at, Answer(choice, choice.Answers.First(a => choice.Risk.Contains(a) == (colour == Colour.Red)))),
        _ => throw new InvalidOperationException(),
    };

    private static Given Answer(Item.Choice choice, string answer) => choice.Numbers ? new Given.Number(decimal.Parse(answer)) : new Given.Word(answer);

    private static Sheet Give(Sheet sheet, int at, Given given) => sheet with { Answers = sheet.Answers.SetItem(at, given) };
}
