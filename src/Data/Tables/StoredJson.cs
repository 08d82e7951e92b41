using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Conversations;

namespace Concierge.Data;

/// <summary>The form of what is sealed. Only ever add to it: old rows must open for ever.</summary>
[JsonSerializable(typeof(ImmutableArray<Session>))]
[JsonSerializable(typeof(AnswerValue))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    // It is sealed and never part of a page: Japanese may stand as it is, at half the size.
    public static readonly StoredJson Compact = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
