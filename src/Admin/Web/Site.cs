using Concierge.Data;

namespace Concierge.Admin.Web;

/// <summary>Where staff reach this host, and what follows from it for cookies and headers.</summary>
public sealed class Site
{
    /// <exception cref="StartupRefused">The address is none, or one that passwords must not travel to.</exception>
    public Site(IConfiguration settings)
    {
        var told = settings["Admin:PublicUrl"];
        var text = told ?? settings["urls"]?.Split(';')[0] ?? "";
        if (told is not null && !IsGood(told))
            throw new StartupRefused($"Admin:PublicUrl is \"{told}\"; it must be an https address without a path, such as https://desk.example.lg.jp (http on this machine alone).");
        IsPlain = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url);
        Authority = told is null ? null : new Uri(told).Authority;
    }

    /// <summary>http on this machine: browsers would not send a Secure cookie there.</summary>
    public bool IsPlain { get; }

    /// <summary>Host and port as browsers know them; null when nobody said.</summary>
    private string? Authority { get; }

    public string CookieName(string name) => (IsPlain ? "" : "__Host-") + name;

    public CookieBuilder Cookie(string name, SameSiteMode sameSite = SameSiteMode.Lax) => new()
    {
        Name = CookieName(name),
        Path = "/",
        HttpOnly = true,
        SameSite = sameSite,
        SecurePolicy = IsPlain ? CookieSecurePolicy.None : CookieSecurePolicy.Always,
        IsEssential = true,
    };

    /// <summary>Before us stands a proxy that speaks https: the scheme is the site's own, and so is the host, whatever a caller says.</summary>
    public Task Settle(HttpContext http, RequestDelegate next)
    {
        if (!IsPlain) http.Request.Scheme = Uri.UriSchemeHttps;
        if (Authority is not null) http.Request.Host = new HostString(Authority);
        return next(http);
    }

    private static bool IsGood(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url)));

    private static bool IsThisMachine(Uri url) => url.IsLoopback;
}
