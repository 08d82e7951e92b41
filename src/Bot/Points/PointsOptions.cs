using Microsoft.Extensions.Options;

namespace Concierge.Bot.Points;

/// <summary>Settings under <c>Points:</c>.</summary>
public sealed class PointsOptions
{
    public PointsSource Source { get; set; } = PointsSource.Csv;

    /// <summary>The operator's nightly file (docs/point-card-api.md); none: points cannot be looked up.</summary>
    public string? File { get; set; }

    /// <summary>Where the operator's server is; https, or http on this machine.</summary>
    public string? ApiBase { get; set; }

    /// <summary>Says who we are there.</summary>
    public string? Token { get; set; }
}

/// <summary>How the operator of the point card is reached.</summary>
public enum PointsSource
{
    /// <summary>A file that comes every night.</summary>
    Csv,

    /// <summary>A server that is asked each time.</summary>
    Http,
}

/// <summary>Says which key is wrong and what it wants.</summary>
public sealed class PointsOptionsValidator : IValidateOptions<PointsOptions>
{
    public ValidateOptionsResult Validate(string? name, PointsOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(PointsOptions options)
    {
        if (!Enum.IsDefined(options.Source)) yield return "Points:Source must be Csv or Http.";
        if (options.Source != PointsSource.Http) yield break;
        if (!IsBase(options.ApiBase)) yield return "Points:ApiBase must be an absolute https address without query (http only on this machine).";
        if (string.IsNullOrWhiteSpace(options.Token) || options.Token.Any(c => c is <= ' ' or > '~')) yield return "Points:Token is missing or has characters that no token has.";
    }

    // Card numbers and birth dates travel there.
    private static bool IsBase(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
        && uri is { Query: "", Fragment: "", UserInfo: "" };
}
