namespace Concierge.Core.Kpi;

/// <summary>Something that happened and counts, without anything of a person.</summary>
/// <param name="Day">By the clocks of Tokyo.</param>
/// <param name="What">Of an entry the indicator's key; of a seminar series, miniMeeting, series/miniMeeting or other; of a placement <see cref="Placement"/>; else empty.</param>
/// <param name="Number">How many: seats, people, yen.</param>
/// <param name="OutOf">Of a share: how many were asked.</param>
/// <param name="Title">What it was, for the list behind the figure; null when nothing is left of it but the count.</param>
/// <param name="Id">Of the thing itself in its own list.</param>
public sealed record Happening(KpiSource Source, DateOnly Day, string What, long Number, long? OutOf = null, string? Title = null, string? Id = null);
