namespace Concierge.Data;

/// <summary>One step in the life of a case. Append-only.</summary>
public sealed class CaseEventEntry
{
    public long Id { get; init; }
    public required long CaseId { get; init; }
    public required string MemberId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Request, a name of <see cref="Core.Handoff.HandoffCase.On"/>, or of <see cref="Core.Handoff.Silence"/>.</summary>
    public required string What { get; init; }

    /// <summary>Id of the member of staff; null: the person, or time.</summary>
    public string? Staff { get; init; }
}

/// <summary>What staff write down for each other. The person does not see it in the conversation, but in what is stored about them.</summary>
public sealed class CaseNoteEntry
{
    public long Id { get; init; }
    public required long CaseId { get; init; }
    public required string MemberId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Staff { get; init; }
    public required Sealed Body { get; init; }
}

/// <summary>The newest reply token that nobody used while staff have the conversation; at most one each.</summary>
public sealed class ReplyTokenEntry
{
    public required string MemberId { get; init; }
    public required Sealed Token { get; set; }
    public required DateTimeOffset At { get; set; }
}
