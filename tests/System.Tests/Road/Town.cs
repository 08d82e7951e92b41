using Concierge.Bot;
using Concierge.Bot.Line;
using Concierge.Bot.Points;
using Concierge.Bot.Turns;
using Concierge.Bot.Web;
using Concierge.Bot.Workers;
using Concierge.Core.Conversations;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Concierge.SystemTests.Road;

/// <summary>The real bot and the LINE simulator in this process, on a fresh database and a clock that only tests turn.</summary>
public sealed class Town : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly Dictionary<string, string?> _settings;
    private ILoggerProvider? _logs;
    private WebApplication _bot;
    private string? _pageMember;
    private bool _rings;

    private Town(TestDatabase database, Simulator line, TownClock clock, Dictionary<string, string?> settings) =>
        (_database, Line, Clock, _settings, _bot, Wire) = (database, line, clock, settings, null!, new Wire());

    public Simulator Line { get; }

    public TownClock Clock { get; }

    /// <summary>What lies between the bot and LINE; tests may cut it.</summary>
    public Wire Wire { get; private set; }

    /// <summary>What the bot has logged; from Critical on, unless <c>Logging:LogLevel:Default</c> was set.</summary>
    public LogBook Logged { get; } = new();

    public DatabaseOptions DatabaseOptions => _database.Options;

    /// <summary>For another host on the same database.</summary>
    public TestDatabase TestDatabase => _database;

    public string ErasureLedger => Path.Combine(Path.GetDirectoryName(_database.Options.MasterKeyFile)!, "erasures.log");

    public string BotUrl => _bot.Urls.First();

    public Database Database => _bot.Services.GetRequiredService<Database>();

    public T Part<T>()
        where T : notnull => _bot.Services.GetRequiredService<T>();

    public static Task<Town> Start(DatabaseProvider provider, params (string Key, string Value)[] settings) => Start(provider, null, settings);

    /// <param name="logs">Hears everything, at every level; null: nothing is logged but what is critical.</param>
    public static Task<Town> Start(DatabaseProvider provider, ILoggerProvider? logs, params (string Key, string Value)[] settings) =>
        StartAt(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero), provider, logs, settings);

    public static async Task<Town> StartAt(
        DateTimeOffset now, DatabaseProvider provider, ILoggerProvider? logs = null, params (string Key, string Value)[] settings)
    {
        var clock = new TownClock(now);
        var line = await Simulator.Start(new SimulatorOptions { Time = clock });
        var town = new Town(TestDatabase.Fresh(provider), line, clock, settings.ToDictionary(s => s.Key, s => (string?)s.Value)) { _logs = logs };
        await town.StartBot();
        return town;
    }

    /// <summary>One whose schedule rings by itself, by the clock on the wall.</summary>
    public static async Task<Town> ThatRings(DatabaseProvider provider)
    {
        var town = await Start(provider);
        town._rings = true;
        await town.Restarts();
        return town;
    }

    /// <summary>Done when everything that was said to the bot is answered as far as it can be now.</summary>
    public Task Settles() => Settles(_bot);

    public static async Task Settles(WebApplication bot)
    {
        var (inbox, outbox, errands) = (bot.Services.GetRequiredService<InboxWorker>(), bot.Services.GetRequiredService<OutboxWorker>(), bot.Services.GetRequiredService<ErrandWorker>());
        await bot.Services.GetRequiredService<DueTimers>().Ring();
        await inbox.TakeWhatWaits();
        await errands.AskWhatWaits();
        await outbox.SendWhatWaits();
        while (!inbox.IsIdle || !outbox.IsIdle || !errands.IsIdle)
        {
            await errands.Idle();
            await inbox.Idle();
            await outbox.Idle();
        }
    }

    /// <summary>Answers to the three questions of the welcome.</summary>
    public static readonly string[] Welcome = ["はい", "65〜69歳", "北部"];

    /// <summary>This person follows and answers the three questions of the welcome.</summary>
    public async Task Enters(Person person)
    {
        await person.Follows();
        await Settles();
        foreach (var words in Welcome)
        {
            await person.Says(words);
            await Settles();
        }
    }

    /// <summary>花子 enters and asks for a person, and does not let staff see her answers.</summary>
    public async Task<Person> WantsStaff()
    {
        var hanako = Line.Person("花子");
        await Enters(hanako);
        foreach (var words in new[] { "職員と話す", "いいえ" })
        {
            await hanako.Says(words);
            await Settles();
        }
        return hanako;
    }

    /// <summary>Time passes for the bot and for LINE; what comes due is done.</summary>
    public async Task Passes(TimeSpan time)
    {
        Clock.Advance(time);
        await Settles();
    }

    /// <summary>A member who has no LINE, and a fresh link to the page; the same member at every call.</summary>
    public async Task<(string Member, string Link)> PageFor(Page page = Page.Conversation)
    {
        var now = Clock.GetUtcNow();
        return await Database.Writer.Write(unit =>
        {
            _pageMember ??= unit.Members.AddAnonymous(now, () => "page-member");
            return (_pageMember, Part<PageLinkMaker>().Make(unit, _pageMember, page, now));
        });
    }

    /// <summary>Stops the bot as an operator would, and starts it again.</summary>
    public async Task Restarts()
    {
        await _bot.DisposeAsync();
        await StartBot();
    }

    /// <summary>A second one on the same database, as PostgreSQL allows.</summary>
    public async Task<WebApplication> AnotherBot()
    {
        var another = BotHost.Build([], Replace);
        await another.StartAsync();
        return another;
    }

    /// <summary>The bot is not there for a while, and comes back.</summary>
    public async Task IsDownFor(TimeSpan time)
    {
        await _bot.DisposeAsync();
        Clock.Advance(time);
        await StartBot();
    }

    /// <summary>
    /// The process dies between the commit of the turn that <paramref name="act"/> causes and its answer to LINE; then it starts again,
    /// and after the lease of the dead process has run out it goes on.
    /// </summary>
    public async Task DiesAfter(Func<Task> act)
    {
        Wire.Hold();
        await act();
        await Part<InboxWorker>().Idle();
        Database.Dispose();
        Wire.Break();
        await _bot.DisposeAsync();
        Wire = new Wire();
        await StartBot();
        await Passes(Node.Lease + TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await Line.DisposeAsync();
        _database.Dispose();
    }

    private async Task StartBot()
    {
        _database.Close();
        _bot = BotHost.Build([], Replace);
        await _bot.StartAsync();
        Line.WebhookUrl = BotUrl + "/line/webhook";
        await Part<LineAccount>().UserId;
        await Settles();
    }

    private void Replace(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:Provider"] = _database.Options.Provider.ToString(),
            ["ConnectionStrings:Concierge"] = _database.Options.ConnectionString,
            ["Security:MasterKeyFile"] = _database.Options.MasterKeyFile,
            ["Line:ChannelSecrets:0"] = "development-secret-not-for-production",
            ["Line:ChannelId"] = "1234567890",
            ["Line:ApiBase"] = Line.Url,
            ["Line:DataApiBase"] = Line.Url,
            ["Web:EmbedOrigins:0"] = Line.Url,
            // Requests are counted here; the tests of the menu switch it on.
            ["Line:RichMenu"] = "false",
            ["Security:ErasureLedgerFile"] = ErasureLedger,
            ["Points:File"] = Path.Combine(AppContext.BaseDirectory, "demo", "points.csv"),
        });
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Logging.ClearProviders().AddProvider(Logged).SetMinimumLevel(_logs is null ? LogLevel.Critical : LogLevel.Trace);
        if (_logs is not null) builder.Logging.AddProvider(_logs);
        if (!_rings) builder.Host.UseServiceProviderFactory(new WithoutBell());
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IStartupFilter, FromAfar>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<LineTransport>(services, new HttpClient(Wire)));
    }
}
