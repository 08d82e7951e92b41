using Concierge.BrowserTests.WebChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(CitySite))]

namespace Concierge.BrowserTests.WebChat;

/// <summary>
/// The city's website on an origin of its own: a page with Microsoft's Web Chat, as <c>docs/operations.md</c> says to embed it, and one with
/// our own page in a frame.
/// </summary>
public sealed class CitySite : IAsyncLifetime
{
    private WebApplication? _site;
    private string? _webChat;

    public string Url => _site!.Urls.First();

    /// <summary>Why Web Chat cannot be shown; null when it can.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        (_webChat, Missing) = await WebChatPackage.Get();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.MapGet("/webchat.js", () => Results.File(_webChat!, "text/javascript"));
        _site.MapGet("/chat", () => Page("webchat.html"));
        _site.MapGet("/framed", () => Page("framed.html"));
        await _site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    private static IResult Page(string name) => Results.File(Path.Combine(AppContext.BaseDirectory, "WebChat", name), "text/html; charset=utf-8");
}
