using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concierge.Bot.Board;
using Concierge.Bot.Broadcasts;
using Concierge.Bot.Frailty;
using Concierge.Bot.Jobs;
using Concierge.Bot.Line;
using Concierge.Bot.Members;
using Concierge.Bot.Points;
using Concierge.Bot.Seminars;
using Concierge.Bot.Site;
using Concierge.Bot.Turns;
using Concierge.Bot.Web;
using Concierge.Bot.WebChat;
using Concierge.Bot.Workers;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Concierge.Bot;

/// <summary>The host as a whole: settings, database, the road of a turn, pages, health.</summary>
public static class BotHost
{
    /// <param name="replace">For tests: puts a clock, ids or a faulty part in place.</param>
    /// <exception cref="StartupRefused">A setting or the database does not allow a start; the message says what to do.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddSettings(builder);
        builder.Services.AddLine(builder.Configuration);
        builder.Services.AddPoints(builder.Configuration);
        AddRoad(builder.Services);
        DirectLineApi.Add(builder.Services);
        builder.AddLogs();
        builder.AddTelemetry();
        replace?.Invoke(builder);
        // After the settings are whole: they say where its store is.
        builder.AddJobs();

        var app = builder.Build();
        Prepare(app);
        LineEndpoint.Map(app);
        PrivatePage.Map(app);
        DirectLineApi.Map(app);
        QrCodes.Map(app);
        BroadcastLinks.Map(app);
        BroadcastPictures.Map(app);
        SeminarPages.Map(app);
        SitePages.Map(app);
        Health.Map(app);
        return app;
    }

    /// <summary>Begins to listen and to work.</summary>
    /// <exception cref="StartupRefused">The address to listen on is wrong or taken.</exception>
    public static async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw new StartupRefused($"urls is \"{app.Configuration["urls"]}\", and it is not possible to listen there ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private static void Prepare(WebApplication app)
    {
        SettingsCheck.Run(app.Services);
        var database = app.Services.GetRequiredService<Database>();
        // First of all: who is refused a place must not change the tables under the one that has it.
        var alone = database.TakePlace();
        database.Migrate();
        foreach (var warning in database.Warnings) app.Logger.LogWarning("{Warning}", warning);
        EraseAgain(app, database);
        var time = app.Services.GetRequiredService<TimeProvider>();
        database.ForgetErased(time);
        var now = time.GetUtcNow();
        database.Writer.Write(unit => JobBook.Plan(unit, JobSchedule.All, now)).GetAwaiter().GetResult();
        if (app.Environment.IsDevelopment()) SeedDemonstration(database, now);
        if (!alone) return;
        database.Writer.Write(unit =>
        {
            unit.Outbox.EndLeases(now);
            BroadcastChunks.EndLeases(unit, now);
        }).GetAwaiter().GetResult();
    }

    private static void SeedDemonstration(Database database, DateTimeOffset now) => database.Writer.Write(unit =>
    {
        DemoData.Seed(unit, now);
        DemoDay.Seed(unit, now);
    }).GetAwaiter().GetResult();

    /// <summary>After a restore: whoever left since that backup was made leaves again, before anybody is served.</summary>
    private static void EraseAgain(WebApplication app, Database database)
    {
        var file = app.Services.GetRequiredService<ErasureFile>();
        var again = database.Writer.Write(unit => Erasures.Replay(unit, file.Read())).GetAwaiter().GetResult();
        if (again > 0) app.Logger.LogWarning("{Count} members who had left stood in the database again, as after a restore; they were erased", again);
    }

    private static void AddSettings(WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, Defaults.Of(builder.Environment));
        builder.AddOptions<BotOptions>("Bot", bot => bot.Wrong());
        builder.AddOptions<PrivacyOptions>("Privacy", privacy => privacy.Wrong());
        builder.AddOptions<DeskOptions>("Desk", _ => []);
        builder.AddOptions<BroadcastOptions>("Broadcasts", options => options.Wrong());
        builder.AddOptions<WebOptions>("Web", web => web.Wrong());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<NewId>(() => Guid.CreateVersion7().ToString("N"));
        builder.Services.AddSingleton(_ => new ErasureFile(builder.Configuration["Security:ErasureLedgerFile"] ?? "var/erasures.log"));
        builder.Services.AddSingleton(_ => Database.Open(DatabaseSettings.From(key => builder.Configuration[key], builder.Environment.IsDevelopment())));
    }

    private static void AddOptions<T>(this WebApplicationBuilder builder, string section, Func<T, IEnumerable<string>> wrong)
        where T : class
    {
        builder.Services.AddOptions<T>().Bind(builder.Configuration.GetSection(section));
        builder.Services.AddSingleton<IValidateOptions<T>>(new Check<T>(wrong));
    }

    private static void AddRoad(IServiceCollection services)
    {
        services.AddSingleton(provider => CityForms.Read(key => provider.GetRequiredService<IConfiguration>()[key]));
        services.AddSingleton<Engine>();
        services.AddSingleton<FactsReader>();
        services.AddSingleton<MemberEffects>();
        services.AddSingleton<SheetLines>();
        services.AddSingleton<MemberSheet>();
        services.AddSingleton<EffectWriter>();
        services.AddSingleton<PostShelf>();
        services.AddSingleton<PostEffects>();
        services.AddSingleton<SiteOffers>();
        services.AddHostedService(provider => provider.GetRequiredService<PostShelf>());
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnMetrics>();
        services.AddSingleton<DueTimers>();
        services.AddSingleton<Dots>();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<PageLinkMaker>();
        services.AddSingleton<LineArrivals>();
        services.AddSingleton<LineEndpoint>();
        services.AddSingleton<PageVisits>();
        services.AddSingleton<NewVisitors>();
        services.AddSingleton<PageConversation>();
        services.AddSingleton<PageCard>();
        // Japanese as it is: escaped letter by letter a page would be three times as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        // The pages have no antiforgery token to protect (see PrivatePage), so no key is worth keeping on disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<Node>();
        services.AddSingleton(provider => new TapTokens(provider.GetRequiredService<Database>().Vault.ButtonKey));
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<InboxWorker>();
        services.AddSingleton<BroadcastSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<InboxWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<LineAccount>());
    }
}
