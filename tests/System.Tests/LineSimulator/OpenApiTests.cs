using System.Text.Json.Nodes;
using Concierge.LineSimulator;
using Concierge.SystemTests.OpenApi;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>The simulator held against LINE's own documents.</summary>
public sealed class OpenApiTests : Town
{
    [Fact]
    public async Task Every_webhook_is_one_that_LINE_could_send()
    {
        Assert.SkipWhen(LineOpenApi.Webhook is null, LineOpenApi.Missing);
        await Hanako.Says("元気🤨です");
        await Hanako.UnsendsLast();
        await Hanako.SendsSticker("446", "1988", "うれしい");
        await Hanako.SendsImage();
        await Hanako.SendsVideo();
        await Hanako.SendsAudio();
        await Hanako.SendsFile("memo.txt", [1]);
        await Hanako.SendsLocation(35.86, 139.97, "柏駅", "柏市");
        await Push(new { type = "text", text = "いつ？", quickReply = new { items = new[] { new { type = "action", action = new { type = "datetimepicker", label = "選ぶ", data = "d", mode = "date" } } } } });
        await Hanako.Taps("選ぶ");
        Line.Faults.Next(Fault.WebhookStandby);
        await Hanako.Says("やあ");
        Line.Faults.Next(Fault.WebhookOmitsOptional);
        await Hanako.SendsLocation(35.86, 139.97, "柏駅", "柏市");
        await Hanako.Blocks();
        await Hanako.Unblocks();
        foreach (var (body, _) in Bot.Received) Assert.Empty(LineOpenApi.Webhook!.Errors("CallbackRequest", body));
        Assert.Equal(14, Bot.Received.Count);
    }

    [Fact]
    public async Task What_the_platform_takes_is_what_the_documents_allow()
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        foreach (var message in Some.Messages) await Push(message);
        Assert.Equal(Some.Messages.Count, Hanako.FromBot.Count);
        foreach (var call in Line.Requests)
        {
            Assert.Empty(LineOpenApi.Messaging!.Errors("PushMessageRequest", call.Body));
            Assert.Empty(LineOpenApi.Messaging.Errors("PushMessageResponse", call.Answer));
        }
    }

    [Theory]
    [InlineData("/v2/bot/info", "BotInfoResponse")]
    [InlineData("/v2/bot/message/quota", "MessageQuotaResponse")]
    [InlineData("/v2/bot/message/quota/consumption", "QuotaConsumptionResponse")]
    [InlineData("/v2/bot/message/delivery/push?date=20261101", "NumberOfMessagesResponse")]
    [InlineData("/v2/bot/followers/ids", "GetFollowersResponse")]
    [InlineData("/v2/bot/richmenu/list", "RichMenuListResponse")]
    [InlineData("/v2/bot/richmenu/alias/list", "RichMenuAliasListResponse")]
    [InlineData("/v2/bot/channel/webhook/endpoint", "GetWebhookEndpointResponse")]
    [InlineData("/v2/bot/nowhere", "ErrorResponse")]
    public async Task Answers_have_the_documented_form(string path, string schema)
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        Assert.Empty(LineOpenApi.Messaging!.Errors(schema, (await Get(path)).Text));
    }

    [Fact]
    public async Task Errors_have_the_documented_form()
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        await Push(new { type = "text", text = "" });
        await Push(Hanako, retryKey: "123e4567-e89b-12d3-a456-426614174000");
        await Push(Hanako, retryKey: "123e4567-e89b-12d3-a456-426614174000");
        Assert.Equal([400, 200, 409], Line.Requests.Select(call => call.Status));
        foreach (var call in Line.Requests.Where(call => call.Status != 200)) Assert.Empty(LineOpenApi.Messaging!.Errors("ErrorResponse", call.Answer));
    }

    private Task<ApiAnswer> Push(object message) => Post("/v2/bot/message/push", new { to = Hanako.Id, messages = new JsonArray(System.Text.Json.JsonSerializer.SerializeToNode(message)) });
}
