using System.Buffers.Text;
using System.Reflection;
using System.Text.Json;
using Concierge.Core.Wording;
using Microsoft.AspNetCore.Http.Metadata;

namespace Concierge.Admin;

/// <summary>Which part of a list is wanted: <c>?limit=</c> (1 to 200, 50 if not said) and <c>&amp;cursor=</c>, the <c>next</c> of the part before.</summary>
public sealed record Paging(int Limit, string? Cursor) : IEndpointParameterMetadataProvider
{
    public const int Most = 200;
    private const int Usual = 50;

    public static ValueTask<Paging> BindAsync(HttpContext http)
    {
        var limit = http.Request.Query["limit"].ToString();
        var known = limit.Length == 0 ? (int?)null : int.TryParse(limit, out var number) ? number : 0;
        return ValueTask.FromResult(Of(known, http.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null));
    }

    /// <param name="limit">Null when nothing was said.</param>
    /// <exception cref="Problem">It is none that can be had.</exception>
    public static Paging Of(int? limit, string? cursor) => limit is null or (>= 1 and <= Most) ? new(limit ?? Usual, cursor) : throw Problem.Invalid("limit", Words.Say("problem_limit", ("max", Most)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesQuery("limit", "cursor"));

    /// <summary>Where the last part ended; null at the beginning.</summary>
    /// <param name="sort">The order of the list with its filters: a cursor of another order leads nowhere.</param>
    /// <exception cref="Problem">The cursor is none of ours, or of another order.</exception>
    public T? After<T>(string sort)
        where T : class
    {
        if (Cursor is null) return null;
        try
        {
            var place = JsonSerializer.Deserialize<Place<T>>(Base64Url.DecodeFromChars(Cursor), StrictJson.Options);
            return place?.Sort == sort && place.Last is { } last ? last : throw Refused();
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw Refused();
        }
    }

    /// <summary>Of a query that was asked for one more than <see cref="Limit"/>.</summary>
    /// <param name="last">What <see cref="After{T}"/> is to give for the next part.</param>
    public Listed<TItem> Part<TRow, TItem, T>(string sort, IReadOnlyList<TRow> rows, Func<TRow, TItem> show, Func<TRow, T> last) => new(
        [.. rows.Take(Limit).Select(show)],
        rows.Count > Limit ? CursorTo(sort, last(rows[Limit - 1])) : null);

    /// <summary>The cursor of the part that begins behind <paramref name="last"/>.</summary>
    public static string CursorTo<T>(string sort, T last) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Place<T>(sort, last), StrictJson.Options));

    private static Problem Refused() => Problem.Invalid("cursor", Words.Say("problem_cursor"));

    private sealed record Place<T>(string Sort, T Last);
}

/// <summary>A list, or a part of it.</summary>
/// <param name="Next">The cursor of the next part; null at the end.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);
