using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Concierge.SystemTests.Watch;

/// <summary>Takes what a program exports by OTLP over http/protobuf, and keeps the bytes: all text in them stands as it is.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Body)> _taken = new();

    private Collector(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public string Metrics => Of("/v1/metrics");

    public string Traces => Of("/v1/traces");

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.Take);
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Of(string path) => string.Concat(_taken.Where(one => one.Path == path).Select(one => one.Body));

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _taken.Enqueue((http.Request.Path.Value ?? "", Encoding.UTF8.GetString(body.ToArray())));
        http.Response.ContentType = "application/x-protobuf";
    }
}
