using Concierge.Core.Calendar;

namespace Concierge.Core.Broadcasts;

/// <summary>When no broadcast goes out, by the clocks of Tokyo.</summary>
/// <param name="From">E.g. 20:00; may lie after <paramref name="To"/>, over midnight.</param>
/// <param name="To">E.g. 8:00; itself no longer quiet.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Where no setting says otherwise.</summary>
    public static readonly QuietHours Usual = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    /// <summary>What begins later than so long before them would be half way when they begin, and the other half would hear of it in the morning, or too late.</summary>
    private static readonly TimeSpan TooShort = TimeSpan.FromMinutes(5);

    /// <summary>A clock set from From to To would be neither: then nothing is ever quiet.</summary>
    public bool IsQuiet(DateTimeOffset at) => From != To && Tokyo.Clock(at).IsBetween(From, To);

    /// <summary>Neither quiet, nor about to be.</summary>
    public bool MayStart(DateTimeOffset at) => !IsQuiet(at) && !IsQuiet(at + TooShort);

    /// <summary>The same instant, or the end of the quiet hours that it lies in or just before.</summary>
    public DateTimeOffset NextStart(DateTimeOffset at) => MayStart(at) ? at : Next(Next(at) == at ? at + TooShort : at);

    /// <summary>The same instant, or the end of the quiet hours that it lies in.</summary>
    public DateTimeOffset Next(DateTimeOffset at)
    {
        if (!IsQuiet(at)) return at;
        var today = Tokyo.At(Tokyo.Day(at), To);
        return today > at ? today : Tokyo.At(Tokyo.Day(at).AddDays(1), To);
    }
}
