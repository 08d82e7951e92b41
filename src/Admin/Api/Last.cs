namespace Concierge.Admin;

/// <summary>The end of a part of a list that goes by time: ids keep those of the same tick apart.</summary>
public sealed record Last(DateTimeOffset At, string Id);
