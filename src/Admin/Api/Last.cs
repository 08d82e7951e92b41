using System.Text.Json.Serialization;

namespace Concierge.Admin;

/// <summary>The end of a part of a list that goes by time: ids keep those of the same tick apart.</summary>
[method: JsonConstructor]
public sealed record Last(long Ticks, string Id)
{
    // As the API writes it, an instant has no parts of a second: whatever else came in that second would be left out.
    public Last(DateTimeOffset at, string id)
        : this(at.UtcTicks, id)
    {
    }

    [JsonIgnore]
    public DateTimeOffset At => new(Ticks, TimeSpan.Zero);
}

/// <summary>The end of a part of a list that goes by a number of its own.</summary>
public sealed record LastSeq(long Seq);
