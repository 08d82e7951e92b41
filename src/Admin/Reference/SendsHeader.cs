namespace Concierge.Admin.Reference;

/// <summary>A header that a call must have, for the document.</summary>
public sealed record SendsHeader(string Name, string Why);

public static class SendingHeaders
{
    /// <summary>Changes what somebody else may have changed meanwhile.</summary>
    public static T NeedsIfMatch<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new SendsHeader("If-Match", "The ETag of the state that you have read."));

    /// <summary>Speaks to a citizen, which must not happen twice.</summary>
    public static T NeedsKey<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new SendsHeader("Idempotency-Key", "Your own name for this call: sent again with the same one, it takes effect once."));
}
