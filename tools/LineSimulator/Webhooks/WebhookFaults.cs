namespace Concierge.LineSimulator;

/// <summary>Faults that change what is written in a webhook.</summary>
internal static class WebhookFaults
{
    public static WebhookEvent[] Changed(WebhookEvent happened, Fault? fault, Events events) => fault switch
    {
        Fault.WebhookStandby => [Standby(happened)],
        Fault.WebhookOmitsOptional => [Bare(happened)],
        Fault.WebhookUnknownEvent => [events.Unknown(happened.Person), happened],
        Fault.WebhookUnknownMessage => [events.UnknownMessage(happened.Person), happened],
        _ => [happened],
    };

    private static WebhookEvent Standby(WebhookEvent happened) => happened.With(json =>
    {
        json["mode"] = "standby";
        json.Remove("replyToken");
    });

    private static WebhookEvent Bare(WebhookEvent happened) => happened.With(json =>
    {
        if (json["message"]?.AsObject() is not { } message) return;
        foreach (var optional in (string[])["markAsReadToken", "title", "address", "keywords", "duration"]) message.Remove(optional);
    });
}
