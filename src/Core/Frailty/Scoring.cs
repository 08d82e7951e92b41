using System.Collections.Immutable;

namespace Concierge.Core.Frailty;

/// <summary>
/// Scores a sheet exactly as its form says. For missing answers no rule is published, so nothing is guessed: every count is a
/// range, and a class or flag is given only when both ends of the range agree. All rules are monotone, so that is exact.
/// </summary>
public static class Scoring
{
    /// <param name="sheet">One that <see cref="SheetCheck"/> finds nothing wrong with.</param>
    public static Scored Of(Sheet sheet)
    {
        var marks = sheet.Form.Items.Select((item, at) => Mark(item, sheet.Answers[at], sheet)).ToImmutableArray();
        var range = Total(sheet.Form, marks);
        return new Scored(
            range,
            sheet.Age < Instrument.ClassFrom ? null : Class(sheet, range),
            [.. sheet.Form.Domains.Select(d => (d.Name, Count(marks, d.Items)))],
            Numbers(marks, null),
            Numbers(marks, Colour.Red),
            Numbers(marks, Colour.Blue),
            [.. sheet.Form.Criteria.Select(c => (c.Name, Judge(marks, c)))],
            [.. sheet.Form.Alerts.Select(a => (a.Kind, Items: Warning(marks, a))).Where(a => !a.Items.IsEmpty)],
            sheet.Form.ByAnswer is null ? null : marks[0]);
    }

    /// <summary>Null: not known.</summary>
    private static Colour? Mark(Item item, Given? given, Sheet sheet) => (item, given) switch
    {
        (Item.BodyMass, _) => Thin(sheet.HeightCm, sheet.WeightKg),
        (_, null) => null,
        (Item.Choice choice, _) => Red(choice.Risk.Contains(SheetCheck.Written(choice, given)!)),
        (Item.Measured measured, Given.Number number) => Below(measured.Below, number.Value, sheet.Sex),
        _ => throw new InvalidOperationException($"The sheet of {sheet.Form.Id} was not checked: {item.Key}."),
    };

    /// <summary>BMI below 18.5, without dividing: rounding to one decimal would miss 18.45 to 18.499.</summary>
    private static Colour? Thin(decimal? heightCm, decimal? weightKg) =>
        heightCm is { } h && weightKg is { } w ? Red(w * 10_000m < 18.5m * h * h) : null;

    /// <summary>Where both sexes agree, the sex need not be known.</summary>
    private static Colour? Below(Line line, decimal value, Sex? sex) => sex switch
    {
        Sex.Male => Red(value < line.Male),
        Sex.Female => Red(value < line.Female),
        _ => value < line.Male == value < line.Female ? Red(value < line.Male) : null,
    };

    private static Colour Red(bool scores) => scores ? Colour.Red : Colour.Blue;

    private static Bounds Total(Instrument form, ImmutableArray<Colour?> marks)
    {
        var grouped = form.Together.SelectMany(items => items).ToHashSet();
        var alone = Count(marks, Enumerable.Range(1, marks.Length).Where(no => !grouped.Contains(no)));
        return new Bounds(
            alone.Min + form.Together.Count(items => items.All(no => marks[no - 1] == Colour.Red)),
            alone.Max + form.Together.Count(items => items.All(no => marks[no - 1] != Colour.Blue)));
    }

    private static Bounds Count(ImmutableArray<Colour?> marks, IEnumerable<int> items)
    {
        var of = items.Select(no => marks[no - 1]).ToArray();
        return new Bounds(of.Count(mark => mark == Colour.Red), of.Count(mark => mark != Colour.Blue));
    }

    private static string Class(Sheet sheet, Bounds range)
    {
        if (sheet.Form.ByAnswer is { } byAnswer)
            return sheet.Answers[0] is Given.Word word ? byAnswer[word.Text] : Scored.Undetermined;
        var (least, most) = (Class(sheet.Form, range.Min), Class(sheet.Form, range.Max));
        return least == most ? least : Scored.Undetermined;
    }

    private static string Class(Instrument form, int total) => form.Classes.Last(cut => total >= cut.From).Name;

    private static Verdict Judge(ImmutableArray<Colour?> marks, Criterion criterion)
    {
        var count = Count(marks, criterion.Items);
        if (count.Min >= criterion.AtLeast) return Verdict.Yes;
        return count.Max < criterion.AtLeast ? Verdict.No : Verdict.Undetermined;
    }

    /// <summary>Only what was answered warns: nobody is sent to a doctor for leaving a question out.</summary>
    private static ImmutableArray<int> Warning(ImmutableArray<Colour?> marks, Alert alert)
    {
        var red = alert.Items.Where(no => marks[no - 1] == Colour.Red).ToImmutableArray();
        var alone = !alert.Alone.IsDefault && red.Any(no => alert.Alone.Contains(no));
        return red.Length >= alert.AtLeast || alone ? red : [];
    }

    private static ImmutableArray<int> Numbers(ImmutableArray<Colour?> marks, Colour? colour) =>
        [.. Enumerable.Range(1, marks.Length).Where(no => marks[no - 1] == colour)];
}
