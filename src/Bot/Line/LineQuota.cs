namespace Concierge.Bot.Line;

/// <summary>What the account's plan allows in a month.</summary>
public abstract record LineQuota
{
    private LineQuota() { }

    public sealed record Unlimited : LineQuota;

    /// <param name="Messages">Counted by recipient: five bubbles in one push are one.</param>
    public sealed record Limited(long Messages) : LineQuota;
}

/// <summary>Whether we may ask LINE for anything now.</summary>
public abstract record ChannelToken
{
    private ChannelToken() { }

    public sealed record Ready(string Token) : ChannelToken
    {
        // Records print themselves, and a token must never reach a log.
        public override string ToString() => "Ready { Token = *** }";
    }

    /// <param name="After">The least wait before another try.</param>
    public sealed record NotNow(TimeSpan After, string Reason) : ChannelToken;
}
