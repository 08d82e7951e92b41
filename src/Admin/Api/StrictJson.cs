using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Wording;

namespace Concierge.Admin;

/// <summary>Reads a request to the letter: a member that we do not know is a mistake that would otherwise go unnoticed.</summary>
public static class StrictJson
{
    public static readonly JsonSerializerOptions Options = Strict(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 16;
        options.Converters.Add(new TokyoTime());
        return options;
    }

    /// <summary>What a reader of JSON stumbled over.</summary>
    public static Problem Named(JsonException wrong)
    {
        if (wrong.Path is not ['$', '.', .. var member]) return Problem.NotJson();
        return wrong.InnerException is null && wrong.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? Problem.Unknown(member)
            : Problem.Invalid(member, Words.Say("problem_wrong_kind", ("item", member)));
    }
}
