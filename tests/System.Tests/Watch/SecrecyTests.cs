using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Reception;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Watch;

/// <summary>Words planted wherever a person can put some, and everything that leaves the bot searched for them.</summary>
public sealed class SecrecyTests
{
    // In every script that a log might write differently.
    private const string Said = "canary-said-カナリア", OnPage = "canary-page-カナリア";
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [Theory]
    [InlineData("Information")]
    [InlineData("Trace")]
    public async Task No_word_token_or_LINE_id_of_a_person_stands_in_logs_figures_or_traces(string level)
    {
        using var database = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        await using var line = await Simulator.Start();
        await using var collector = await Collector.Start();
        string[] categories = ["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System", "System.Net.Http", "Concierge"];
        await using var bot = WatchedBot.Start(database,
        [
            ("Line:ApiBase", line.Url), ("Line:DataApiBase", line.Url), ("Privacy:PrivateQuestions", "Strict"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            .. categories.Select(category => ($"Logging:LogLevel:{category}", level)),
        ]);
        var url = await bot.Url;
        line.WebhookUrl = url + "/line/webhook";

        var secrets = await Live(line, url);
        var figures = await Http.GetStringAsync(url + "/metrics", TestContext.Current.CancellationToken);
        Assert.Equal(0, await bot.Stops());

        Assert.Contains("concierge_turn_duration_seconds", figures);
        Assert.Contains("concierge.turn.duration", collector.Metrics);
        Assert.Contains("/line/webhook", collector.Traces);
        Assert.All(bot.Lines, log => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(log).ValueKind));
        var sinks = bot.Lines.Append(figures).Append(collector.Metrics).Append(collector.Traces).ToArray();
        Assert.Empty(secrets.SelectMany(Spellings).SelectMany(secret => sinks.Select(sink => Around(secret, sink)).OfType<string>()));
        NothingLeftOnLine(line);
    }

    /// <summary>Notifications, pushes and addresses hold no word of a person, and what was said on the page is nowhere on LINE.</summary>
    private static void NothingLeftOnLine(Simulator line)
    {
        Assert.Contains(line.Requests, request => request.Path.EndsWith("/push", StringComparison.Ordinal));
        Assert.All(line.Requests, request => Assert.DoesNotContain("canary", request.Path + request.Query));
        Assert.All(line.Requests, request => Assert.DoesNotContain(OnPage, request.Body));
        Assert.All(line.Requests.Where(r => r.Path.EndsWith("/push", StringComparison.Ordinal)), push => Assert.DoesNotContain("canary", push.Body));
        Assert.All(line.People.SelectMany(person => person.FromBot), item => Assert.DoesNotContain("canary", item.AltText ?? ""));
    }

    /// <summary>A person's whole way, with words everywhere.</summary>
    /// <returns>All that nobody else may learn.</returns>
    private static async Task<List<string>> Live(Simulator line, string url)
    {
        var hanako = line.Person("canary-name-花子");
        await hanako.Follows();
        await hanako.Sees(3);
        await hanako.Says(Said);
        await hanako.Sees();
        await hanako.SendsFile(Said + ".pdf", [1]);
        await hanako.Sees();
        await hanako.SendsLocation(35.1, 139.1, Said, Said);
        await hanako.Sees();
        await Deliver(url, Written.Body(Written.Event("e-tap", hanako.Id, "postback", line.Time.GetUtcNow(), $$""","postback":{"data":"{{Said}}"}""")));
        foreach (var bad in new[] { Said, $"{{\"events\":[\"{Said}\"]}}", $"{{\"events\":[{{\"webhookEventId\":\"{Said}\"}}]}}", $"{{\"destination\":\"{Said}\",\"events\":[{{\"{Said}\":[" })
            await Deliver(url, bad);
        await Deliver(url, Said, signature: "canary-signature");
        line.Faults.Next(Fault.ApiErrorAfter, "/reply");
        await hanako.Says(Said);
        line.Faults.Next(Fault.ApiReplyTokenExpired, "/reply");
        await hanako.Says("メニュー");

        var secrets = new List<string> { "canary", "カナリア", hanako.Id, "development-secret-not-for-production" };
        secrets.AddRange(await OnThePage(hanako, url));
        secrets.AddRange(line.Webhooks.SelectMany(webhook => Tokens(webhook.Body)));
        secrets.AddRange(line.Requests.Select(request => request.Headers.GetValueOrDefault("Authorization")).OfType<string>().Select(header => header["Bearer ".Length..]).Distinct());
        return secrets;
    }

    private static async Task<IEnumerable<string>> OnThePage(Person hanako, string url)
    {
        await hanako.Taps("棚卸しをはじめる");
        while (hanako.Tappable.All(button => button.Kind != "uri")) await hanako.Sees();
        var link = new Uri(hanako.Tappable.First(button => button.Kind == "uri").Action.GetProperty("uri").GetString()!);
        var web = new WebPerson(() => url);
        await web.Opens(url + link.PathAndQuery);
        var written = 0;
        for (var i = 0; i < 60 && !web.Page.Contains("これでよい", StringComparison.Ordinal); i++)
            await (web.Page.Contains("<textarea", StringComparison.Ordinal) ? web.Says($"{OnPage}{written++}") : web.AnswersFirst());
        Assert.Contains(OnPage, web.Page);
        await web.Presses("これでよい");
        foreach (var item in new[] { "わたしのカード", "こたえを見る・なおす" })
        {
            await hanako.Says(item);
            await hanako.Sees();
        }
        await Http.GetAsync($"{url}/p/canary-{link.AbsolutePath[3..]}", TestContext.Current.CancellationToken);
        return [link.AbsolutePath[3..], .. web.Cookies];
    }

    /// <summary>Posts a webhook; signed rightly unless a signature is given.</summary>
    private static async Task Deliver(string url, string body, string? signature = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, url + "/line/webhook") { Content = content };
        request.Headers.TryAddWithoutValidation("x-line-signature", signature ?? Gate.Sign(bytes));
        (await Http.SendAsync(request)).Dispose();
    }

    /// <summary>Where the secret stands in it, with what is beside it; null when it does not.</summary>
    private static string? Around(string secret, string sink)
    {
        var at = sink.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : sink[Math.Max(0, at - 150)..Math.Min(sink.Length, at + secret.Length + 50)];
    }

    private static IEnumerable<string> Tokens(string webhook) => JsonElement.Parse(webhook).GetProperty("events").EnumerateArray()
        .Select(one => one.TryGetProperty("replyToken", out var token) ? token.GetString() : null).OfType<string>();

    /// <summary>As it is, and as JSON and addresses write it.</summary>
    private static IEnumerable<string> Spellings(string secret) =>
        new[] { secret, JsonSerializer.Serialize(secret).Trim('"'), Uri.EscapeDataString(secret) }.Distinct();
}
