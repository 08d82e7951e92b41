using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Concierge.LineSimulator;

/// <summary>
/// The LINE platform and the phones of a town, in this process: <c>await using var line = await Simulator.Start(...)</c>.
/// Point the bot's two API bases at <see cref="Url"/>, and <see cref="WebhookUrl"/> at the bot.
/// </summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly World world;
    private readonly WebApplication app;

    private Simulator(World world, WebApplication app) => (this.world, this.app) = (world, app);

    /// <summary>The address of api.line.me, api-data.line.me and the phone page.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Where webhooks go; settable, since a bot that starts again may get another port.</summary>
    public string WebhookUrl
    {
        get => world.WebhookUrl.AbsoluteUri;
        set => world.WebhookUrl = Loopback.Webhook(value);
    }

    /// <summary>The simulator's clock. Give it to the bot too, and <see cref="Advance"/> turns both.</summary>
    public TimeProvider Time => world.Time;

    /// <summary>What goes wrong next.</summary>
    public Faults Faults => world.Faults;

    /// <summary>Everybody, in the order of first mention.</summary>
    public IReadOnlyList<Person> People => world.People.All;

    /// <summary>All calls that the bot made, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => world.Requests.All;

    /// <summary>All webhooks that were sent, in order, with the bot's answers.</summary>
    public IReadOnlyList<SentWebhook> Webhooks => world.Courier.Sent;

    /// <summary>A call of the bot was carried out or refused; the bot does not know yet. On LINE's thread: return at once.</summary>
    public event Action<RecordedRequest>? Called
    {
        add => world.Requests.Added += value;
        remove => world.Requests.Added -= value;
    }

    /// <summary>A webhook was answered, or was not. On the courier's thread: return at once.</summary>
    public event Action<SentWebhook>? Delivered
    {
        add => world.Courier.Answered += value;
        remove => world.Courier.Answered -= value;
    }

    /// <summary>Messages per month that the plan allows; null: no limit.</summary>
    public long? MonthlyQuota
    {
        get => world.Usage.Quota;
        set => world.Usage.Quota = value;
    }

    /// <summary>Messages of this month that count: everything but replies.</summary>
    public long Consumption => world.Usage.ThisMonth;

    /// <summary>The bot's user id, the destination of every webhook.</summary>
    public string BotUserId => world.BotUserId;

    /// <summary>Starts a simulator. It listens when the task completes.</summary>
    public static async Task<Simulator> Start(SimulatorOptions? options = null)
    {
        var world = new World(options ?? new SimulatorOptions());
        var app = SimulatorApp.Build(world);
        await app.StartAsync();
        var simulator = new Simulator(world, app);
        try
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            // Kestrel has settings of its own that go before ours.
            foreach (var address in addresses) Loopback.Listening(address);
            simulator.Url = addresses.First().TrimEnd('/');
            return simulator;
        }
        catch (RefusedSetting)
        {
            await simulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>The person of this name, new at the first mention.</summary>
    public Person Person(string name) => world.People.FindOrAdd(name);

    /// <summary>Turns the clock forward: reply tokens, retry keys, rate limits and delayed webhooks all run on it.</summary>
    public void Advance(TimeSpan by) => world.Time.Advance(by);

    /// <summary>Sends any bytes to the bot as a webhook, correctly signed unless a signature is given.</summary>
    public Task<WebhookAnswer> Deliver(string rawJson, string? signature = null) => Deliver(Encoding.UTF8.GetBytes(rawJson), signature);

    /// <inheritdoc cref="Deliver(string, string?)"/>
    public Task<WebhookAnswer> Deliver(byte[] body, string? signature = null) => world.Courier.Raw(body, signature);

    /// <summary>Sends an event again, marked as redelivery: same id, same reply token, a new minute to use it.</summary>
    public Task<WebhookAnswer> Redeliver(string webhookEventId) => world.Courier.Redeliver(webhookEventId);

    /// <summary>From now on events wait (sends answer HELD at once), until <see cref="Release"/> sends them in one body.</summary>
    public void Hold() => world.Courier.Hold();

    /// <summary>Sends all events that waited, in one body, if wanted in the wrong order.</summary>
    public Task<WebhookAnswer> Release(bool reversed = false) => world.Courier.Release(reversed);

    /// <summary>Forgets the recorded calls.</summary>
    public void ForgetRequests() => world.Requests.Clear();

    /// <summary>Runs until the process is told to stop.</summary>
    internal Task Run() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        world.IsOver = true;
        await app.StopAsync();
        await app.DisposeAsync();
        world.IdTokens.Dispose();
    }
}
