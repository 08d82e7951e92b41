using Concierge.Core.Handoff;

namespace Concierge.Admin.Handoff;

/// <summary>What came of moving a case, as the API says it. A no is thrown, so that the transaction is taken back.</summary>
public static class Handings
{
    /// <exception cref="Problem">It was not done.</exception>
    public static void Require(this Handing handing)
    {
        switch (handing)
        {
            case Handing.Done: return;
            case Handing.Unknown: throw Problem.NotFound();
            case Handing.Changed: throw Problem.Stale();
            case Handing.HeldBy: throw Problem.Conflict("held-by-another");
            case Handing.SaidMeanwhile: throw Problem.Conflict("said-meanwhile");
            default: throw Problem.Conflict("not-now");
        }
    }
}
