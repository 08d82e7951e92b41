using System.Globalization;

namespace Concierge.Core.Calendar;

/// <summary>年度: from April to March, by the clocks of Tokyo, named after the year it begins in. Only of 令和.</summary>
/// <param name="Begins">E.g. 2026 for 令和8年度.</param>
public readonly record struct FiscalYear(int Begins)
{
    private const int BeforeReiwa = 2018, April = 4;

    /// <summary>As the office writes it: R8.</summary>
    public string Name => "R" + (Begins - BeforeReiwa).ToString(CultureInfo.InvariantCulture);

    /// <summary>As people read it, between 令和 and 年度.</summary>
    public string Reiwa => Begins - BeforeReiwa is var number && number == 1 ? "元" : number.ToString(CultureInfo.InvariantCulture);

    public DateTimeOffset Start => StartOf(1);

    /// <summary>The first instant that is no longer in it.</summary>
    public DateTimeOffset End => StartOf(5);

    public static FiscalYear Of(DateTimeOffset at) => Tokyo.Day(at) is var day && day.Month >= April ? new(day.Year) : new(day.Year - 1);

    /// <summary>Null when the text is none.</summary>
    public static FiscalYear? Parse(string? name) =>
        name is ['R', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and < 100 ? new(BeforeReiwa + year) : null;

    /// <summary>1期 is April to June, 4期 January to March.</summary>
    public static int QuarterOf(DateTimeOffset at) => ((Tokyo.Day(at).Month + 8) % 12 / 3) + 1;

    /// <param name="quarter">From 1; 5 is the first of the year after.</param>
    public DateTimeOffset StartOf(int quarter) => Tokyo.At(new DateOnly(Begins, April, 1).AddMonths((quarter - 1) * 3), TimeOnly.MinValue);
}
