namespace Concierge.LineSimulator;

/// <summary>What can go wrong between LINE and a bot. Every one of these was seen in the field.</summary>
public enum Fault
{
    /// <summary>The same webhook comes twice, unmarked ("network routing problem").</summary>
    WebhookTwice,

    /// <summary>The same webhook comes again with isRedelivery = true.</summary>
    WebhookTwiceMarked,

    /// <summary>The webhook comes later, by the fault's time.</summary>
    WebhookDelayed,

    /// <summary>The webhook comes after the next one.</summary>
    WebhookReordered,

    /// <summary>Another channel holds the chat: mode standby, no reply token.</summary>
    WebhookStandby,

    /// <summary>The message is taken back, and the unsend event arrives before the message.</summary>
    WebhookUnsendFirst,

    /// <summary>An event of a type that nobody has heard of comes along in the same body.</summary>
    WebhookUnknownEvent,

    /// <summary>A message of a type that nobody has heard of comes along in the same body.</summary>
    WebhookUnknownMessage,

    /// <summary>Everything optional is left out.</summary>
    WebhookOmitsOptional,

    /// <summary>The API answers late, by the fault's time.</summary>
    ApiSlow,

    /// <summary>The API does it at once and answers late, by the fault's time.</summary>
    ApiSlowAfter,

    /// <summary>500, and nothing was done.</summary>
    ApiErrorBefore,

    /// <summary>500, although it was done.</summary>
    ApiErrorAfter,

    /// <summary>The connection is cut, and nothing was done.</summary>
    ApiCutBefore,

    /// <summary>The connection is cut, although it was done.</summary>
    ApiCutAfter,

    /// <summary>429: too many calls.</summary>
    ApiRateLimited,

    /// <summary>429: the month's quota is used up.</summary>
    ApiQuotaReached,

    /// <summary>409 for the first call already: an earlier answer was lost on the way.</summary>
    ApiAlreadyAccepted,

    /// <summary>400: the reply token has run out.</summary>
    ApiReplyTokenExpired,

    /// <summary>401: the access token has run out. An issued one is revoked for good.</summary>
    ApiTokenExpired,
}
