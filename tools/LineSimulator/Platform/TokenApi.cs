namespace Concierge.LineSimulator;

/// <summary>Channel access tokens: stateless (900 s), short-lived and v2.1 (30 days).</summary>
internal static class TokenApi
{
    private static readonly TimeSpan Stateless = TimeSpan.FromSeconds(900);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static readonly Route[] Routes =
    [
        new("POST", "/oauth2/v3/token", call => Issue(call, Stateless)) { Takes = Takes.Form, Open = true },
        new("POST", "/oauth2/v2.1/token", IssueKeyed) { Takes = Takes.Form, Open = true },
        new("POST", "/oauth2/v2.1/revoke", Revoke) { Takes = Takes.Form, Open = true },
        new("POST", "/v2/oauth/accessToken", call => Issue(call, Month)) { Takes = Takes.Form, Open = true, Rate = Rate.ShortLivedToken },
        new("POST", "/v2/oauth/verify", call => Verify(call, call.Field("access_token"))) { Takes = Takes.Form, Open = true },
        new("POST", "/v2/oauth/revoke", Revoke) { Takes = Takes.Form, Open = true },
        new("GET", "/oauth2/v2.1/verify", call => Verify(call, call.Query("access_token"))) { Open = true },
    ];

    private static Answer Issue(Call call, TimeSpan life) => Refused(call) ?? Answer.Json(new
    {
        token_type = "Bearer",
        access_token = call.World.Tokens.Issue(life),
        expires_in = (int)life.TotalSeconds,
    });

    private static Answer IssueKeyed(Call call) => Refused(call) ?? Answer.Json(new
    {
        token_type = "Bearer",
        access_token = call.World.Tokens.Issue(Month),
        expires_in = (int)Month.TotalSeconds,
        key_id = "simulator-key",
    });

    private static Answer? Refused(Call call)
    {
        if (call.Field("grant_type") != "client_credentials") return LineErrors.OAuth("invalid_request", "invalid grant_type");
        // The signature of an assertion is not checked: no public key was ever registered here.
        if (call.Field("client_assertion") is { } assertion)
            return assertion.Count(letter => letter == '.') == 2 ? null : LineErrors.OAuth("invalid_client", "invalid client_assertion");
        var options = call.World.Options;
        if (call.Field("client_id") != options.ChannelId) return LineErrors.OAuth("invalid_client", "invalid client_id");
        return call.Field("client_secret") == options.ChannelSecret ? null : LineErrors.OAuth("invalid_client", "invalid client_secret");
    }

    private static Answer Verify(Call call, string? token) => token is not null && call.World.Tokens.IsValid(token)
        ? Answer.Json(new
        {
            client_id = call.World.Options.ChannelId,
            expires_in = (long)(call.World.Tokens.Left(token) ?? TimeSpan.Zero).TotalSeconds,
            scope = "P CM",
        })
        : LineErrors.OAuth("invalid_request", "The access token expired");

    private static Answer Revoke(Call call)
    {
        if (call.Field("access_token") is { } token) call.World.Tokens.Revoke(token);
        return Answer.Empty();
    }
}
