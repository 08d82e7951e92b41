using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class PlatformTests : Town
{
    [Theory]
    [InlineData(null)]
    [InlineData("of-somebody-else")]
    public async Task Without_a_valid_token_nothing_goes(string? token)
    {
        var answer = await Call(HttpMethod.Get, "/v2/bot/info", token: token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("Authentication failed due to the following reason: ", answer.Message);
    }

    [Fact]
    public async Task A_stateless_token_lives_for_fifteen_minutes()
    {
        var issued = (await Issue("development-secret-not-for-production")).Json;
        var token = (string)issued["access_token"]!;
        Assert.Equal(900, (int)issued["expires_in"]!);
        Assert.Equal(HttpStatusCode.OK, (await Call(HttpMethod.Get, "/v2/bot/info", token: token)).Status);
        Clock.Advance(TimeSpan.FromSeconds(900));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Call(HttpMethod.Get, "/v2/bot/info", token: token)).Status);
    }

    [Fact]
    public async Task A_token_is_not_sold_for_a_wrong_secret()
    {
        var refused = await Issue("guessed");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("invalid_client", (string?)refused.Json["error"]);
    }

    [Fact]
    public async Task Every_answer_carries_a_request_id()
    {
        Assert.Single((await Get("/v2/bot/info")).Headers.GetValues("x-line-request-id"));
        Assert.Single((await Get("/v2/bot/nowhere")).Headers.GetValues("x-line-request-id"));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found() => Assert.Equal("Not found", (await Get("/v2/bot/nowhere")).Message);

    [Theory]
    [InlineData(2 * 1024 * 1024, HttpStatusCode.BadRequest)]
    [InlineData(2 * 1024 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_request_is_two_megabytes_at_most(int bytes, HttpStatusCode expected)
    {
        var body = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        Assert.Equal(expected, (await Call(HttpMethod.Post, "/v2/bot/message/push", body)).Status);
    }

    [Fact]
    public async Task A_body_must_be_JSON_and_say_so()
    {
        var broken = await Call(HttpMethod.Post, "/v2/bot/message/push", new StringContent("{", Encoding.UTF8, "application/json"));
        Assert.Equal("The request body could not be parsed as JSON (line: -, column: -)", broken.Message);
        var plain = await Call(HttpMethod.Post, "/v2/bot/message/push", new StringContent("{}", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.Status);
    }

    [Fact]
    public async Task A_profile_is_known_of_followers_and_of_those_who_wrote()
    {
        Assert.Equal("花子", (string?)(await Get($"/v2/bot/profile/{Hanako.Id}")).Json["displayName"]);
        var taro = Line.Person("太郎");
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/v2/bot/profile/{taro.Id}")).Status);
        await taro.Says("やあ");
        Assert.Equal(HttpStatusCode.OK, (await Get($"/v2/bot/profile/{taro.Id}")).Status);
        Assert.Equal($"[\"{Hanako.Id}\"]", (await Get("/v2/bot/followers/ids")).Json["userIds"]!.ToJsonString());
    }

    [Fact]
    public async Task Content_can_be_fetched_until_it_is_unsent()
    {
        await Hanako.SendsImage([1, 2, 3], "image/jpeg");
        var id = Hanako.Chat[^1].Id;
        Assert.Equal([1, 2, 3], (await Get($"/v2/bot/message/{id}/content")).Bytes);
        await Hanako.Unsends(id);
        var gone = await Get($"/v2/bot/message/{id}/content");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Equal("The content is gone", gone.Message);
        Assert.Equal(id, (string?)Bot.Events[^1]["unsend"]!["messageId"]);
        Assert.Null(LastReplyToken);
    }

    [Fact]
    public async Task The_loading_animation_ends_with_the_next_message()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Load(20)).Status);
        Assert.Equal(Morning.AddSeconds(20), Hanako.LoadingUntil);
        await Push(Hanako);
        Assert.Null(Hanako.LoadingUntil);
    }

    [Theory]
    [InlineData(5, HttpStatusCode.Accepted)]
    [InlineData(60, HttpStatusCode.Accepted)]
    [InlineData(0, HttpStatusCode.BadRequest)]
    [InlineData(7, HttpStatusCode.BadRequest)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    public async Task The_loading_animation_takes_5_to_60_seconds_in_steps_of_five(int seconds, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Load(seconds)).Status);

    [Fact]
    public async Task Marking_as_read_marks_everything_before_too()
    {
        await Hanako.Says("一");
        await Hanako.Says("二");
        Assert.All(Hanako.Chat, item => Assert.False(item.Read));
        await Post("/v2/bot/chat/markAsRead", new { markAsReadToken = (string?)Bot.Events[^1]["message"]!["markAsReadToken"] });
        Assert.All(Hanako.Chat, item => Assert.True(item.Read));
    }

    [Theory]
    [InlineData("/v2/bot/message/validate/push")]
    [InlineData("/v2/bot/chat/loading/start")]
    public async Task A_retry_key_is_for_sending_only(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(path, new { messages = new[] { Text("はい") } }, "123e4567-e89b-12d3-a456-426614174000")).Status);

    [Fact]
    public async Task The_address_leads_to_the_phones() =>
        Assert.Contains("<title>", (await Call(HttpMethod.Get, "/", token: null)).Text);

    [Fact]
    public async Task Every_call_is_recorded()
    {
        await Push(Hanako, "やあ", "123e4567-e89b-12d3-a456-426614174000");
        var call = Line.Requests[^1];
        Assert.Equal(("POST", "/v2/bot/message/push", 200), (call.Method, call.Path, call.Status));
        Assert.Equal("123e4567-e89b-12d3-a456-426614174000", call.Headers["x-line-retry-key"]);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        await using var twin = await Simulator.Start(new SimulatorOptions { WebhookUrl = Bot.Url });
        Assert.Equal(Hanako.Id, twin.Person("だれか").Id);
        await using var other = await Simulator.Start(new SimulatorOptions { WebhookUrl = Bot.Url, Seed = "other" });
        Assert.NotEqual(Hanako.Id, other.Person("花子").Id);
    }

    [Fact]
    public async Task The_simulator_listens_on_loopback_only() =>
        await Assert.ThrowsAsync<RefusedSetting>(() => Simulator.Start(new SimulatorOptions { Url = "http://0.0.0.0:0" }));

    private Task<ApiAnswer> Load(int seconds) => Post("/v2/bot/chat/loading/start", new { chatId = Hanako.Id, loadingSeconds = seconds });

    private Task<ApiAnswer> Issue(string secret) => Call(HttpMethod.Post, "/oauth2/v3/token", new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials", ["client_id"] = "1234567890", ["client_secret"] = secret,
    }), token: null);
}
