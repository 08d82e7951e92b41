using System.Text;
using System.Text.Json;
using Concierge.Admin;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Concierge.SystemTests.Admin;

/// <summary>The real admin host in this process, and somebody at its keyboard.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly WebApplication _admin;
    private readonly HttpClient _http;

    private Desk(WebApplication admin) =>
        (_admin, _http) = (admin, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(admin.Urls.First()) });

    public static async Task<Desk> Opens(string environment = "Development")
    {
        var admin = AdminHost.Build([], builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0")]);
            builder.Logging.SetMinimumLevel(LogLevel.Critical);
        });
        await admin.StartAsync();
        return new Desk(admin);
    }

    public async Task<Answered> Posts(string path, string json, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, type) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return new Answered((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body.StartsWith('{') ? JsonDocument.Parse(body).RootElement : default);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _admin.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
public sealed record Answered(int Status, string? Type, JsonElement Body)
{
    public string? Text(string member) => Body.GetProperty(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public string Json(string member) => Body.GetProperty(member).GetRawText();
}
