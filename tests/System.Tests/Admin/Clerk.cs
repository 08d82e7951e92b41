using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Somebody with a browser before the console: keeps cookies, follows no link by itself, and sends forms as they stand on the page.</summary>
public sealed partial class Clerk : IDisposable
{
    private readonly HttpClient _http;
    private readonly SocketsHttpHandler _handler;

    public Clerk(Desk desk)
    {
        _handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = Cookies };
        _http = new HttpClient(_handler) { BaseAddress = new Uri(desk.Url) };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Every Set-Cookie that came so far.</summary>
    public List<string> Set { get; } = [];

    public static async Task<Clerk> SignsIn(Desk desk, string login)
    {
        var clerk = new Clerk(desk);
        Assert.Equal("/", (await clerk.Signs(login, Desk.Password)).Headers.Location?.OriginalString);
        return clerk;
    }

    public Task<HttpResponseMessage> Signs(string login, string password) => Sends("/sign-in", "/sign-in", ("login", login), ("password", password));

    public void Carries(string header, string value) => _http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

    public Task<HttpResponseMessage> Opens(string path) => Asks(HttpMethod.Get, path);

    public async Task<string> Reads(string path)
    {
        var answered = await Opens(path);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        return await Text(answered);
    }

    /// <summary>As one reads it.</summary>
    public static async Task<string> Text(HttpResponseMessage answered) => WebUtility.HtmlDecode(await answered.Content.ReadAsStringAsync());

    public async Task<HttpResponseMessage> Asks(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get) request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answered = await _http.SendAsync(request);
        if (answered.Headers.TryGetValues("Set-Cookie", out var cookies)) Set.AddRange(cookies);
        return answered;
    }

    /// <summary>Fills in the form of this page that goes there, with what is hidden in it.</summary>
    public async Task<HttpResponseMessage> Sends(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await Reads(page);
        var form = Form().Matches(html).Select(match => match.Value).Single(one => one.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)).Where(one => fields.All(field => field.Name != one.Item1));
        return await Asks(HttpMethod.Post, action, [.. hidden, .. fields]);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" */?>""")]
    private static partial Regex Hidden();
}
