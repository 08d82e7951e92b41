using System.Diagnostics;
using System.Net;
using Concierge.LineSimulator;
using Concierge.SystemTests.Watch;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>The simulator speaks with its own machine only, whatever it is told.</summary>
public sealed class LoopbackTests : Town
{
    public static TheoryData<string> Elsewhere =>
    [
        "https://api.line.me/webhook", "http://api-data.line.me", "http://0.0.0.0:5100", "http://[::]:5100", "http://192.0.2.1/webhook",
        "http://127.0.0.1.example/webhook", "http://localhost.example/webhook", "http://127.0.0.1@192.0.2.1/webhook", "ftp://127.0.0.1/webhook", "webhook", "",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task No_setting_sends_webhooks_elsewhere(string address)
    {
        Assert.Throws<RefusedSetting>(() => Line.WebhookUrl = address);
        await Assert.ThrowsAsync<RefusedSetting>(() => Simulator.Start(new SimulatorOptions { WebhookUrl = address }));
        var before = Line.WebhookUrl;
        Assert.Equal(HttpStatusCode.BadRequest, (await Call(HttpMethod.Put, "/v2/bot/channel/webhook/endpoint", Json(new { endpoint = address }))).Status);
        Assert.Equal(before, Line.WebhookUrl);
        if (address.Length > 0) Assert.Equal(HttpStatusCode.BadRequest, (await Call(HttpMethod.Post, "/v2/bot/channel/webhook/test", Json(new { endpoint = address }))).Status);
    }

    [Fact]
    public async Task A_bot_that_points_elsewhere_is_not_followed()
    {
        Bot.Answers = HttpStatusCode.TemporaryRedirect;
        Assert.Equal(307, (await Hanako.Says("やあ")).Status);
    }

    [Theory]
    [InlineData("Simulator__WebhookUrl", "https://api.line.me/webhook", "Simulator:WebhookUrl is")]
    [InlineData("urls", "http://0.0.0.0:0", "urls is")]
    [InlineData("Kestrel__Endpoints__Open__Url", "http://0.0.0.0:0", "urls is")]
    public async Task Stand_alone_it_refuses_in_one_sentence(string key, string value, string because)
    {
        var start = new ProcessStartInfo(WatchedBot.Dotnet, [Path.Combine(AppContext.BaseDirectory, "Concierge.LineSimulator.dll"), "--contentRoot", Path.GetTempPath()])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["urls"] = "http://127.0.0.1:0";
        start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith(because, Assert.Single((await said).Trim().Split('\n')));
    }
}
