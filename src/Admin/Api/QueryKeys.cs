using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Concierge.Core.Wording;
using Microsoft.AspNetCore.Http.Metadata;

namespace Concierge.Admin;

/// <summary>A filter that we do not know would silently show too much: it is refused.</summary>
public static partial class QueryKeys
{
    private static readonly ConcurrentDictionary<Endpoint, HashSet<string>> Known = new();

    public static async ValueTask<object?> RefuseUnknown(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var known = Known.GetOrAdd(http.GetEndpoint()!, Of);
        foreach (var key in http.Request.Query.Keys)
            if (!known.Contains(key)) throw Problem.Unknown(key);
        foreach (var (key, values) in http.Request.Query)
            if (values.Count > 1) throw Problem.Invalid(key, Words.Say("problem_wrong_kind", ("item", key)));
        return await next(context);
    }

    /// <summary>A value of a query or a header that could not be read: the framework names it only in its message.</summary>
    public static Problem Named(BadHttpRequestException bad) =>
        NameInMessage().Match(bad.Message) is { Success: true } match
            ? Problem.Invalid(match.Groups["name"].Value, Words.Say("problem_wrong_kind", ("item", match.Groups["name"].Value)))
            : Problem.NotJson();

    private static HashSet<string> Of(Endpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => parameter.Name), .. endpoint.Metadata.GetOrderedMetadata<TakesQuery>().SelectMany(takes => takes.Names)];

    [GeneratedRegex("parameter \"[^\" ]+ (?<name>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex NameInMessage();
}

/// <summary>Query keys that a parameter of several parts reads.</summary>
public sealed record TakesQuery(params string[] Names);
