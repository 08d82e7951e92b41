using System.Net;
using System.Text;
using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class ClientTests
{
    private static readonly byte[] Messages = """[{"type":"text","text":"こんにちは"}]"""u8.ToArray();
    private static readonly Guid Key = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private readonly FakeLine _line = new();
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_carries_the_messages_to_the_byte_and_no_retry_key()
    {
        Assert.Equal(new Sending.Delivered("request-1"), await Reply());
        var asked = Assert.Single(_line.To("/v2/bot/message/reply"));
        Assert.Equal($$"""{"replyToken":"rt\u0022","messages":{{Encoding.UTF8.GetString(Messages)}}}""", asked.Body);
        Assert.Equal("token-1", asked.Token);
        Assert.Null(asked.RetryKey);
        Assert.Equal("application/json", asked.Type);
    }

    [Fact]
    public async Task A_push_carries_its_key_from_the_first_try()
    {
        Assert.Equal(new Sending.Delivered("request-1"), await Push());
        var asked = Assert.Single(_line.To("/v2/bot/message/push"));
        Assert.Equal($$"""{"to":"U1","messages":{{Encoding.UTF8.GetString(Messages)}}}""", asked.Body);
        Assert.Equal(Key.ToString(), asked.RetryKey);
    }

    [Theory]
    [InlineData("https://api.line.me")]
    [InlineData("https://api.line.me/")]
    public async Task The_base_may_end_in_a_slash(string address)
    {
        await Push(_line.Client(options => options.ApiBase = address));
        Assert.Equal("/v2/bot/message/push", _line.Requests[^1].Path);
    }

    [Fact]
    public async Task The_base_may_have_a_path()
    {
        await Push(_line.Client(options => options.ApiBase = "http://localhost:5300/line"));
        Assert.Equal("/line/v2/bot/message/push", _line.Requests[^1].Path);
    }

    [Fact]
    public async Task Dots_last_in_steps_of_five()
    {
        await _line.Client().ShowLoading("U1", 7, Cancel);
        Assert.Equal("""{"chatId":"U1","loadingSeconds":10}""", Assert.Single(_line.To("/v2/bot/chat/loading/start")).Body);
    }

    [Fact]
    public async Task Reading_is_marked_by_the_messages_own_token()
    {
        await _line.Client().MarkAsRead("mt", Cancel);
        Assert.Equal("""{"markAsReadToken":"mt"}""", Assert.Single(_line.To("/v2/bot/chat/markAsRead")).Body);
    }

    [Fact]
    public async Task Quota_and_consumption_are_asked_with_the_token()
    {
        _line.On("/quota", HttpStatusCode.OK, """{"type":"limited","value":1000}""").On("/consumption", HttpStatusCode.OK, """{"totalUsage":12}""");
        var client = _line.Client();
        Assert.Equal(new LineQuota.Limited(1000), await client.Quota(Cancel));
        Assert.Equal(12, await client.Consumption(Cancel));
        Assert.All(_line.To("/quota"), asked => Assert.Equal(("GET", "token-1"), (asked.Method, asked.Token)));
    }

    private Task<Sending> Reply() => _line.Client().Reply("rt\"", Messages, Cancel);

    private Task<Sending> Push(LineClient? client = null) => (client ?? _line.Client()).Push("U1", Messages, Key, Cancel);
}
