using System.Net;
using System.Net.ServerSentEvents;
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
        var answered = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // What an open page listens to has no end.
        if (answered.Content.Headers.ContentType?.MediaType != "text/event-stream") await answered.Content.LoadIntoBufferAsync();
        if (answered.Headers.TryGetValues("Set-Cookie", out var cookies)) Set.AddRange(cookies);
        return answered;
    }

    /// <summary>The same with a file that was chosen in it.</summary>
    public async Task<HttpResponseMessage> SendsFile(string page, string action, (string Name, string FileName, byte[] Bytes) file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in (await Hides(page, action)).Where(one => fields.All(field => field.Name != one.Name)).Concat(fields)) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file.Bytes), file.Name, file.FileName);
        var answered = await _http.PostAsync(action, form);
        await answered.Content.LoadIntoBufferAsync();
        return answered;
    }

    /// <summary>Fills in the form of this page that goes there, with what is hidden in it.</summary>
    public async Task<HttpResponseMessage> Sends(string page, string action, params (string Name, string Value)[] fields)
    {
        var hidden = await Hides(page, action);
        return await Asks(HttpMethod.Post, action, [.. hidden.Where(one => fields.All(field => field.Name != one.Name)), .. fields]);
    }

    /// <summary>What is hidden in the form of this page that goes there: for a form that is open for a while before it is sent.</summary>
    public async Task<(string Name, string Value)[]> Hides(string page, string action) => (await HidesAll(page, action)).Single();

    /// <summary>The same of each form that goes there.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)[]>> HidesAll(string page, string action) =>
    [
        .. Form().Matches(await Reads(page)).Select(match => match.Value).Where(one => one.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            .Select(form => Hidden().Matches(form).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)).ToArray()),
    ];

    /// <summary>Listens as an open page does.</summary>
    /// <param name="place">Where it was when the line was cut; null for a page that has just been opened.</param>
    public async Task<Watching> Watches(string path, string? place = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (place is not null) request.Headers.Add("Last-Event-ID", place);
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new Watching(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" */?>""")]
    private static partial Regex Hidden();
}
