using Concierge.Core.Handoff;

namespace Concierge.Admin.Handoff;

/// <summary>Which cases are wanted; null for all.</summary>
public sealed record CaseFilter(CaseLevel? Level, string? Holder, string? Member)
{
    public bool Fits(HandoffCase one) => (Holder is null || one.Holder == Holder) && (Member is null || one.MemberId == Member);
}

/// <summary>A place in the order of the queue; one that has left it meanwhile still has a place.</summary>
public sealed record InQueue(bool Urgent, long AskedAt, long Id) : IComparable<InQueue>
{
    public static InQueue Of(CaseShown one) => new(one.Urgent, one.AskedAt.UtcTicks, one.Id);

    public int CompareTo(InQueue? other) => other is null ? 1 : (!Urgent, AskedAt, Id).CompareTo((!other.Urgent, other.AskedAt, other.Id));
}
