using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Concierge.Admin;
using Concierge.Admin.SignIn;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Concierge.SystemTests.Admin;

/// <summary>The real admin host in this process on a database of its own, and somebody at its keyboard.</summary>
public sealed class Desk : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private static readonly Lazy<string> HashOfPassword = new(() => new Passwords().Hash(Password));

    private readonly WebApplication _admin;
    private readonly HttpClient _http;
    private readonly TestDatabase? _own;
    private int _tokens;

    private Desk(WebApplication admin, TestDatabase? own) =>
        (_admin, _own, _http) = (admin, own, new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(admin.Urls.First()) });

    public FakeTimeProvider Time { get; private init; } = null!;

    public Plug Plug { get; private init; } = null!;

    public Database Database => _admin.Services.GetRequiredService<Database>();

    public IReadOnlyList<RouteEndpoint> Routes => [.. _admin.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public IServiceProvider Services => _admin.Services;

    /// <param name="on">A database that others use too; null for one of its own.</param>
    public static async Task<Desk> Opens(string environment = "Development", TestDatabase? on = null, FakeTimeProvider? time = null, params (string Key, string? Value)[] settings)
    {
        var own = on is null ? TestDatabase.Fresh(Databases.All.First().Data) : null;
        var options = (on ?? own!).Options;
        time ??= new FakeTimeProvider(Some.Noon);
        var plug = new Plug();
        var admin = AdminHost.Build([], builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Configuration.AddInMemoryCollection(
            [
                new("urls", "http://127.0.0.1:0"),
                new("Database:Provider", options.Provider.ToString()),
                new("ConnectionStrings:Concierge", options.ConnectionString),
                new("Security:MasterKeyFile", options.MasterKeyFile),
                .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
            ]);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(line => line.Use(plug.Carry)));
            builder.Logging.SetMinimumLevel(LogLevel.Critical);
        });
        await AdminHost.Start(admin);
        return new Desk(admin, own) { Time = time, Plug = plug };
    }

    /// <summary>A program's token of this role, good for a day.</summary>
    public async Task<string> Token(Role role, string? scope = null) => (await Database.Writer.Write(unit => Tokens.Create(
        unit, $"token-{++_tokens}", "test", role, scope, null, Time.GetUtcNow(), Time.GetUtcNow().AddDays(1)))).Token;

    public string Url => _admin.Urls.First();

    /// <summary>A member of staff who can sign in to the console with <see cref="Password"/>.</summary>
    public async Task Hires(string login, string name, Role role, string? scope = null)
    {
        await Employs(login, name, role, scope);
        await Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find(login)!.PasswordHash = HashOfPassword.Value);
    }

    /// <summary>A member of staff, and a token that acts for them.</summary>
    public async Task<string> Employs(string id, string name, Role role, string? scope = null) => await Database.Writer.Write(unit =>
    {
        unit.Db.Add(new StaffEntry
        {
            Id = id, Login = id, Name = name, Role = role, Scope = scope, SecurityStamp = "1", TwoFactor = false, MustChangePassword = false,
            FailedTries = 0, Enabled = true, CreatedAt = Time.GetUtcNow(), Revision = 1,
        });
        unit.Db.SaveChanges();
        return Tokens.Create(unit, "token-" + id, "test", role, scope, id, Time.GetUtcNow(), Time.GetUtcNow().AddDays(1)).Token;
    });

    /// <summary>What a start prints on the screen of the machine.</summary>
    public async Task<string> Starts()
    {
        await using var screen = new StringWriter();
        await FirstAccounts.Make(_admin, screen);
        return screen.ToString();
    }

    public Task<Answered> Posts(string path, string json, string type = "application/json", params (string Name, string Value)[] headers) =>
        Sends(HttpMethod.Post, path, null, json, type, headers);

    public Task<Answered> Gets(string path, string? token = null) => Sends(HttpMethod.Get, path, token);

    public async Task<Answered> Sends(HttpMethod method, string path, string? token, string? json = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, type);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // The feed has no end.
        var body = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
        return new Answered((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body.StartsWith('{') ? JsonDocument.Parse(body).RootElement : default)
        {
            Raw = body,
            ETag = answer.Headers.ETag?.Tag,
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }

    /// <summary>Listens to the feed, from a place or from now on.</summary>
    public async Task<Watching> Watches(string token, string? place = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/feed");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (place is not null) request.Headers.Add("Last-Event-ID", place);
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new Watching(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _admin.DisposeAsync();
        _own?.Dispose();
    }
}

/// <summary>What came back.</summary>
public sealed record Answered(int Status, string? Type, JsonElement Body)
{
    public string Raw { get; init; } = "";

    public string? ETag { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    public string? Next => Text("next");

    public string? Problem => Text("type")?.Replace("urn:concierge:problem:", "", StringComparison.Ordinal);

    public string? Text(string member) => Body.GetProperty(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public string Json(string member) => Body.GetProperty(member).GetRawText();
}
