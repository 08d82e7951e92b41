using Concierge.Core.Calendar;
using Concierge.Core.Wording;

namespace Concierge.Admin;

/// <summary><c>?fiscalYear=R8</c>; without it the one that runs.</summary>
public static class FiscalYears
{
    /// <exception cref="Problem">It is none.</exception>
    public static FiscalYear Read(string? name, DateTimeOffset now) =>
        name is null ? FiscalYear.Of(now) : FiscalYear.Parse(name) ?? throw Problem.Invalid("fiscalYear", Words.Say("problem_fiscal_year"));
}
