using System.Threading.RateLimiting;

namespace Concierge.Bot.Web;

/// <summary>How many may come without LINE: for all together, so that a script cannot make members by the thousand.</summary>
public sealed class NewVisitors : IDisposable
{
    public const int InAMinute = 60;

    private readonly FixedWindowRateLimiter _door = new(new FixedWindowRateLimiterOptions { PermitLimit = InAMinute, Window = TimeSpan.FromMinutes(1) });

    /// <summary>For an endpoint that makes a member: 429 when too many came.</summary>
    public static async ValueTask<object?> Count(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var let = context.HttpContext.RequestServices.GetRequiredService<NewVisitors>()._door.AttemptAcquire();
        return let.IsAcquired ? await next(context) : Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _door.Dispose();
}
