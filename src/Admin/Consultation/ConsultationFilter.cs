using Concierge.Core.Calendar;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Consultation;

/// <summary>Which consultations are looked for; null for all.</summary>
/// <param name="Quarter">1 is April to June.</param>
public sealed record ConsultationFilter(FiscalYear? Year, int? Quarter, ConsultationWay? Way, string? Member)
{
    public DateTimeOffset From => Year?.StartOf(Quarter ?? 1) ?? DateTimeOffset.MinValue;

    public DateTimeOffset Until => (Quarter is { } quarter ? Year?.StartOf(quarter + 1) : Year?.End) ?? DateTimeOffset.MaxValue;

    /// <summary>For a cursor: of another list it leads nowhere.</summary>
    public string Sort => $"-at/{Year?.Name}/{Quarter}/{Way}/{Member}";

    /// <summary>A quarter without a year is one of the year that runs.</summary>
    /// <exception cref="Problem">A value that there is not.</exception>
    public static ConsultationFilter Read(string? fiscalYear, int? quarter, string? way, string? member, DateTimeOffset now)
    {
        if (quarter is not (null or >= 1 and <= 4)) throw Problem.Invalid("quarter", Words.Say("problem_quarter"));
        FiscalYear? year = fiscalYear is null && quarter is null ? null : FiscalYears.Read(fiscalYear, now);
        return new ConsultationFilter(year, quarter, Names.ReadIfAny<ConsultationWay>("way", way), member);
    }
}
