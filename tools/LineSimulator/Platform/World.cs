namespace Concierge.LineSimulator;

/// <summary>Everything that the platform and the phones know.</summary>
internal sealed class World
{
    public World(SimulatorOptions options)
    {
        Options = options;
        Time = new TurnableTime(options.Time);
        Ids = new Ids(options.Seed, Time);
        BotUserId = Ids.Bot;
        People = new People(this);
        Tokens = new Tokens(options, Ids, Time);
        IdTokens = new IdTokens(options, Time);
        ReplyTokens = new ReplyTokens(Time);
        RetryKeys = new RetryKeys(Time);
        Usage = new Usage(Time, options.MonthlyQuota);
        Buckets = new Buckets(Time);
        Faults = new Faults();
        Events = new Events(this);
        Courier = new Courier(this);
        WebhookUrl = Loopback.Webhook(options.WebhookUrl);
    }

    public SimulatorOptions Options { get; }
    public TurnableTime Time { get; }
    public Ids Ids { get; }
    public string BotUserId { get; }
    public People People { get; }
    public Tokens Tokens { get; }
    public IdTokens IdTokens { get; }
    public ReplyTokens ReplyTokens { get; }
    public RetryKeys RetryKeys { get; }
    public Usage Usage { get; }
    public Buckets Buckets { get; }
    public Faults Faults { get; }
    public Events Events { get; }
    public Courier Courier { get; }
    public Contents Contents { get; } = new();
    public RichMenus RichMenus { get; } = new();
    public Requests Requests { get; } = new();
    public Uri WebhookUrl { get; set; }

    /// <summary>The simulator has been put away: nothing is sent again.</summary>
    public bool IsOver { get; set; }
}
