using System.Net;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class FaultTests : Town
{
    private const string Key = "123e4567-e89b-12d3-a456-426614174000";

    [Theory]
    [InlineData(Fault.WebhookTwice, false)]
    [InlineData(Fault.WebhookTwiceMarked, true)]
    public async Task A_webhook_can_come_twice_marked_or_not(Fault fault, bool marked)
    {
        Line.Faults.Next(fault);
        await Hanako.Says("やあ");
        Assert.Equal((string?)Bot.Events[^2]["webhookEventId"], (string?)Bot.Events[^1]["webhookEventId"]);
        Assert.Equal(marked, (bool)Bot.Events[^1]["deliveryContext"]!["isRedelivery"]!);
    }

    [Fact]
    public async Task A_webhook_can_be_overtaken()
    {
        Line.Faults.Next(Fault.WebhookReordered);
        await Hanako.Says("一");
        await Hanako.Says("二");
        Assert.Equal(["二", "一"], Bot.Events.TakeLast(2).Select(one => (string?)one["message"]!["text"]));
    }

    [Fact]
    public async Task A_webhook_can_come_late()
    {
        Line.Faults.Next(Fault.WebhookDelayed, by: TimeSpan.FromMinutes(5));
        Assert.Equal("HELD", (await Hanako.Says("遅い")).Reason);
        var arrives = Bot.NextArrival;
        Clock.Advance(TimeSpan.FromMinutes(5));
        await arrives;
        Assert.Equal("遅い", (string?)Bot.Events[^1]["message"]!["text"]);
    }

    [Fact]
    public async Task In_standby_there_is_no_reply_token()
    {
        Line.Faults.Next(Fault.WebhookStandby);
        await Hanako.Says("やあ");
        Assert.Equal("standby", (string?)Bot.Events[^1]["mode"]);
        Assert.Null(LastReplyToken);
    }

    [Fact]
    public async Task An_unsend_can_arrive_before_its_message()
    {
        Line.Faults.Next(Fault.WebhookUnsendFirst);
        await Hanako.Says("やあ");
        Assert.Equal(["unsend", "message"], Bot.Events.TakeLast(2).Select(one => (string?)one["type"]));
        Assert.Equal((string?)Bot.Events[^1]["message"]!["id"], (string?)Bot.Events[^2]["unsend"]!["messageId"]);
    }

    [Theory]
    [InlineData(Fault.WebhookUnknownEvent)]
    [InlineData(Fault.WebhookUnknownMessage)]
    public async Task What_nobody_has_heard_of_comes_along_with_the_message(Fault fault)
    {
        Line.Faults.Next(fault);
        await Hanako.Says("やあ");
        Assert.Contains("hologram", Bot.Received[^1].Body);
        Assert.Equal("やあ", (string?)Bot.Events[^1]["message"]!["text"]);
    }

    [Theory]
    [InlineData(Fault.ApiErrorBefore, 500, 0)]
    [InlineData(Fault.ApiErrorAfter, 500, 1)]
    [InlineData(Fault.ApiRateLimited, 429, 0)]
    [InlineData(Fault.ApiQuotaReached, 429, 0)]
    [InlineData(Fault.ApiAlreadyAccepted, 409, 1)]
    [InlineData(Fault.ApiTokenExpired, 401, 0)]
    public async Task An_api_call_can_fail_before_or_after_it_was_done(Fault fault, int status, int seen)
    {
        Line.Faults.Next(fault);
        Assert.Equal(status, (int)(await Push(Hanako)).Status);
        Assert.Equal(seen, Hanako.FromBot.Count);
        Assert.Equal(HttpStatusCode.OK, (await Push(Hanako)).Status);
    }

    [Theory]
    [InlineData(Fault.ApiCutBefore, HttpStatusCode.OK)]
    [InlineData(Fault.ApiCutAfter, HttpStatusCode.Conflict)]
    public async Task After_a_cut_connection_the_retry_key_tells_whether_it_was_done(Fault fault, HttpStatusCode expected)
    {
        Line.Faults.Next(fault, path: "/push");
        await Assert.ThrowsAsync<HttpRequestException>(() => Push(Hanako, retryKey: Key));
        Assert.Equal(expected, (await Push(Hanako, retryKey: Key)).Status);
        Assert.Single(Hanako.FromBot);
    }

    [Fact]
    public async Task A_reply_token_can_run_out_early()
    {
        await Hanako.Says("やあ");
        Line.Faults.Next(Fault.ApiReplyTokenExpired);
        Assert.Equal("Invalid reply token", (await Reply(LastReplyToken, Text("はい"))).Message);
        Assert.Equal("Invalid reply token", (await Reply(LastReplyToken, Text("はい"))).Message);
    }

    [Fact]
    public async Task The_api_can_be_slow()
    {
        Line.Faults.Next(Fault.ApiSlow, by: TimeSpan.FromSeconds(10));
        var pushing = Push(Hanako);
        // The clock is turned until the call waits on it; every turn is at least enough.
        while (!pushing.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }
        Assert.Equal(HttpStatusCode.OK, (await pushing).Status);
    }

    [Fact]
    public async Task The_api_can_be_slow_to_say_that_it_did_it()
    {
        var done = new TaskCompletionSource<RecordedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        Line.Called += done.SetResult;
        Line.Faults.Next(Fault.ApiSlowAfter, by: TimeSpan.FromSeconds(10));
        var pushing = Push(Hanako);
        Assert.True((await done.Task).Done);
        Assert.Single(Hanako.FromBot);
        while (!pushing.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }
        Assert.Equal(HttpStatusCode.OK, (await pushing).Status);
    }

    [Fact]
    public async Task By_chance_the_same_seed_fails_the_same_calls()
    {
        Assert.Equal(await Run(), await Run());

        async Task<string> Run()
        {
            Line.Faults.Clear();
            Line.Faults.Sometimes(Fault.ApiErrorBefore, share: 0.5, seed: 7);
            var seen = "";
            for (var i = 0; i < 12; i++) seen += (int)(await Get("/v2/bot/info")).Status / 100;
            Assert.Contains('2', seen);
            Assert.Contains('5', seen);
            return seen;
        }
    }
}
