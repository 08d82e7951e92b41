namespace Concierge.LineSimulator;

/// <summary>The bytes of a picture or a sound that a person sent.</summary>
internal static class ContentApi
{
    public static readonly Route[] Routes =
    [
        new("GET", "/v2/bot/message/{messageId}/content", Content),
        new("GET", "/v2/bot/message/{messageId}/content/preview", Content),
        new("GET", "/v2/bot/message/{messageId}/content/transcoding", Transcoding),
    ];

    private static Answer Content(Call call) => call.World.Contents.Get(call.Path("messageId"));

    private static Answer Transcoding(Call call) =>
        Content(call) is { Status: not 200 } refused ? refused : Answer.Json(new { status = "succeeded" });
}
