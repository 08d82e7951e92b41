using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>What the phone page relies on.</summary>
public sealed class PhoneApiTests : Town
{
    [Fact]
    public async Task People_are_added_and_listed()
    {
        var taro = (await Post("/phone/api/people", new { name = "太郎" })).Json;
        Assert.Matches("^U[0-9a-f]{32}$", (string?)taro["id"]);
        Assert.Equal("""["id","name","following","blocked","unread"]""", new JsonArray([.. taro.Select(one => (JsonNode)one.Key)]).ToJsonString());
        var all = JsonNode.Parse((await Get("/phone/api/people")).Bytes)!.AsArray();
        Assert.Equal(["花子", "太郎"], all.Select(one => (string?)one!["name"]));
    }

    [Fact]
    public async Task A_chat_gives_what_changed_since()
    {
        await Phone("text", new { text = "やあ" });
        await Push(Hanako, "はい");
        var chat = await Chat();
        Assert.Equal(["person", "bot"], chat["items"]!.AsArray().Select(one => (string?)one!["from"]));
        Assert.Empty((await Chat((long)chat["seq"]!))["items"]!.AsArray());
        var said = (string)chat["items"]![0]!["id"]!;
        await Phone("unsend", new { itemId = said });
        var changed = (await Chat((long)chat["seq"]!))["items"]!.AsArray().Single()!;
        Assert.Equal((said, true), ((string?)changed["id"], (bool)changed["unsent"]!));
    }

    [Fact]
    public async Task What_was_not_looked_at_is_unread()
    {
        await Push(Hanako, "はい");
        Assert.Equal(1, await Unread());
        await Chat();
        Assert.Equal(0, await Unread());

        async Task<int> Unread() => (int)JsonNode.Parse((await Get("/phone/api/people")).Bytes)![0]!["unread"]!;
    }

    [Fact]
    public async Task A_tapped_action_does_what_it_says()
    {
        await Phone("action", new { itemId = (string?)null, action = new { type = "datetimepicker", data = "d", mode = "time" }, @params = new { time = "10:30" } });
        Assert.Equal("10:30", (string?)Bot.Events[^1]["postback"]!["params"]!["time"]);
        await Phone("action", new { itemId = (string?)null, action = new { type = "postback", data = "p", displayText = "はい" }, @params = (object?)null });
        Assert.Equal("はい", Hanako.Chat[^1].Text);
    }

    [Fact]
    public async Task Pictures_are_sent_as_bytes_or_made_up()
    {
        await Call(HttpMethod.Post, $"/phone/api/people/{Hanako.Id}/image", new ByteArrayContent([9, 8]) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } });
        var address = (string)(await Chat())["items"]![0]!["message"]!["originalContentUrl"]!;
        Assert.Equal([9, 8], (await Get(address)).Bytes);
        Assert.Equal(HttpStatusCode.OK, (await Phone("image", new { })).Status);
    }

    [Theory]
    [InlineData("sticker", """{"packageId":"1","stickerId":"2"}""", "message")]
    [InlineData("location", """{"title":"駅","address":"柏","latitude":35.8,"longitude":139.9}""", "message")]
    [InlineData("audio", "{}", "message")]
    [InlineData("follow", "{}", "follow")]
    [InlineData("block", "{}", "unfollow")]
    public async Task What_is_done_on_the_page_reaches_the_bot(string what, string body, string type)
    {
        Assert.Equal(200, (int)(await Phone(what, JsonNode.Parse(body)!)).Json["status"]!);
        Assert.Equal(type, (string?)Bot.Events[^1]["type"]);
    }

    [Fact]
    public async Task Mistakes_are_told_in_words()
    {
        Assert.Equal("text is missing", (await Phone("text", new { })).Message);
        var nobody = await Post("/phone/api/people/U0/text", new { text = "やあ" });
        Assert.Equal((HttpStatusCode.NotFound, "nobody has the id U0"), (nobody.Status, nobody.Message));
    }

    [Fact]
    public async Task The_clock_can_be_turned()
    {
        var now = (DateTimeOffset)(await Post("/phone/api/clock", new { advanceSeconds = 3600 })).Json["now"]!;
        Assert.Equal(Morning.AddHours(1), now);
        Assert.Equal(now, (DateTimeOffset)(await Get("/test/clock")).Json["now"]!);
    }

    [Fact]
    public async Task Faults_can_be_asked_for()
    {
        await Post("/phone/api/faults", new { kind = "apiErrorBefore", path = "/push", times = 1 });
        Assert.Equal(HttpStatusCode.InternalServerError, (await Push(Hanako)).Status);
        Assert.Contains("ApiCutAfter", (await Post("/phone/api/faults", new { kind = "earthquake" })).Message);
    }

    [Fact]
    public async Task News_come_as_server_sent_events()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var stop = TestContext.Current.CancellationToken;
        using var lines = new StreamReader(await http.GetStreamAsync($"{Line.Url}/phone/api/people/{Hanako.Id}/events", stop));
        Assert.Equal($"data: {{\"seq\":{Hanako.Chat.Count + 1}}}", await lines.ReadLineAsync(stop));
        await lines.ReadLineAsync(stop);
        await Push(Hanako);
        Assert.StartsWith("data: {\"seq\":", await lines.ReadLineAsync(stop));
    }

    [Fact]
    public async Task A_person_can_be_scripted_over_http()
    {
        await Post($"/test/people/{Hanako.Id}/text", new { text = "やあ" });
        await Push(Hanako, "はい");
        Assert.Equal("> やあ\n< はい", (await Get($"/test/people/{Hanako.Id}/transcript")).Text);
        Assert.Equal(HttpStatusCode.OK, (await Get($"/test/people/{Hanako.Id}/sees?count=1")).Status);
        Assert.Contains("/v2/bot/message/push", (await Get("/test/requests")).Text);
        Assert.Contains("花子", (await Get("/test/snapshot")).Text);
    }

    private Task<ApiAnswer> Phone(string what, object body) => Post($"/phone/api/people/{Hanako.Id}/{what}", body);

    private async Task<JsonObject> Chat(long after = 0) => (await Get($"/phone/api/people/{Hanako.Id}/chat?after={after}")).Json;
}
