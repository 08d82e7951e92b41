using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Broadcasts;

/// <summary>What broadcasts cost, from <c>data/broadcasts.json</c>, which the city may edit.</summary>
/// <param name="Plan">Key of the plan that the account has.</param>
public sealed record BroadcastRules(string Plan, ImmutableArray<MessagePlan> Plans)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true };

    public static BroadcastRules Embedded { get; } = Read(Resource.Text("broadcasts.json"));

    public MessagePlan Ours => Plans.Single(plan => plan.Key == Plan);

    /// <exception cref="JsonException">The text holds no rules; the message says what is wrong.</exception>
    public static BroadcastRules Read(string json)
    {
        var read = JsonSerializer.Deserialize<BroadcastRules>(json, Strict) ?? throw new JsonException("The rules are empty.");
        return read.Plans.Count(plan => plan.Key == read.Plan) == 1 ? read : throw new JsonException($"plan is \"{read.Plan}\", and there is no such plan.");
    }
}

/// <summary>A plan of LINE's official accounts.</summary>
/// <param name="Messages">In a month, counted by people: five bubbles to one person are one.</param>
/// <param name="Yen">A month.</param>
/// <param name="YenMore">The most that one more costs; null: no more can be sent.</param>
/// <param name="Checked">As of when.</param>
public sealed record MessagePlan(string Key, string Title, long Messages, int Yen, decimal? YenMore, DateOnly Checked, string Source)
{
    /// <param name="used">Sent already in the month.</param>
    /// <param name="planned">Still to be sent in it.</param>
    public MonthForecast Of(long used, long planned)
    {
        var over = Math.Max(0, used + planned - Messages);
        return new MonthForecast(used, planned, Messages, over, Yen + (YenMore is { } each ? (long)Math.Ceiling(over * each) : 0), Fits: over == 0 || YenMore is not null);
    }
}

/// <param name="Over">More than the plan includes.</param>
/// <param name="Yen">For the whole month, at most.</param>
/// <param name="Fits">False: the plan allows no more, and some will not be sent.</param>
public sealed record MonthForecast(long Used, long Planned, long Included, long Over, long Yen, bool Fits);
