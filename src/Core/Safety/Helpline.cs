using System.Collections.Immutable;
using Concierge.Core.Calendar;
using Concierge.Core.Understanding;

namespace Concierge.Core.Safety;

/// <summary>Somebody to telephone in danger.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Number">To be dialled as it stands, e.g. <c>0120-279-338</c> or <c>#7119</c>.</param>
/// <param name="Note">For whom, and what it costs; one short sentence in Japanese.</param>
/// <param name="For">In which danger it is offered.</param>
/// <param name="Hours">When somebody answers; empty for always, null for hours that nobody has checked.</param>
/// <param name="Checked">When number and hours were last compared with the source.</param>
/// <param name="Source">Where they stand.</param>
public sealed record Helpline(
    string Name,
    string Number,
    string Note,
    ImmutableArray<SafetyKind> For,
    ImmutableArray<OpenSpan>? Hours,
    DateOnly Checked,
    string Source)
{
    /// <summary>False also where the hours are not known: nobody is sent to a telephone that may not be answered.</summary>
    public bool IsOpen(DateTimeOffset now, Holidays holidays) => Hours switch
    {
        null => false,
        { IsEmpty: true } => true,
        { } hours => hours.Any(span => span.Holds(now, holidays)),
    };
}
