namespace Concierge.LineSimulator;

/// <summary>What a route's body must be.</summary>
internal enum Takes { Nothing, Json, OptionalJson, Form, Bytes }

/// <summary>One operation of the platform.</summary>
internal sealed record Route(string Method, string Pattern, Func<Call, Answer> Handle)
{
    public Takes Takes { get; init; }

    public Rate Rate { get; init; } = Rate.Usual;

    /// <summary>Takes X-Line-Retry-Key; every other operation refuses it.</summary>
    public bool Retries { get; init; }

    /// <summary>Needs no access token: the token endpoints themselves.</summary>
    public bool Open { get; init; }
}
