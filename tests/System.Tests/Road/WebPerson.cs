using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>Somebody on the city's own page, with a browser that has no script.</summary>
public sealed partial class WebPerson
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Func<string> _bot;
    private readonly List<string> _seen = [];
    private string _page = "";

    /// <param name="bot">The bot's address now.</param>
    public WebPerson(Func<string> bot)
    {
        _bot = bot;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, UseProxy = false });
    }

    public WebPerson(Town town)
        : this(() => town.BotUrl)
    {
    }

    /// <summary>The values of what the browser keeps.</summary>
    public IEnumerable<string> Cookies => _cookies.GetAllCookies().Select(cookie => cookie.Value);

    public string Page => WebUtility.HtmlDecode(_page);

    public Task Opens(string link) => Get(link);

    public Task Reads() => Get($"{_bot()}/page");

    public Task Goes(string path) => Get(_bot() + path);

    /// <summary>Sends a form that has nothing to fill in.</summary>
    public async Task Sends(string path)
    {
        using var form = new FormUrlEncodedContent([new("event", EventIds().Match(_page).Groups[1].Value)]);
        var answer = await _http.PostAsync(_bot() + path, form);
        Visited.AddRange([_bot() + path, answer.RequestMessage!.RequestUri!.ToString()]);
        _page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {Page}");
    }

    /// <summary>Every address the browser has asked for or been sent to.</summary>
    public List<string> Visited { get; } = [];

    public Task Says(string text) => Post(("words", text));

    /// <summary>Answers the three questions of the welcome.</summary>
    public async Task Enters()
    {
        foreach (var words in Town.Welcome) await Says(words);
    }

    public async Task Presses(string label)
    {
        // Like the browser's back button: what an earlier page showed can still be pressed.
        if (Find(label) is null && !_seen.Any(page => Find(label, page) is not null))
            await Post(("tap", Find("メニュー") ?? throw NoButton("メニュー")));
        await Post(("tap", Find(label) ?? _seen.AsEnumerable().Reverse().Select(page => Find(label, page)).FirstOrDefault(t => t is not null) ?? throw NoButton(label)));
    }

    public async Task AnswersFirst()
    {
        if (_page.Contains("<textarea", StringComparison.Ordinal))
        {
            await Says("むかしの しごとの こと");
            return;
        }
        var several = Find("決定") is not null;
        await Post(("tap", Buttons(_page).First().Token));
        if (several) await Post(("tap", Find("決定") ?? throw NoButton("決定")));
    }

    public Task Sees(string text)
    {
        Assert.True(Page.Contains(text, StringComparison.Ordinal), $"expected 「{text}」 on the page:\n{Page}");
        return Task.CompletedTask;
    }

    private async Task Get(string url)
    {
        var answer = await _http.GetAsync(url);
        Visited.AddRange([url, answer.RequestMessage!.RequestUri!.ToString()]);
        if (_page.Length > 0) _seen.Add(_page);
        _page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {Page}");
    }

    private async Task Post(params (string Name, string Value)[] fields)
    {
        var eventId = EventIds().Match(_page).Groups[1].Value;
        var form = fields.Append(("event", eventId)).ToDictionary(f => f.Item1, f => f.Item2);
        var answer = await _http.PostAsync($"{_bot()}/page", new FormUrlEncodedContent(form));
        Visited.Add(answer.RequestMessage!.RequestUri!.ToString());
        if (_page.Length > 0) _seen.Add(_page);
        _page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {Page}");
    }

    private string? Find(string label) => Find(label, _page);

    private static string? Find(string label, string page) => Buttons(page).FirstOrDefault(b => b.Label == label).Token;

    /// <summary>Buttons in the order of the page; those of the question stand before the commands.</summary>
    private static IEnumerable<(string Label, string Token)> Buttons(string page) => ButtonTags().Matches(page).Select(m => (
        WebUtility.HtmlDecode(Tags().Replace(m.Groups[2].Value, "")).Trim().TrimStart('☑', '☐').Trim(), WebUtility.HtmlDecode(m.Groups[1].Value)));

    private InvalidOperationException NoButton(string label) => new($"no button [{label}] on the page:\n{Page}");

    [GeneratedRegex("""name="event" value="([^"]+)""")]
    private static partial Regex EventIds();

    [GeneratedRegex("""<button[^>]*name="tap"[^>]*value="([^"]+)"[^>]*>(.*?)</button>""", RegexOptions.Singleline)]
    private static partial Regex ButtonTags();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
