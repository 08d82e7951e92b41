using Microsoft.Extensions.Options;

namespace Concierge.Bot.Line;

/// <summary>The settings under <c>Line:</c>. Wrong ones stop the start, with an error that names the key.</summary>
public sealed class LineOptions
{
    public const string Section = "Line";

    /// <summary>One or more: LINE kills the old secret the moment a new one is issued, so the new one is staged beside it.</summary>
    public string[] ChannelSecrets { get; set; } = [];

    public string? ChannelId { get; set; }

    /// <summary>A long-lived token; null: stateless tokens are issued from id and secret.</summary>
    public string? ChannelAccessToken { get; set; }

    /// <summary>Where the Messaging API is; may have a path (the simulator's).</summary>
    public string ApiBase { get; set; } = "https://api.line.me";

    /// <summary>Where contents (pictures, voice) are fetched from: another host than <see cref="ApiBase"/>.</summary>
    public string DataApiBase { get; set; } = "https://api-data.line.me";

    /// <summary>The account's own id as people see it, e.g. <c>@123abcde</c>; for links into the chat. None: no such links.</summary>
    public string? BotId { get; set; }

    /// <summary>Where one adds the account as a friend; null: made from <see cref="BotId"/>.</summary>
    public string? AddFriendUrl { get; set; }

    /// <summary>False: the menu at the foot of the chat is made in LINE's own manager, not by us.</summary>
    public bool RichMenu { get; set; } = true;

    /// <summary>Null when neither is set.</summary>
    public string? FriendUrl => AddFriendUrl ?? (BotId is { Length: > 0 } id ? $"https://line.me/R/ti/p/{Uri.EscapeDataString(id)}" : null);

    /// <summary>
    /// Opens the chat with this typed in, ready to be sent; null when <see cref="BotId"/> is not set. On phones only, and whoever is no friend yet is asked to become one.
    /// Source: developers.line.biz/en/docs/messaging-api/using-line-url-scheme.
    /// </summary>
    public string? ChatAddress(string words) => BotId is { Length: > 0 } id ? $"https://line.me/R/oaMessage/{Uri.EscapeDataString(id)}/?{Uri.EscapeDataString(words)}" : null;

    /// <param name="id">Takes the place of <c>{id}</c> in the path.</param>
    public Uri Address(LineCall call, string? id = null)
    {
        var path = id is null ? call.Path : call.Path.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);
        return new Uri($"{(call.OfContents ? DataApiBase : ApiBase).TrimEnd('/')}/{path}");
    }
}

/// <summary>Says which key is wrong and what it wants.</summary>
public sealed class LineOptionsValidator : IValidateOptions<LineOptions>
{
    public ValidateOptionsResult Validate(string? name, LineOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(LineOptions o)
    {
        if (o.ChannelSecrets.Length == 0)
            yield return "Line:ChannelSecrets:0 is missing: set the channel secret from the LINE Developers Console.";
        for (var i = 0; i < o.ChannelSecrets.Length; i++)
            if (string.IsNullOrWhiteSpace(o.ChannelSecrets[i]))
                yield return $"Line:ChannelSecrets:{i} is empty: set a channel secret or take the entry out.";
        if (string.IsNullOrWhiteSpace(o.ChannelAccessToken) && string.IsNullOrWhiteSpace(o.ChannelId))
            yield return "Line:ChannelId is missing: set it, or set Line:ChannelAccessToken.";
        if (o.ChannelAccessToken?.Trim().Any(c => c is <= ' ' or > '~') == true)
            yield return "Line:ChannelAccessToken has blanks or characters that no token has: copy it again.";
        if (!Addresses.IsBase(o.ApiBase))
            yield return "Line:ApiBase must be an absolute http or https address without query.";
        if (o.AddFriendUrl is { } friend && !(Uri.TryCreate(friend, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return "Line:AddFriendUrl must be an absolute http or https address, as LINE's manager shows it under \"Gain friends\".";
        if (!Addresses.IsBase(o.DataApiBase))
            yield return "Line:DataApiBase must be an absolute http or https address without query.";
    }
}
