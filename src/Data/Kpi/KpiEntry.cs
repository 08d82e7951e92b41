namespace Concierge.Data;

/// <summary>What staff wrote down of something that happened elsewhere and counts in the plan's figures. Corrected, never deleted.</summary>
public sealed class KpiEntry
{
    public required string Id { get; init; }

    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; set; }

    /// <summary>By the clocks of Tokyo.</summary>
    public required DateOnly Day { get; set; }
    public required long Number { get; set; }

    /// <summary>Of a share: how many were asked.</summary>
    public long? OutOf { get; set; }

    /// <summary>Sealed with the system's key: staff may name somebody in it.</summary>
    public Sealed? Note { get; set; }

    /// <summary>Id of the member of staff.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>Grows with every change; whoever changes an older state is refused.</summary>
    public required int Revision { get; set; }
}

/// <summary>What counted of people who have left since: a day's number, and nothing of anybody.</summary>
public sealed class KpiKept
{
    public required string Source { get; init; }
    public required string What { get; init; }
    public required DateOnly Day { get; init; }
    public required long Number { get; set; }

    /// <summary>Of a share: how many were asked.</summary>
    public long? OutOf { get; set; }
}
