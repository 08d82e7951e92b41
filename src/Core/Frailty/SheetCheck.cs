using System.Globalization;
using Concierge.Core.Wording;

namespace Concierge.Core.Frailty;

/// <summary>What cannot be true of a sheet, and at which item.</summary>
/// <param name="Item">The number of the item as printed, or <c>age</c>, <c>heightCm</c>, <c>weightKg</c>, <c>answers</c>.</param>
/// <param name="Detail">For whoever typed it in, in Japanese.</param>
public sealed record Fault(string Item, string Detail);

/// <summary>Finds slips: an answer that the form does not have, metres for centimetres, height and weight changed over.</summary>
public static class SheetCheck
{
    /// <summary>Limits of our own: beyond them it is a slip.</summary>
    public const decimal LeastHeight = 100, MostHeight = 220, LeastWeight = 20, MostWeight = 200;

    private const int MostAge = 120;

    /// <summary>Null when the sheet can be scored.</summary>
    public static Fault? FirstIn(Sheet sheet)
    {
        var items = sheet.Form.Items;
        if (sheet.Answers.Length != items.Length)
            return new Fault("answers", Words.Say("sheet_count", ("n", items.Length), ("got", sheet.Answers.Length)));
        return items.Select((item, at) => InItem(item, at + 1, sheet.Answers[at])).FirstOrDefault(fault => fault is not null)
            ?? InRange("age", sheet.Age, 0, MostAge)
            ?? InRange("heightCm", sheet.HeightCm, LeastHeight, MostHeight)
            ?? InRange("weightKg", sheet.WeightKg, LeastWeight, MostWeight);
    }

    private static Fault? InItem(Item item, int no, Given? given) => (item, given) switch
    {
        (_, null) => null,
        (Item.BodyMass, _) => At(no, "sheet_bmi"),
        (Item.Choice choice, _) => choice.Answers.Contains(Written(choice, given) ?? "") ? null : At(no, "sheet_choice", ("answers", string.Join("、", choice.Answers))),
        (Item.Measured measured, Given.Number number) when number.Value >= measured.From && number.Value <= measured.To => null,
        (Item.Measured measured, _) => At(no, "sheet_measured", ("from", measured.From), ("to", measured.To), ("unit", measured.Unit)),
        _ => throw new InvalidOperationException($"SheetCheck does not know {item.GetType().Name}."),
    };

    /// <summary>The answer as the form prints it; null when it is of another kind, e.g. a word where a number is ringed.</summary>
    internal static string? Written(Item.Choice choice, Given given) => (given, choice.Numbers) switch
    {
        (Given.Word word, false) => word.Text,
        (Given.Number number, true) => number.Value.ToString("0.#############################", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Fault? InRange(string name, decimal? value, decimal from, decimal to) =>
        value is null || (value >= from && value <= to) ? null : new Fault(name, Words.Say("sheet_" + name.ToLowerInvariant(), ("from", from), ("to", to)));

    private static Fault At(int no, string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(no.ToString(CultureInfo.InvariantCulture), Words.Say("sheet_item", ("no", no)) + Words.Say(key, values));
}
