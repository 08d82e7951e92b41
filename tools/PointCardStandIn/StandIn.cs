using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Concierge.PointCardStandIn;

/// <summary>The operator of the point card, as the contract has it, with faults on demand. Shares no code with the concierge.</summary>
public sealed class StandIn : IAsyncDisposable
{
    /// <summary>A statement as it travels.</summary>
    public const string Sample = """
        {"balance":1240,"asOf":"2026-11-24T09:58:00+09:00","expires":{"on":"2027-03-31","points":120},"leftToday":20,
         "history":[{"on":"2026-11-20","what":"フレイル予防体操","points":20},{"on":"2026-11-13","what":"公園の清掃","points":20}]}
        """;

    private readonly WebApplication _server;
    private readonly string _token;
    private readonly ConcurrentQueue<CardFault> _faults = new();
    private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StandIn(WebApplication server, string token) => (_server, _token) = (server, token);

    /// <summary>Statements by card number and birth date.</summary>
    public ConcurrentDictionary<(string Number, string Born), string> Cards { get; } = new();

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>Done when somebody waits in vain.</summary>
    public Task Hangs => _hangs.Task;

    public string Url => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<StandIn> Start(string address, string token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var server = builder.Build();
        var standIn = new StandIn(server, token);
        server.Run(standIn.Answer);
        await server.StartAsync();
        return standIn;
    }

    /// <summary>The next requests meet these, one each.</summary>
    public void Next(CardFault fault, int times = 1)
    {
        for (var i = 0; i < times; i++) _faults.Enqueue(fault);
    }

    /// <summary>Done when the server was told to stop.</summary>
    public Task Stopped() => _server.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        _over.TrySetResult();
        await _server.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(new Asked(http.Request.Method, http.Request.Path + http.Request.QueryString, body));
        if (_faults.TryDequeue(out var fault)) await Fail(http, fault);
        else if (http.Request.Headers.Authorization != $"Bearer {_token}") await Problem(http, 401, "not_allowed");
        else if (http.Request is not { Method: "POST", Path.Value: "/v1/card-lookups", ContentType: "application/json" }) await Problem(http, 404, "no_such_call");
        else await LookUp(http, body);
    }

    private async Task LookUp(HttpContext http, string body)
    {
        if (Read(body) is not { } card) await Problem(http, 400, "bad_request");
        else if (Cards.TryGetValue(card, out var statement)) await Json(http, 200, statement);
        else await Problem(http, 404, "no_match");
    }

    private static (string, string)? Read(string body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return (read.RootElement.GetProperty("number").GetString()!, read.RootElement.GetProperty("born").GetString()!);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task Fail(HttpContext http, CardFault fault)
    {
        switch (fault)
        {
            case CardFault.Hangs: _hangs.TrySetResult(); await Task.WhenAny(_over.Task, Gone(http)); break;
            case CardFault.Breaks: await Html(http, 500); break;
            case CardFault.Sleeps: await Problem(http, 503, "try_later"); break;
            case CardFault.IsBusy: await Problem(http, 429, "too_many"); break;
            case CardFault.ForgetsUs: await Problem(http, 401, "not_allowed"); break;
            case CardFault.SendsAway: http.Response.Redirect("http://127.0.0.1:9/elsewhere"); break;
            case CardFault.IsNotThere: await Html(http, 404); break;
            case CardFault.StopsHalfway: await Json(http, 200, Sample[..60]); break;
            case CardFault.SaysSomethingElse: await Json(http, 200, """{"points":"many"}"""); break;
            case CardFault.TalksForEver: await Json(http, 200, new string(' ', 200_000) + Sample); break;
            default: http.Abort(); break;
        }
    }

    private static Task Gone(HttpContext http)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        http.RequestAborted.Register(() => gone.TrySetResult());
        return gone.Task;
    }

    private static Task Problem(HttpContext http, int status, string error) => Json(http, status, $$"""{"error":"{{error}}"}""");

    private static Task Html(HttpContext http, int status)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "text/html");
        return http.Response.WriteAsync("<h1>Something else</h1>");
    }

    private static Task Json(HttpContext http, int status, string body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        return http.Response.WriteAsync(body);
    }
}

/// <summary>One request as it came.</summary>
public sealed record Asked(string Method, string Address, string Body);
