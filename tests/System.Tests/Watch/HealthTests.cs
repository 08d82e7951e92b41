using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Watch;

public sealed class HealthTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_can_store_what_comes_in_is_alive_and_ready(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        Assert.Equal((200, "live"), await Get(town, "/health/live"));
        Assert.Equal((200, "ready"), await Get(town, "/health/ready"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Without_its_database_it_lives_and_is_not_ready_and_LINE_is_asked_to_send_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Reception.Gate(town);
        await town.Database.Writer.Write(unit => unit.Db.Database.ExecuteSqlRaw("DROP TABLE feed; DROP TABLE inbox"));
        Assert.Equal((200, "live"), await Get(town, "/health/live"));
        var (status, text) = await Get(town, "/health/ready");
        Assert.Equal(503, status);
        Assert.StartsWith("not ready: the database did not answer", text);

        var said = Reception.Written.Words("e1", Reception.Written.User(1), "こんにちは", town.Clock.GetUtcNow());
        Assert.Equal(503, await gate.Takes(Reception.Written.Body(said)));
    }

    [Fact]
    public async Task Figures_are_for_this_machine_alone()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await town.Line.Person("花子").Follows();
        await town.Settles();
        var (status, figures) = await Get(town, "/metrics");
        Assert.Equal(200, status);
        Assert.Contains("concierge_turn_duration_seconds", figures);
        Assert.Contains("concierge_line_requests_total", figures);
        Assert.Contains("concierge_data_group_size", figures);
        Assert.Equal(200, (await Get(town, "/metrics", (FromAfar.Header, "::1"))).Status);
    }

    [Theory]
    [InlineData(FromAfar.Header, "192.0.2.7")]
    [InlineData(FromAfar.Header, "2001:db8::7")]
    [InlineData(FromAfar.Header, "::ffff:192.0.2.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "concierge.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Who_comes_from_elsewhere_or_through_a_proxy_finds_no_figures(string header, string value)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        foreach (var path in new[] { "/metrics", "/METRICS", "/metrics/" }) Assert.Equal((404, ""), await Get(town, path, (header, value)));
    }

    private static async Task<(int Status, string Text)> Get(Town town, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, town.BotUrl + path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
