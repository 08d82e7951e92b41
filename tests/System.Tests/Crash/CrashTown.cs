using System.Diagnostics;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;

namespace Concierge.SystemTests.Crash;

/// <summary>People, LINE in bad weather, a database, and bots as processes of their own that die.</summary>
public sealed partial class CrashTown : IAsyncDisposable
{
    private const int People = 25;

    /// <summary>Nobody else's bot takes our webhooks, whatever port it listens at.</summary>
    private readonly string _secret = Guid.NewGuid().ToString("n");

    private readonly TestDatabase _database;
    private readonly Random _chance;
    private readonly List<BotProcess> _bots = [];
    private readonly List<string> _addresses = [];
    private readonly List<TimeSpan> _starts = [];
    private readonly List<TimeSpan> _stops = [];
    private readonly CancellationTokenSource _over = new();
    private int _turn;
    private Task _walking = Task.CompletedTask;

    private CrashTown(TestDatabase database, int seed) => (_database, Seed, _chance) = (database, seed, new Random(seed));

    public int Seed { get; }

    public Simulator Line { get; private set; } = null!;

    public Witness Witness { get; private set; } = null!;

    public Timeline Timeline { get; } = new();

    /// <summary>How long starts took until the bot was ready, and stops; to be read, never to be held against it.</summary>
    public string Times => $"ready {Took(_starts)}; stopped {Took(_stops)}";

    public Database Database => _database.Database;

    public static async Task<CrashTown> Start(DatabaseProvider provider)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONCIERGE_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        var town = new CrashTown(TestDatabase.Fresh(provider), seed);
        town.Line = await Simulator.Start(new SimulatorOptions
        {
            ChannelSecret = town._secret, Seed = $"crash {seed}", Redelivery = true, RedeliveryDelay = TimeSpan.FromMilliseconds(200), RedeliveryAttempts = int.MaxValue,
        });
        var taps = new TapTokens(town.Database.Vault.ButtonKey);
        town.Witness = new Witness(town.Line, town.Timeline, data => Meaning(taps.Open(data)) ?? data);
        return town;
    }

    /// <summary>To put an option on or off is one thing: a hurried finger does either twice.</summary>
    private static string? Meaning(Tap? tap) =>
        tap is null ? null : $"{tap.Session}/{tap.Step}/{(tap.Act is Act.Put put ? put.Option : tap.Act.Write())}";

    /// <summary>A bot that webhooks go to as soon as it is ready.</summary>
    public async Task<BotProcess> BotIsReady()
    {
        var begun = Stopwatch.GetTimestamp();
        var bot = BotStarts();
        _addresses.Add(Line.WebhookUrl = await bot.IsReady() + "/line/webhook");
        _starts.Add(Stopwatch.GetElapsedTime(begun));
        Witness.IsBack();
        Timeline.Add("the bot is ready");
        return bot;
    }

    public BotProcess BotStarts()
    {
        var bot = BotProcess.Start(_database.Options, new Dictionary<string, string>
        {
            ["Line:ChannelSecrets:0"] = _secret, ["Line:ChannelId"] = "1234567890", ["Line:ApiBase"] = Line.Url, ["Line:DataApiBase"] = Line.Url,
        });
        _bots.Add(bot);
        Timeline.Add("the bot starts");
        return bot;
    }

    public async Task Dies(BotProcess bot)
    {
        Witness.Dies();
        await bot.IsKilled();
    }

    /// <summary>Told to stop, it does, and has nothing to complain of.</summary>
    public async Task Stops(BotProcess bot)
    {
        var told = Stopwatch.GetTimestamp();
        Timeline.Add("the bot is told to stop");
        var code = await bot.IsStopped();
        Timeline.Add("the bot has stopped");
        _stops.Add(Stopwatch.GetElapsedTime(told));
        if (code != 0) throw new InvalidOperationException($"The bot ended with {code}.");
    }

    /// <summary>Everything that the field has seen: a fifth of all webhooks comes twice, a quarter of all calls goes wrong.</summary>
    public void WeatherIsBad()
    {
        foreach (var (fault, share) in new[]
        {
            (Fault.WebhookTwice, 0.1), (Fault.WebhookTwiceMarked, 0.1), (Fault.ApiErrorBefore, 0.04), (Fault.ApiErrorAfter, 0.05),
            (Fault.ApiCutBefore, 0.03), (Fault.ApiCutAfter, 0.05), (Fault.ApiSlow, 0.03), (Fault.ApiSlowAfter, 0.05),
            (Fault.ApiRateLimited, 0.01), (Fault.ApiTokenExpired, 0.005),
        })
            Line.Faults.Sometimes(fault, share, _chance.Next(), by: TimeSpan.FromSeconds(1));
        Line.Faults.Sometimes(Fault.ApiReplyTokenExpired, 0.03, _chance.Next(), path: "/reply");
    }

    /// <summary>As behind a load balancer that asks nobody's health.</summary>
    public void WebhooksGoByTurns() => Line.Delivered += webhook => Line.WebhookUrl = _addresses[Interlocked.Increment(ref _turn) % _addresses.Count];

    public void PeopleWalk() => _walking = Task.WhenAll(Enumerable.Range(1, People).Select(number =>
        new Walker(Line.Person($"市民{number}"), Witness, new Random(Seed + number)).Walks(_over.Token)));

    /// <summary>Whatever goes wrong on the way is told with the seed and the newest of what happened.</summary>
    public async Task Lives(Func<Task> life)
    {
        try { await life(); }
        catch (Exception e) { throw new InvalidOperationException($"CONCIERGE_SEED={Seed}: {e.Message}\n{Timeline.Tail()}\n{_bots.LastOrDefault()?.Said}", e); }
    }

    /// <summary>How much the bot has begun to say without knowing what came of it.</summary>
    public int HalfSaid => Database.Reader.Read(unit => unit.Db.Outbox.Count(row => row.State == OutboxState.Sending));

    public History History() => Database.Reader.Read(unit =>
    {
        var (events, calls) = Witness.Tells();
        return new History(
            events,
            calls,
            [.. unit.Db.Inbox.OrderBy(row => row.Seq).Select(row => new StoredEvent(row.EventId, row.State))],
            [.. unit.Db.Messages.OrderBy(row => row.Seq).Select(row => new StoredMessage(row.EventId, row.Sender, row.Place))],
            [.. unit.Db.Outbox.OrderBy(row => row.Seq).AsEnumerable().Select(row => new StoredReply(row.DedupeKey.Split('/')[1], row.Kind, row.State))]);
    });

    public async ValueTask DisposeAsync()
    {
        _over.Cancel();
        foreach (var bot in _bots) bot.Dispose();
        await Line.DisposeAsync();
        _database.Dispose();
    }

    private static string Took(List<TimeSpan> times) => times.Count == 0
        ? "never"
        : $"{times.Count} times after {times.Order().ElementAt(times.Count / 2).TotalSeconds:0.0} s, at most {times.Max().TotalSeconds:0.0} s";
}
