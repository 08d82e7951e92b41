using System.Net;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class ReplyTests : Town
{
    [Fact]
    public async Task A_reply_appears_on_the_phone_with_all_its_bubbles()
    {
        await Hanako.Says("こんにちは");
        var answer = await Reply(LastReplyToken, Text("はい"), Text("どうぞ"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["はい", "どうぞ"], (await Hanako.Sees(2)).Select(item => item.Text));
        Assert.All(Hanako.FromBot, item => Assert.Equal("reply", item.Via));
        Assert.Equal(2, answer.Json["sentMessages"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_reply_token_is_good_once()
    {
        await Hanako.Says("こんにちは");
        await Reply(LastReplyToken, Text("はい"));
        var second = await Reply(LastReplyToken, Text("はい"));
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal("Invalid reply token", second.Message);
        Assert.Single(Hanako.FromBot);
    }

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(61, HttpStatusCode.BadRequest)]
    public async Task A_reply_token_is_good_for_a_minute(int seconds, HttpStatusCode expected)
    {
        await Hanako.Says("こんにちは");
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(expected, (await Reply(LastReplyToken, Text("はい"))).Status);
    }

    [Theory]
    [InlineData(19, HttpStatusCode.OK)]
    [InlineData(21, HttpStatusCode.BadRequest)]
    public async Task A_redelivered_webhook_gives_its_token_another_minute_within_twenty_minutes(int minutes, HttpStatusCode expected)
    {
        await Hanako.Says("こんにちは");
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Line.Redeliver((string)Bot.Events[^1]["webhookEventId"]!);
        Assert.True((bool)Bot.Events[^1]["deliveryContext"]!["isRedelivery"]!);
        Assert.Equal(expected, (await Reply(LastReplyToken, Text("はい"))).Status);
    }

    [Fact]
    public async Task A_redelivery_does_not_bring_a_used_token_back()
    {
        await Hanako.Says("こんにちは");
        await Reply(LastReplyToken, Text("はい"));
        await Line.Redeliver((string)Bot.Events[^1]["webhookEventId"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await Reply(LastReplyToken, Text("はい"))).Status);
    }

    [Fact]
    public async Task Neither_does_a_webhook_that_comes_twice()
    {
        var answers = new List<HttpStatusCode>();
        Bot.OnEvent = async one => answers.Add((await Reply((string?)one["replyToken"], Text("はい"))).Status);
        Line.Faults.Next(Fault.WebhookTwice);
        await Hanako.Says("こんにちは");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest], answers);
    }

    [Fact]
    public async Task A_refused_message_does_not_use_the_token_up()
    {
        await Hanako.Says("こんにちは");
        Assert.Equal("messages[0].text: May not be empty", (await Reply(LastReplyToken, Text(""))).Detail);
        Assert.Equal(HttpStatusCode.OK, (await Reply(LastReplyToken, Text("はい"))).Status);
    }

    [Theory]
    [InlineData(0, "messages: Size must be between 1 and 5")]
    [InlineData(5, null)]
    [InlineData(6, "messages: Size must be between 1 and 5")]
    public async Task A_reply_holds_one_to_five_messages(int count, string? expected)
    {
        await Hanako.Says("こんにちは");
        var answer = await Reply(LastReplyToken, [.. Enumerable.Repeat(Text("はい"), count)]);
        Assert.Equal(expected, answer.Detail);
    }

    [Fact]
    public async Task A_reply_with_a_retry_key_is_refused()
    {
        await Hanako.Says("こんにちは");
        var answer = await Post("/v2/bot/message/reply", new { replyToken = LastReplyToken, messages = new[] { Text("はい") } }, "123e4567-e89b-12d3-a456-426614174000");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(Hanako.FromBot);
    }

    [Fact]
    public async Task A_reply_is_free()
    {
        Line.MonthlyQuota = 0;
        await Hanako.Says("こんにちは");
        Assert.Equal(HttpStatusCode.OK, (await Reply(LastReplyToken, Text("はい"))).Status);
        Assert.Equal(0, Line.Consumption);
    }
}
