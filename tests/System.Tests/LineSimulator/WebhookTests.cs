using System.Net;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class WebhookTests : Town
{
    protected override SimulatorOptions Options => new() { Redelivery = true };

    [Fact]
    public async Task A_message_event_says_who_when_and_what()
    {
        var answer = await Hanako.Says("やあ");
        var said = Bot.Events[^1];
        Assert.Equal(200, answer.Status);
        Assert.Equal("message", (string?)said["type"]);
        Assert.Equal("active", (string?)said["mode"]);
        Assert.Equal("やあ", (string?)said["message"]!["text"]);
        Assert.Equal(Hanako.Id, (string?)said["source"]!["userId"]);
        Assert.Equal(Morning.ToUnixTimeMilliseconds(), (long)said["timestamp"]!);
        Assert.Matches("^[0-7][0-9A-HJKMNP-TV-Z]{25}$", (string?)said["webhookEventId"]);
        Assert.Matches("^U[0-9a-f]{32}$", Line.BotUserId);
    }

    [Fact]
    public async Task Events_of_several_people_can_come_in_one_body()
    {
        Line.Hold();
        await Hanako.Says("一");
        await Line.Person("太郎").Says("二");
        var answer = await Line.Release();
        Assert.True(answer.IsOk);
        Assert.Contains("一", Bot.Received[^1].Body);
        Assert.Contains("二", Bot.Received[^1].Body);
    }

    [Fact]
    public async Task A_webhook_that_was_refused_comes_again_the_same_but_marked()
    {
        Bot.Answers = HttpStatusCode.InternalServerError;
        Assert.Equal(500, (await Hanako.Says("やあ")).Status);
        Bot.Answers = HttpStatusCode.OK;
        var again = Bot.NextArrival;
        Clock.Advance(TimeSpan.FromSeconds(30));
        await again;
        var (first, second) = (Bot.Events[^2], Bot.Events[^1]);
        Assert.True((bool)second["deliveryContext"]!["isRedelivery"]!);
        foreach (var same in (string[])["webhookEventId", "replyToken", "timestamp"])
            Assert.Equal(first[same]!.ToJsonString(), second[same]!.ToJsonString());
    }

    [Fact]
    public async Task A_bot_has_two_seconds_to_answer()
    {
        var stuck = new TaskCompletionSource();
        Bot.Until = stuck.Task;
        var arrives = Bot.NextArrival;
        var saying = Hanako.Says("やあ");
        await arrives;
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("REQUEST_TIMEOUT", (await saying).Reason);
        stuck.SetResult();
    }

    [Fact]
    public async Task The_webhook_address_can_change_when_the_bot_moves()
    {
        await using var other = await FakeBot.Start();
        Line.WebhookUrl = other.Url;
        await Hanako.Says("やあ");
        Assert.Single(other.Events);
    }

    [Fact]
    public async Task Nobody_listening_is_told_kindly_on_the_phone()
    {
        Line.WebhookUrl = "http://127.0.0.1:9/line/webhook";
        Assert.Equal("COULD_NOT_CONNECT", (await Hanako.Says("やあ")).Reason);
        Assert.Equal("コンシェルジュにつながりませんでした", Hanako.Chat[^1].Text);
        Assert.Equal(ChatItem.System, Hanako.Chat[^1].From);
    }

    [Fact]
    public void Webhooks_never_leave_the_machine() =>
        Assert.Throws<RefusedSetting>(() => Line.WebhookUrl = "https://api.line.me/webhook");

    [Fact]
    public async Task The_endpoint_api_sets_and_tests_the_address()
    {
        var put = await Call(HttpMethod.Put, "/v2/bot/channel/webhook/endpoint", Json(new { endpoint = Bot.Url + "?moved" }));
        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Equal(Bot.Url + "?moved", (string?)(await Get("/v2/bot/channel/webhook/endpoint")).Json["endpoint"]);
        var test = (await Call(HttpMethod.Post, "/v2/bot/channel/webhook/test")).Json;
        Assert.True((bool)test["success"]!);
        Assert.Equal("OK", (string?)test["reason"]);
        Assert.EndsWith("\"events\":[]}", Bot.Received[^1].Body);
    }
}
