namespace Concierge.LineSimulator;

/// <summary>
/// What the bot answered to a webhook. <paramref name="Status"/> is null when there was no answer: nobody listening,
/// too slow, held back by a fault, or a tap that causes no webhook. <paramref name="Reason"/> is LINE's word for it.
/// </summary>
public sealed record WebhookAnswer(int? Status, string Reason, string Body = "")
{
    /// <summary>The bot was not asked: the tap opens an address or stays on the phone.</summary>
    public static readonly WebhookAnswer NotSent = new(null, "NOT_SENT");

    /// <summary>A fault keeps the webhook back.</summary>
    public static readonly WebhookAnswer Held = new(null, "HELD");

    /// <summary>2xx: all that LINE asks for.</summary>
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>The address that the tap opens on the phone, for a uri action.</summary>
    public string? Opens { get; init; }
}

/// <summary>One webhook as it went over the wire.</summary>
public sealed record SentWebhook(DateTimeOffset At, string Body, string Signature, WebhookAnswer Answer);
