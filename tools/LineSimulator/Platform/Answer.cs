using System.Text;

namespace Concierge.LineSimulator;

/// <summary>What the platform answers to one call.</summary>
internal sealed record Answer(int Status, byte[] Body, string? ContentType = "application/json")
{
    /// <summary>The id of the earlier request that a retry key belongs to (x-line-accepted-request-id).</summary>
    public string? AcceptedRequestId { get; init; }

    public static Answer Empty(int status = 200) => Json(new { }, status);

    public static Answer Json(object body, int status = 200) => new(status, Encoding.UTF8.GetBytes(LineJson.Text(body)));

    public static Answer Bytes(byte[] bytes, string contentType) => new(200, bytes, contentType);
}
