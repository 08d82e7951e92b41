namespace Concierge.Bot.Line;

/// <summary>The closed set of what can become of something we send. The outbox decides by it; nothing is retried here.</summary>
public abstract record Sending
{
    private Sending() { }

    /// <summary>LINE has accepted it (a push: now or at an earlier try). A person who blocked us still gets nothing.</summary>
    /// <param name="RequestId">LINE's id of the request that was accepted, for asking LINE about it.</param>
    public sealed record Delivered(string? RequestId) : Sending;

    /// <summary>Not now. <paramref name="After"/> is the least wait; the caller's own back-off may be longer.</summary>
    /// <param name="CertainlyNotAccepted">True: it never reached LINE, or LINE said no. Another way may be taken without
    /// the person reading it twice.</param>
    public sealed record TryAgain(TimeSpan After, string Reason, bool CertainlyNotAccepted) : Sending;

    /// <summary>LINE will never take this. A reply's <c>400</c> is mostly a token that is used or too old, which LINE does not tell apart.</summary>
    /// <param name="Reason">The status and a short code, or <c>quota</c>. Never a person's words.</param>
    public sealed record Refused(string Reason) : Sending;

    /// <summary>The request went out and no answer came, or LINE failed on it: it may have arrived.</summary>
    public sealed record Unknown(string Reason) : Sending;
}
