using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Microsoft.Extensions.Options;

namespace Concierge.Bot;

/// <summary>Settings under <c>Privacy:</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Which questions are asked on the city's own page instead of over LINE.</summary>
    public PrivateQuestions PrivateQuestions { get; set; } = PrivateQuestions.Private;

    /// <summary>Where what staff write is read, unless they choose.</summary>
    public StaffReplies StaffReplies { get; set; } = StaffReplies.Private;

    public IEnumerable<string> Wrong()
    {
        if (!Enum.IsDefined(StaffReplies))
            yield return $"Privacy:StaffReplies is \"{StaffReplies}\"; it must be {string.Join(" or ", Enum.GetNames<StaffReplies>())}.";
        if (!Enum.IsDefined(PrivateQuestions))
            yield return $"Privacy:PrivateQuestions is \"{PrivateQuestions}\"; it must be {string.Join(" or ", Enum.GetNames<PrivateQuestions>())}.";
    }
}

/// <summary>Settings under <c>Desk:</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>How to reach a person at the desk, as people read it (place, telephone, hours). None: the bot invents nothing.</summary>
    public string? Contact { get; set; }
}

/// <summary>Settings under <c>Bot:</c>.</summary>
public sealed class BotOptions
{
    /// <summary>A link is this and some 50 characters, and LINE takes 1,000.</summary>
    private const int Longest = 900;

    /// <summary>Where people's phones reach this host; links begin with it. None: the address we listen on.</summary>
    public string? PublicUrl { get; set; }

    public IEnumerable<string> Wrong()
    {
        if (PublicUrl is { } url && (url.Length > Longest || !Addresses.IsBase(url)))
            yield return $"Bot:PublicUrl is \"{url}\"; it must be an absolute http or https address without query, such as https://concierge.example.lg.jp.";
    }
}

/// <summary>Settings under <c>Web:</c>.</summary>
public sealed class WebOptions
{
    /// <summary>Origins that may frame our pages (the city's site; the simulator in development). None by default.</summary>
    public string[] EmbedOrigins { get; set; } = [];

    public IEnumerable<string> Wrong() => EmbedOrigins
        .Select((origin, number) => (origin, number))
        .Where(one => !Addresses.IsOrigin(one.origin))
        .Select(one => $"Web:EmbedOrigins:{one.number} is \"{one.origin}\"; it must be an origin, such as https://www.city.example.lg.jp.");
}

/// <summary>Addresses in settings.</summary>
public static class Addresses
{
    /// <summary>An address that others can be made of by putting a path behind it.</summary>
    public static bool IsBase(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri is { Query: "", Fragment: "", UserInfo: "" };

    /// <summary>Scheme, host and port and nothing else: this stands in a header of every page.</summary>
    public static bool IsOrigin(string? text) =>
        IsBase(text) && text == new Uri(text!).GetLeftPart(UriPartial.Authority);
}

/// <summary>Asks the settings themselves what is wrong with them.</summary>
internal sealed class Check<T>(Func<T, IEnumerable<string>> wrong) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options) =>
        wrong(options).ToList() is { Count: > 0 } all ? ValidateOptionsResult.Fail(all) : ValidateOptionsResult.Success;
}
