using Xunit;

namespace Concierge.SystemTests.OpenApi;

public sealed class LineOpenApiTests
{
    [Theory]
    [InlineData("""{"replyToken":"t","messages":[{"type":"text","text":"はい"}]}""", null)]
    [InlineData("""{"messages":[{"type":"text","text":"はい"}]}""", "/replyToken: PropertyRequired")]
    [InlineData("""{"replyToken":"t","messages":[{"type":"text"}]}""", "/messages[0]/text: PropertyRequired")]
    [InlineData("""{"replyToken":"t","messages":[{"type":"hologram"}]}""", "/messages[0]: type is hologram, which Message does not know")]
    [InlineData("""{"replyToken":"t","messages":[{"type":"text","text":"はい","colour":"red"}]}""", "/messages[0]/colour: unknown property")]
    [InlineData("""{"replyToken":"t","messages":[]}""", "/messages: TooFewItems")]
    [InlineData("""{"replyToken":"t","messages":[{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"type":"box","contents":[]}}}]}""", "/messages[0]/contents/body/layout: PropertyRequired")]
    [InlineData("""{"replyToken":"t","messages":[{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"type":"box","layout":"diagonal","contents":[]}}}]}""", "/messages[0]/contents/body/layout: NotInEnumeration")]
    public void The_judge_finds_what_is_wrong_and_where(string json, string? expected)
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        var errors = LineOpenApi.Messaging!.Errors("ReplyMessageRequest", json);
        if (expected is null) Assert.Empty(errors);
        else Assert.Contains(expected, errors);
    }
}
