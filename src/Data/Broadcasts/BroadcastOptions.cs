using Concierge.Core.Broadcasts;

namespace Concierge.Data;

/// <summary>Settings under <c>Broadcasts:</c>, the same for both hosts. Clocks are Tokyo's.</summary>
public sealed class BroadcastOptions
{
    /// <summary>When the quiet hours begin, in which nothing goes out.</summary>
    public TimeOnly QuietFrom { get; set; } = QuietHours.Usual.From;

    /// <summary>When they end; the same as <see cref="QuietFrom"/>: there are none.</summary>
    public TimeOnly QuietTo { get; set; } = QuietHours.Usual.To;

    /// <summary>How many days after its end it is known who had a broadcast; the counts stay. A year, and a month in which the year is reported.</summary>
    public int KeepRecipientsDays { get; set; } = 400;

    /// <summary>What is wrong with them, for whoever starts the host.</summary>
    public IEnumerable<string> Wrong()
    {
        // What came of it is counted for a week after it.
        if (KeepRecipientsDays is < 30 or > 3_650) yield return $"Broadcasts:KeepRecipientsDays is {KeepRecipientsDays}; it must be between 30 and 3650.";
    }

    public TimeSpan RecipientsKept => TimeSpan.FromDays(KeepRecipientsDays);

    public QuietHours Quiet => new(QuietFrom, QuietTo);
}
