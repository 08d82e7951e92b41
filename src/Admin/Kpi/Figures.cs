using System.Globalization;
using Concierge.Core.Kpi;
using Concierge.Core.Wording;

namespace Concierge.Admin.Kpi;

/// <summary>Figures as people read them.</summary>
public static class Figures
{
    private const string AtLeast = "以上";

    /// <summary>With the unit; what is wanted of a share says 以上.</summary>
    public static string Target(KpiRow row) => Words.Say("console_kpi_target", ("number", Number(row.Target ?? 0) + row.Indicator.Unit));

    public static string Forecast(KpiRow row) => Words.Say("console_kpi_forecast", ("number", Reached(row.Indicator, row.Forecast ?? 0)));

    public static string Actual(KpiRow row, DateTimeOffset now) =>
        row.Actual is { } actual ? Reached(row.Indicator, actual) : Words.Say(now < row.Period.Start(row.Year) ? "console_kpi_to_come" : "console_kpi_unknown");

    public static string Reached(Indicator indicator, decimal number) => Number(number) + indicator.Unit.Replace(AtLeast, "", StringComparison.Ordinal);

    public static string Number(decimal number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);
}
