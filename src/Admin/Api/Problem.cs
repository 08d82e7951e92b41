using Concierge.Core.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin;

/// <summary>
/// What was wrong with a request: RFC 9457, in Japanese for whoever typed it, with a <c>type</c> that stays the same for programs. Thrown
/// wherever it comes to light, also inside a transaction, which is then taken back.
/// </summary>
public sealed class Problem : Exception
{
    public const string Types = "urn:concierge:problem:";

    private readonly string type;
    private readonly string? item;

    /// <param name="type">After <see cref="Types"/>.</param>
    /// <param name="item">Which item of the form or member of the request; null when it is the whole.</param>
    private Problem(int status, string type, string? item, string detail)
        : base(detail) => (Status, this.type, this.item) = (status, type, item);

    public int Status { get; }

    /// <summary>What it is about, for a sentence that a page has of its own: the item that was typed wrong, or else the rule.</summary>
    public string About => Status == StatusCodes.Status400BadRequest && item is not null ? item : type;

    /// <summary>Somebody else was faster.</summary>
    public bool IsStale => Status == StatusCodes.Status412PreconditionFailed;

    /// <summary>Whole seconds until it may be tried again; null where that makes no sense.</summary>
    public int? RetryAfter { get; private init; }

    public static Problem Invalid(string item, string detail) => new(StatusCodes.Status400BadRequest, "invalid-item", item, detail);

    public static Problem Missing(string item) => Invalid(item, Words.Say("problem_missing", ("item", item)));

    public static Problem Unknown(string member) => new(StatusCodes.Status400BadRequest, "unknown-field", member, Words.Say("problem_unknown_field", ("item", member)));

    public static Problem NotJson() => new(StatusCodes.Status400BadRequest, "not-json", null, Words.Say("problem_not_json"));

    /// <summary>Also for what the caller may not know of.</summary>
    public static Problem NotFound() => new(StatusCodes.Status404NotFound, "not-found", null, Words.Say("problem_not_found"));

    /// <summary>A rule says no.</summary>
    /// <param name="reason">What the rule is called, e.g. <c>already-claimed</c>; the sentence is <c>problem_</c> and that.</param>
    public static Problem Conflict(string reason) => new(StatusCodes.Status409Conflict, reason, null, Words.Say("problem_" + reason.Replace('-', '_')));

    /// <summary>Changed by somebody else since it was read.</summary>
    public static Problem Stale() => new(StatusCodes.Status412PreconditionFailed, "stale", null, Words.Say("problem_stale"));

    public static Problem NeedsIfMatch() => new(StatusCodes.Status428PreconditionRequired, "if-match-missing", "If-Match", Words.Say("problem_if_match"));

    public static Problem KeyReused() => new(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "Idempotency-Key", Words.Say("problem_key_reused"));

    public static Problem TooMany(int seconds) =>
        new(StatusCodes.Status429TooManyRequests, "too-many-requests", null, Words.Say("problem_too_many", ("seconds", seconds))) { RetryAfter = seconds };

    /// <summary>What the framework refused: no token, no right, no such address, too large.</summary>
    public static Problem Of(int status) => new(status, "http-" + status, null, Words.Say(status switch
    {
        StatusCodes.Status401Unauthorized => "problem_unauthorized",
        StatusCodes.Status403Forbidden => "problem_forbidden",
        StatusCodes.Status404NotFound => "problem_not_found",
        StatusCodes.Status405MethodNotAllowed => "problem_method",
        StatusCodes.Status413PayloadTooLarge => "problem_too_large",
        StatusCodes.Status415UnsupportedMediaType => "problem_not_json",
        >= 500 => "problem_ours",
        _ => "problem_title",
    }));

    public ProblemDetails Details()
    {
        var details = new ProblemDetails { Type = Types + type, Title = Words.Say(Status >= 500 ? "problem_title_ours" : "problem_title"), Status = Status, Detail = Message };
        if (item is not null) details.Extensions["item"] = item;
        return details;
    }
}
