using System.Collections.Immutable;
using System.Text.Json;

namespace Concierge.Core.FollowUp;

/// <summary>One use of what is followed up by research. In each a person has another name, so that two of them cannot be put together.</summary>
/// <param name="Id">Never changes: the names of its people follow from it.</param>
public sealed record Study(string Id, string Title)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static ImmutableArray<Study> Embedded { get; } = JsonSerializer.Deserialize<ImmutableArray<Study>>(Resource.Text("studies.json"), Strict);

    public static Study? Find(string? id) => Embedded.FirstOrDefault(study => study.Id == id);
}
