using Concierge.Admin.Seminars;
using Concierge.Data;

namespace Concierge.Admin.Requests;

/// <summary>Erases somebody who asked for it at the counter, as if they had said it themselves.</summary>
public static class Departure
{
    /// <returns>Number of the receipt, to be given to them on paper: nobody is left to send it to.</returns>
    public static string Of(Unit unit, string member, DateTimeOffset now)
    {
        Booking.CancelAll(unit, member, now);
        var receipt = Erasures.NextNumber(unit, now);
        Erasures.Add(unit, receipt, member, now);
        Erasing.Everything(unit, member);
        Tally.Add(unit, "left", now);
        unit.Feed.Add(now, "erased", null, null);
        return receipt;
    }
}
