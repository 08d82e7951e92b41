using System.Threading.RateLimiting;
using Concierge.Admin.Staff;

namespace Concierge.Admin;

/// <summary>How much one caller may ask: a program that went wrong must not take the desk's time.</summary>
public sealed class Pace : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter;

    public Pace(AdminOptions options) => limiter = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.RequestsPerMinute,
        TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    }));

    /// <summary>By who calls; who could not be made out, by where from.</summary>
    public async Task Keep(HttpContext http, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(Actor.Of(http.User)?.Id ?? "from " + http.Connection.RemoteIpAddress);
        if (!lease.IsAcquired) throw Problem.TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1);
        await next(http);
    }

    public void Dispose() => limiter.Dispose();
}
