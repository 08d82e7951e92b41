using System.Globalization;

namespace Concierge.LineSimulator;

/// <summary>Where webhooks go, and a try whether they arrive.</summary>
internal static class WebhookEndpointApi
{
    public static readonly Route[] Routes =
    [
        new("GET", "/v2/bot/channel/webhook/endpoint", Get) { Rate = Rate.WebhookEndpoint },
        new("PUT", "/v2/bot/channel/webhook/endpoint", Put) { Takes = Takes.Json, Rate = Rate.WebhookEndpoint },
        new("POST", "/v2/bot/channel/webhook/test", Test) { Takes = Takes.OptionalJson, Rate = Rate.Hourly },
    ];

    private static Answer Get(Call call) => Answer.Json(new { endpoint = call.World.WebhookUrl, active = true });

    private static Answer Put(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var endpoint = body.Text("endpoint", 500, required: true);
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        if (!Loopback.IsLoopback(endpoint!, out var url)) return LineErrors.Plain(400, $"Invalid webhook endpoint URL: {Loopback.Why}");
        call.World.WebhookUrl = url;
        return Answer.Empty();
    }

    private static Answer Test(Call call)
    {
        var url = call.World.WebhookUrl;
        if (call.Json.String("endpoint") is { } other && !Loopback.IsLoopback(other, out url)) return LineErrors.Plain(400, $"Invalid webhook endpoint URL: {Loopback.Why}");
        var answer = call.World.Courier.Test(url).GetAwaiter().GetResult();
        return Answer.Json(new
        {
            success = answer.IsOk,
            timestamp = call.World.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            statusCode = answer.Status ?? 0,
            reason = answer.Reason,
            detail = answer.Status?.ToString(CultureInfo.InvariantCulture) ?? answer.Body,
        });
    }
}
