using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Calendar;
using Concierge.Core.Understanding;

namespace Concierge.Core.Safety;

/// <summary>Whom to telephone, from <c>data/helplines.json</c>. The first in the list is the first to be offered.</summary>
public sealed class Helplines(ImmutableArray<Helpline> all, Holidays holidays)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Those that come with the program.</summary>
    public static Helplines Embedded { get; } = new(Read(Resource.Text("helplines.json")), Holidays.Embedded);

    public ImmutableArray<Helpline> All => all;

    /// <exception cref="JsonException">The text is no list of helplines; the message says where.</exception>
    public static ImmutableArray<Helpline> Read(string json) => JsonSerializer.Deserialize<ImmutableArray<Helpline>>(json, Strict);

    /// <summary>Those that answer now, in the order in which they are offered. Never empty: 119, 110 and one free line always answer.</summary>
    public ImmutableArray<Helpline> For(SafetyKind kind, DateTimeOffset now) => [.. all.Where(line => line.For.Contains(kind) && line.IsOpen(now, holidays))];
}
