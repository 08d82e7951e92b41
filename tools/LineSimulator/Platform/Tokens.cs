using System.Collections.Concurrent;

namespace Concierge.LineSimulator;

/// <summary>Channel access tokens: the configured long-lived one, and those issued since.</summary>
internal sealed class Tokens(SimulatorOptions options, Ids ids, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> issued = new();
    private bool longLivedRevoked;

    public bool IsValid(string token) =>
        token == options.AccessToken ? !longLivedRevoked : Left(token) is { } left && left > TimeSpan.Zero;

    public string Issue(TimeSpan life)
    {
        var token = ids.AccessToken();
        issued[token] = time.GetUtcNow() + life;
        return token;
    }

    /// <summary>How long a token still lives; null for one that was never issued here.</summary>
    public TimeSpan? Left(string token) => issued.TryGetValue(token, out var ends) ? ends - time.GetUtcNow() : null;

    /// <summary>Ends an issued token early; the long-lived one goes on after its 401.</summary>
    public void Expire(string authorization) => issued.TryRemove(authorization.Replace("Bearer ", ""), out _);

    public void Revoke(string token)
    {
        issued.TryRemove(token, out _);
        longLivedRevoked |= token == options.AccessToken;
    }
}
