using Concierge.Core.Board;

namespace Concierge.Data;

/// <summary>Stored by name.</summary>
public enum PostState
{
    /// <summary>On the board.</summary>
    Open,

    /// <summary>Somebody was found.</summary>
    Filled,

    /// <summary>Taken off.</summary>
    Closed,
}

public sealed class PostEntry
{
    public required long Id { get; init; }
    public required PostState State { get; set; }

    /// <summary>Grows with every change of any post, so that whoever holds them in memory sees that something changed.</summary>
    public required long Version { get; set; }

    /// <summary>The <see cref="Post"/> as JSON: public, and nothing of a member.</summary>
    public required string Body { get; set; }
}

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
}
