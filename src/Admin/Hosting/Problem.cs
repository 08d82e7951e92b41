using Concierge.Core.Wording;

namespace Concierge.Admin;

/// <summary>What was wrong with a request: RFC 9457, in Japanese for whoever typed it, with a <c>type</c> that stays the same for programs.</summary>
/// <param name="Type">After <c>urn:concierge:problem:</c>.</param>
/// <param name="Item">Which item of the form or member of the request; null when it is the whole.</param>
public sealed class Problem(string type, string? item, string detail) : Exception(detail)
{
    private const string Types = "urn:concierge:problem:";

    public static Problem Invalid(string item, string detail) => new("invalid-item", item, detail);

    public static Problem Unknown(string member) => new("unknown-field", member, Words.Say("problem_unknown_field", ("item", member)));

    public static Problem NotJson() => new("not-json", null, Words.Say("problem_not_json"));

    public IResult Answer() => Results.Problem(
        type: Types + type,
        title: Words.Say("problem_title"),
        detail: Message,
        statusCode: StatusCodes.Status400BadRequest,
        extensions: item is null ? null : [new KeyValuePair<string, object?>("item", item)]);
}
