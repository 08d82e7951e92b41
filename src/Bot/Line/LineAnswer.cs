using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Concierge.Bot.Line;

/// <summary>What came of one request: an answer, or why there is none.</summary>
internal abstract record LineAnswer
{
    private LineAnswer() { }

    /// <param name="Body">At most <see cref="MaxBody"/> bytes; empty when the rest never came. The status counts all the same.</param>
    public sealed record Got(HttpStatusCode Status, string? RequestId, string? AcceptedId, TimeSpan? RetryAfter, bool IsJson, byte[] Body)
        : LineAnswer;

    /// <summary>It never left us.</summary>
    public sealed record NotSent(TimeSpan After, string Reason) : LineAnswer;

    /// <summary>It left us, and no answer came.</summary>
    public sealed record Lost(string Reason) : LineAnswer;

    /// <summary>What we read of an answer. LINE's are a few hundred bytes.</summary>
    public const int MaxBody = 16 * 1024;
}

/// <summary>Reads LINE's error bodies down to a code that can be logged: LINE may quote what we sent.</summary>
internal static partial class LineErrors
{
    /// <summary>E.g. <c>400 invalid_reply_token</c>, <c>400 messages[0].text</c>, or the status alone.</summary>
    public static string Code(LineAnswer.Got answer)
    {
        var status = (int)answer.Status;
        return Detail(answer.Body) is { } detail ? $"{status} {detail}" : $"{status}";
    }

    // Texts are not guaranteed and may change (development guidelines): for reading in a log, never for deciding.
    private static string? Detail(byte[] body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } error) return null;
        if (error.Text("message")?.Contains("reply token", StringComparison.OrdinalIgnoreCase) == true) return "invalid_reply_token";
        if (error.Text("message")?.Contains("monthly limit", StringComparison.OrdinalIgnoreCase) == true) return "monthly_limit";
        if (!error.TryRead("details", out var details) || details.ValueKind != JsonValueKind.Array) return error.Name("error");
        var first = details.EnumerateArray().FirstOrDefault();
        return first.Text("property") is { Length: <= 80 } property && Path().IsMatch(property) ? property : null;
    }

    public static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_\[\]./]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Path();
}
