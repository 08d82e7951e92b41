using Concierge.Core.Broadcasts;

namespace Concierge.Data;

/// <summary>Settings under <c>Broadcasts:</c>, the same for both hosts. Clocks are Tokyo's.</summary>
public sealed class BroadcastOptions
{
    /// <summary>When the quiet hours begin, in which nothing goes out.</summary>
    public TimeOnly QuietFrom { get; set; } = QuietHours.Usual.From;

    /// <summary>When they end; the same as <see cref="QuietFrom"/>: there are none.</summary>
    public TimeOnly QuietTo { get; set; } = QuietHours.Usual.To;

    public QuietHours Quiet => new(QuietFrom, QuietTo);
}
