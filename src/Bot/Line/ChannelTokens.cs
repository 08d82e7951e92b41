using System.Net;
using System.Text;
using System.Text.Json;

namespace Concierge.Bot.Line;

/// <summary>
/// The channel access token: the long-lived one from the settings, or stateless ones (15 minutes) issued from id and
/// secret and kept until shortly before they end. One request at a time; whoever waits shares its outcome.
/// </summary>
public sealed class ChannelTokens(LineTransport transport, LineOptions options, TimeProvider time, ILogger<ChannelTokens> log)
{
    /// <summary>A token this near to its end is replaced: a request under way must not outlive it.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private string? _token;
    private DateTimeOffset _until;
    private DateTimeOffset _notBefore;
    private TimeSpan _wait = FirstWait;
    private Task<ChannelToken>? _asking;

    /// <summary>Does not throw, except when <paramref name="cancel"/> says so; the request goes on for the others then.</summary>
    public Task<ChannelToken> Get(CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(options.ChannelAccessToken))
            return Task.FromResult<ChannelToken>(new ChannelToken.Ready(options.ChannelAccessToken.Trim()));
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_token is { } token && now < _until) return Task.FromResult<ChannelToken>(new ChannelToken.Ready(token));
            if (_asking is null or { IsCompleted: true })
            {
                if (now < _notBefore) return Task.FromResult<ChannelToken>(new ChannelToken.NotNow(_notBefore - now, "token"));
                _asking = Task.Run(Ask, CancellationToken.None);
            }

            return _asking.WaitAsync(cancel);
        }
    }

    /// <summary>LINE refused this token: the next <see cref="Get"/> asks for another. A later token is left alone.</summary>
    public void Invalidate(string token)
    {
        lock (_lock)
        {
            if (_token == token) _token = null;
        }
    }

    private async Task<ChannelToken> Ask()
    {
        var reason = "";
        foreach (var secret in options.ChannelSecrets)
        {
            var answer = await Request(secret);
            if (Read(answer) is var (token, life)) return Keep(token, life);
            reason = answer is LineAnswer.Got got ? LineErrors.Code(got) : "unreachable";
            // Only a wrong secret makes the next one worth a try; it may be staged for a rotation.
            if (answer is not LineAnswer.Got { Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized }) break;
        }

        return BackOff(reason);
    }

    private Task<LineAnswer> Request(string secret)
    {
        var form = $"grant_type=client_credentials&client_id={Uri.EscapeDataString(options.ChannelId ?? "")}"
            + $"&client_secret={Uri.EscapeDataString(secret)}";
        var content = new WatchedContent(Encoding.ASCII.GetBytes(form), "application/x-www-form-urlencoded");
        return transport.Send(LineCall.Token, null, content, null, CancellationToken.None);
    }

    private static (string Token, TimeSpan Life)? Read(LineAnswer answer) =>
        answer is LineAnswer.Got { Status: HttpStatusCode.OK } got
        && LineErrors.Parse(got.Body) is { ValueKind: JsonValueKind.Object } json
        && json.Text("access_token") is { Length: > 0 } token
        && token.All(c => c is > ' ' and <= '~')
            ? (token, TimeSpan.FromSeconds(Math.Clamp(json.Whole("expires_in") ?? 900, 0, 86_400)))
            : null;

    private ChannelToken Keep(string token, TimeSpan life)
    {
        lock (_lock)
        {
            var good = life > Margin * 2 ? life - Margin : life / 2;
            (_token, _until, _wait) = (token, time.GetUtcNow() + good, FirstWait);
            return new ChannelToken.Ready(token);
        }
    }

    private ChannelToken BackOff(string reason)
    {
        lock (_lock)
        {
            var wait = _wait;
            log.NoToken(reason, wait);
            _notBefore = time.GetUtcNow() + wait;
            _wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            return new ChannelToken.NotNow(wait, "token");
        }
    }
}
