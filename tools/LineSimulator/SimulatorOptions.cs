namespace Concierge.LineSimulator;

/// <summary>What a simulator starts with. Every value has a default that is obviously not for production.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where webhooks go; loopback only. Can be changed later: <see cref="Simulator.WebhookUrl"/>.</summary>
    public string WebhookUrl { get; set; } = "http://127.0.0.1:5100/line/webhook";

    /// <summary>Signs webhooks and, with the channel id, buys access tokens.</summary>
    public string ChannelSecret { get; set; } = "development-secret-not-for-production";

    /// <summary>The Messaging API channel's id.</summary>
    public string ChannelId { get; set; } = "1234567890";

    /// <summary>The one long-lived channel access token.</summary>
    public string AccessToken { get; set; } = "development-token";

    /// <summary>The LINE Login channel's id: the audience of ID tokens.</summary>
    public string LoginChannelId { get; set; } = "1234567891";

    /// <summary>Name of the official account, as phones show it.</summary>
    public string BotName { get; set; } = "かしわコンシェルジュ";

    /// <summary>Address to listen on. Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>The clock below the simulator's own; the system's by default.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Same seed, same ids: users, messages, webhook events and tokens.</summary>
    public string Seed { get; set; } = "kashiwa";

    /// <summary>Messages per calendar month (UTC+9), counted per recipient; null: no limit.</summary>
    public long? MonthlyQuota { get; set; }

    /// <summary>Sends a webhook again that was not answered with 2xx in time. LINE's own default is off.</summary>
    public bool Redelivery { get; set; }

    /// <summary>How long after a failure a webhook is sent again, and how often. LINE tells neither number.</summary>
    public TimeSpan RedeliveryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc cref="RedeliveryDelay"/>
    public int RedeliveryAttempts { get; set; } = 3;

    /// <summary>True: a message is read as soon as the bot has it (chat off). False: the bot says so by markAsRead.</summary>
    public bool ReadsAutomatically { get; set; }

    /// <summary>Log to the console. Off when a test hosts the simulator.</summary>
    public bool Logs { get; set; }
}
