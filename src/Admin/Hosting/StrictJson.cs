using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Wording;

namespace Concierge.Admin;

/// <summary>Reads a request to the letter: a member that we do not know is a mistake that would otherwise go unnoticed.</summary>
public static class StrictJson
{
    /// <summary>A sheet has at most 25 answers; nobody types more than this.</summary>
    private const int Most = 64 * 1024;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="Problem">It is no JSON, has a member that we do not know, or a value of the wrong kind.</exception>
    public static async Task<T> Read<T>(HttpRequest request)
    {
        if (!request.HasJsonContentType() || request.ContentLength > Most) throw Problem.NotJson();
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Options, request.HttpContext.RequestAborted) ?? throw Problem.NotJson();
        }
        catch (JsonException wrong)
        {
            throw Named(wrong);
        }
    }

    private static Problem Named(JsonException wrong)
    {
        if (wrong.Path is not ['$', '.', .. var member]) return Problem.NotJson();
        return wrong.InnerException is null && wrong.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? Problem.Unknown(member)
            : Problem.Invalid(member, Words.Say("problem_wrong_kind", ("item", member)));
    }
}
