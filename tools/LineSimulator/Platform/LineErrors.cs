namespace Concierge.LineSimulator;

/// <summary>LINE's error bodies, word for word where they are known (Messaging API reference, error responses).</summary>
internal static class LineErrors
{
    public static readonly Answer InvalidToken = Plain(401, "Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.");
    public static readonly Answer MissingToken = Plain(401, "Authentication failed due to the following reason: missing authorization header. Confirm that the access token in the authorization header is valid.");
    public static readonly Answer NotFound = Plain(404, "Not found");
    public static readonly Answer Gone = Plain(410, "The content is gone");
    public static readonly Answer TooLarge = Plain(413, "Request Entity Too Large");
    public static readonly Answer RateLimited = Plain(429, "The API rate limit has been exceeded. Try again later.");
    public static readonly Answer QuotaReached = Plain(429, "You have reached your monthly limit.");
    public static readonly Answer Internal = Plain(500, "Internal Server Error");
    public static readonly Answer InvalidReplyToken = Plain(400, "Invalid reply token");
    public static readonly Answer FailedToSend = Plain(400, "Failed to send messages");
    public static readonly Answer InvalidRetryKey = Plain(400, "The retry key is invalid");
    public static readonly Answer RetryKeyNotAllowed = Plain(400, "The X-Line-Retry-Key header is not supported by this endpoint");
    public static readonly Answer NotJson = Plain(400, "The request body could not be parsed as JSON (line: -, column: -)");

    public static Answer Plain(int status, string message) => Answer.Json(new { message }, status);

    public static Answer InvalidProperty(string property) =>
        Plain(400, $"The property, {property}, in the request body is invalid (line: -, column: -)");

    public static Answer ContentType(string? type) => Plain(415, $"The content type, {type}, is not supported");

    public static Answer Detailed(string message, IEnumerable<(string Message, string Property)> details) => Answer.Json(
        new { message, details = details.Select(detail => new { message = detail.Message, property = detail.Property }) }, 400);

    /// <summary>A retry key that was taken before. Only a push tells again what it sent.</summary>
    public static Answer AlreadyAccepted(Accepted earlier) => Answer.Json(
        earlier.SentMessages is { } sent
            ? new { message = "The retry key is already accepted", sentMessages = sent }
            : new { message = "The retry key is already accepted" }, 409) with { AcceptedRequestId = earlier.RequestId };

    /// <summary>The form in which the token endpoints refuse.</summary>
    public static Answer OAuth(string error, string description, int status = 400) =>
        Answer.Json(new { error, error_description = description }, status);
}
