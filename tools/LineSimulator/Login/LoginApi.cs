namespace Concierge.LineSimulator;

/// <summary>LINE Login: the check of ID tokens and the keys to check them with.</summary>
internal static class LoginApi
{
    public static readonly Route[] Routes =
    [
        new("POST", "/oauth2/v2.1/verify", Verify) { Takes = Takes.Form, Open = true },
        new("GET", "/oauth2/v2.1/certs", call => Answer.Json(call.World.IdTokens.Keys())) { Open = true },
    ];

    private static Answer Verify(Call call)
    {
        if (call.World.IdTokens.Claims(call.Field("id_token") ?? "") is not { } claims) return Refused("Invalid IdToken.");
        if (claims.GetProperty("exp").GetInt64() <= call.World.Time.GetUtcNow().ToUnixTimeSeconds()) return Refused("IdToken expired.");
        if (claims.String("aud") != call.Field("client_id")) return Refused("Invalid IdToken Audience.");
        if (call.Field("nonce") is { } nonce && claims.String("nonce") != nonce) return Refused("Invalid IdToken Nonce.");
        if (call.Field("user_id") is { } user && claims.String("sub") != user) return Refused("Invalid IdToken Subject Identifier.");
        return Answer.Json(claims);
    }

    private static Answer Refused(string why) => LineErrors.OAuth("invalid_request", why);
}
