using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Kpi;

/// <summary>Where each indicator's actual comes from, from <c>data/kpi-sources.json</c>.</summary>
/// <param name="Programmes">In the plan's order.</param>
/// <param name="Labour">Counts of the labour market, which staff write down with the day they are of.</param>
public sealed record KpiSources(string About, ImmutableArray<ProgrammeName> Programmes, ImmutableArray<SourceOf> Indicators, ImmutableArray<LabourCount> Labour)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static KpiSources Embedded { get; } = Read(Resource.Text("kpi-sources.json"));

    /// <exception cref="JsonException">The text is no such table; the message says where.</exception>
    public static KpiSources Read(string json) => JsonSerializer.Deserialize<KpiSources>(json, Strict) ?? throw new JsonException("The sources are empty.");

    public SourceOf? Find(string programme, string measure) => Indicators.FirstOrDefault(one => one.Programme == programme && one.Measure == measure);
}

/// <param name="Programme">ア to キ, or 5 for the funding.</param>
public sealed record ProgrammeName(string Programme, string Name);

/// <param name="Counts">As <see cref="Indicator.What"/>.</param>
public sealed record SourceOf(string Key, string Programme, string Measure, KpiSource Source, Combine Combine = Combine.Sum, ImmutableArray<string> Counts = default);

/// <param name="AsOf">The day that the plan's own count is of.</param>
public sealed record LabourCount(string Key, string Measure, string Unit, DateOnly AsOf, long Number)
{
    /// <summary>In place of a programme of the plan.</summary>
    public const string Programme = "労働";

    /// <summary>As the plan has it.</summary>
    public Happening Happening => new(KpiSource.Entries, AsOf, Key, Number);

    public Indicator Indicator => Kpi.Indicator.ByHand(Key, Programme, Measure, IndicatorKind.Labour, Unit);
}
