using Concierge.Core.Board;

namespace Concierge.Data;

/// <summary>What a member did with a post.</summary>
public sealed class PostMarkEntry
{
    public required string MemberId { get; init; }

    /// <summary>0 for a whole kind. No foreign key: what was learned outlives the post.</summary>
    public required long PostId { get; init; }
    public required string Kind { get; init; }
    public required Mark Mark { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Which wording was agreed to; applications only.</summary>
    public string? Terms { get; init; }

    /// <summary>The version of the board that this person knows; applications only.</summary>
    public long Knows { get; init; }
}
