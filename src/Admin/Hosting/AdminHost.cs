using System.Net.Sockets;
using Concierge.Admin.Audit;
using Concierge.Admin.Board;
using Concierge.Admin.Broadcasts;
using Concierge.Admin.Consultation;
using Concierge.Admin.Conversations;
using Concierge.Admin.FollowUp;
using Concierge.Admin.Frailty;
using Concierge.Admin.Handoff;
using Concierge.Admin.Kpi;
using Concierge.Admin.Live;
using Concierge.Admin.Members;
using Concierge.Admin.Points;
using Concierge.Admin.Queues;
using Concierge.Admin.Reference;
using Concierge.Admin.Requests;
using Concierge.Admin.Schedule;
using Concierge.Admin.Search;
using Concierge.Admin.Seminars;
using Concierge.Admin.SignIn;
using Concierge.Admin.Staff;
using Concierge.Admin.Understanding;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concierge.Admin;

/// <summary>The host as a whole: settings, who may enter, what staff can call, health.</summary>
public static class AdminHost
{
    /// <summary>Nothing that staff send is longer.</summary>
    private const int LargestBody = 64 * 1024;

    /// <summary>How long the bot may take to bring the tables up to this version, when both are started at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), BetweenLooks = TimeSpan.FromSeconds(0.5);

    private static readonly Dictionary<string, string?> Defaults = new() { ["urls"] = "http://127.0.0.1:5200" };

    /// <param name="replace">For tests: puts settings in place.</param>
    /// <exception cref="StartupRefused">A setting or the database does not allow a start; the message says what to do.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? replace = null)
    {
        var builder = Settings(args);
        replace?.Invoke(builder);
        AddServices(builder);

        var app = builder.Build();
        UsePipeline(app);
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        MapTrials(app);
        MapApi(app.MapGroup("/api/v1").AddEndpointFilter(QueryKeys.RefuseUnknown));
        WebPages.Map(app);
        return app;
    }

    /// <summary>Begins to listen, once the tables are those of this version.</summary>
    /// <exception cref="StartupRefused">They are not, or the address to listen on is wrong or taken.</exception>
    public static async Task Start(WebApplication app)
    {
        await WaitForTables(app);
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw new StartupRefused($"urls is \"{app.Configuration["urls"]}\", and it is not possible to listen there ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>Where settings come from, for the host and for commands.</summary>
    public static WebApplicationBuilder Settings(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        return builder;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, LargestBody));
        // Framework logs name paths and bodies, and tell of every caller without a token: only what is wrong is kept.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter(typeof(TokenScheme).FullName, LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<NewId>(() => Guid.CreateVersion7().ToString("N"));
        builder.Services.AddSingleton(_ => Database.Open(DatabaseSettings.From(key => builder.Configuration[key], builder.Environment.IsDevelopment())));
        builder.Services.AddSingleton(CityForms.Read(key => builder.Configuration[key])).AddSingleton<SheetLines>();
        builder.Services.AddSingleton(Read<AdminOptions>(builder, "Admin", options => options.Wrong()));
        builder.Services.AddSingleton(Read<BroadcastOptions>(builder, "Broadcasts", options => options.Wrong()));
        builder.Services.AddSingleton(Read<DeskPrivacy>(builder, "Privacy", options => options.Wrong()));
        builder.Services.AddSingleton<Pace>().AddSingleton<TokenCheck>().AddSingleton<FeedTail>().AddSingleton<Listening>().AddSingleton<LastWord>();
        builder.Services.AddProblemDetails().AddExceptionHandler<TroublePages>();
        builder.Services.ConfigureHttpJsonOptions(json => StrictJson.Strict(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddRights();
        builder.Services.AddApiDocument();
        builder.Services.AddConsole(new Site(builder.Configuration), Read<StaffOptions>(builder, "Staff", options => options.Wrong()));
    }

    private static T Read<T>(WebApplicationBuilder builder, string section, Func<T, IEnumerable<string>> wrong)
        where T : new()
    {
        var options = builder.Configuration.GetSection(section).Get<T>() ?? new T();
        return wrong(options).FirstOrDefault() is { } fault ? throw new StartupRefused(fault) : options;
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(app.Services.GetRequiredService<Site>().Settle);
        app.Use(SafeHeaders.Set);
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => TroublePages.AnswerStatus(context.HttpContext));
        app.UseAuthentication();
        app.Use((http, next) => http.RequestServices.GetRequiredService<Pace>().Keep(http, next));
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(SafeForms.Check);
    }

    /// <summary>Dry runs keep nothing and show nothing of anybody: on one's own machine they may be tried without a token.</summary>
    private static void MapTrials(WebApplication app)
    {
        var trials = app.MapGroup("/api/v1").AddEndpointFilter(QueryKeys.RefuseUnknown);
        if (app.Environment.IsDevelopment()) trials.AllowAnonymous().AddEndpointFilter<OnlyThisMachine>().WithMetadata(new Needed(Right.TryOut));
        else trials.Needs(Right.TryOut);
        ScoringApi.Map(trials);
        UnderstandingApi.Map(trials);
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        TokensApi.Map(api);
        StaffApi.Map(api);
        AuditApi.Map(api);
        MembersApi.Map(api);
        ConsentsApi.Map(api);
        ConversationsApi.Map(api);
        CasesApi.Map(api);
        SpeakingApi.Map(api);
        ReferralsApi.Map(api);
        SeminarsApi.Map(api);
        ReservationsApi.Map(api);
        SupportersApi.Map(api);
        CallsApi.Map(api);
        SeminarResultsApi.Map(api);
        PostsApi.Map(api);
        ApplicationsApi.Map(api);
        ConsultationsApi.Map(api);
        PointCardApi.Map(api);
        CardEnrolmentsApi.Map(api);
        ChecksApi.Map(api);
        ParkedEventsApi.Map(api);
        UnsentMessagesApi.Map(api);
        JobsApi.Map(api);
        DataRequestsApi.Map(api);
        SearchesApi.Map(api);
        FollowUpsApi.Map(api);
        StudiesApi.Map(api);
        KpiApi.Map(api);
        KpiEntriesApi.Map(api);
        KpiTargetsApi.Map(api);
        ReachApi.Map(api);
        BroadcastsApi.Map(api);
        AudiencesApi.Map(api);
        BroadcastPhonesApi.Map(api);
        FeedApi.Map(api);
    }

    private static async Task WaitForTables(WebApplication app)
    {
        var (database, time) = (app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<TimeProvider>());
        var began = time.GetTimestamp();
        while (database.AwaitsMigration() && time.GetElapsedTime(began) < Patience) await Task.Delay(BetweenLooks, time);
        database.RequireSchema();
        database.ForgetErased(time);
    }
}
