using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concierge.SystemTests.Road;

namespace Concierge.SystemTests.WebChat;

/// <summary>Somebody on the city's website, as a Direct Line client asks for them. Knows nothing of the bot's types.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _called;
    private int _posted;

    /// <param name="called">Web Chat names its activities at random; here their names begin with this.</param>
    public Visitor(Town town, string called = "activity")
    {
        _called = called;
        _http = new HttpClient { BaseAddress = new Uri(town.BotUrl + "/v3/directline/") };
    }

    public string Conversation { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string Watermark { get; private set; } = "";

    /// <summary>All activities that were received, in order.</summary>
    public List<JsonElement> Heard { get; } = [];

    public IEnumerable<JsonElement> FromBot => Heard.Where(activity => activity.GetProperty("from").GetProperty("role").GetString() == "bot");

    public async Task Comes()
    {
        Token = (await Ask(HttpMethod.Post, "tokens/generate", 200)).GetProperty("token").GetString()!;
        await Begins();
    }

    /// <summary>As after a reload of the page: the token is all that is left.</summary>
    public async Task Returns(string token)
    {
        Token = token;
        await Begins();
    }

    public async Task Says(string text) => await Posts(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Presses the newest button with this title, in a card or under the last message.</summary>
    public async Task Presses(string title)
    {
        var newest = FromBot.Reverse().First(activity => activity.ToString().Contains(title, StringComparison.Ordinal));
        var tap = Find(JsonNode.Parse(newest.GetRawText())!, title) ?? throw new InvalidOperationException($"no button {title} in {newest}");
        await Posts(new JsonObject { ["type"] = "message", ["value"] = tap.DeepClone(), ["channelData"] = new JsonObject { ["postBack"] = true } });
    }

    public async Task<JsonElement> Posts(JsonObject activity, string? id = null)
    {
        var data = activity["channelData"] as JsonObject ?? [];
        data["clientActivityID"] = id ?? $"{_called}{++_posted}";
        activity["channelData"] = data;
        activity["from"] = new JsonObject { ["id"] = "somebody-else", ["role"] = "user" };
        var answer = await Ask(HttpMethod.Post, $"conversations/{Conversation}/activities", 200, activity);
        await Polls();
        return answer;
    }

    public async Task Polls()
    {
        var set = await Ask(HttpMethod.Get, $"conversations/{Conversation}/activities?watermark={Watermark}", 200);
        Watermark = set.GetProperty("watermark").GetString()!;
        Heard.AddRange(set.GetProperty("activities").EnumerateArray());
    }

    public async Task<JsonElement> Ask(HttpMethod method, string path, int status, JsonNode? body = null)
    {
        var (answered, text) = await Tries(method, path, body);
        return answered == status ? JsonElement.Parse(text) : throw new InvalidOperationException($"{method} {path} was answered {answered}: {text}");
    }

    public async Task<(int Status, string Body)> Tries(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")) };
        if (Token != "") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task Begins()
    {
        Conversation = (await Ask(HttpMethod.Post, "conversations", 201)).GetProperty("conversationId").GetString()!;
        await Polls();
    }

    private static JsonNode? Find(JsonNode? node, string title) => node switch
    {
        JsonObject all when (all["title"]?.GetValue<string>()) == title => all["data"] ?? all["value"],
        JsonObject all => all.Select(one => Find(one.Value, title)).FirstOrDefault(found => found is not null),
        JsonArray all => all.Select(one => Find(one, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
