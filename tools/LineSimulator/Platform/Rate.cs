namespace Concierge.LineSimulator;

/// <summary>A rate limit as LINE publishes it: so many calls in so long, for each operation.</summary>
internal sealed record Rate(int Calls, TimeSpan Per)
{
    public static readonly Rate Usual = new(2000, TimeSpan.FromSeconds(1));
    public static readonly Rate Multicast = new(200, TimeSpan.FromSeconds(1));
    public static readonly Rate Loading = new(100, TimeSpan.FromSeconds(1));
    public static readonly Rate RichMenuList = new(10, TimeSpan.FromSeconds(1));
    public static readonly Rate ShortLivedToken = new(370, TimeSpan.FromSeconds(1));
    public static readonly Rate WebhookEndpoint = new(1000, TimeSpan.FromMinutes(1));
    public static readonly Rate RichMenuChange = new(100, TimeSpan.FromHours(1));
    public static readonly Rate Hourly = new(60, TimeSpan.FromHours(1));
}
