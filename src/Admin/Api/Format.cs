using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Concierge.Admin;

/// <summary><c>?format=csv</c>: the whole list as a table for a spreadsheet.</summary>
public sealed record Format(bool IsCsv) : IEndpointParameterMetadataProvider
{
    private const int MostRows = 10_000;

    public static ValueTask<Format> BindAsync(HttpContext http) => ValueTask.FromResult(http.Request.Query["format"].ToString() switch
    {
        "" or "json" => new Format(false),
        "csv" => new Format(true),
        _ => throw Names.NoneOf("format", ["json", "csv"]),
    });

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesQuery("format"));

    /// <summary>How much is to be read.</summary>
    public Paging Of(Paging paging) => IsCsv ? new Paging(MostRows, null) : paging;

    /// <exception cref="Problem">A table would leave something out.</exception>
    public Results<Ok<Listed<T>>, FileContentHttpResult> Answer<T>(Listed<T> list, string name, IEnumerable<string> heads, Func<T, IEnumerable<string?>> row)
    {
        if (!IsCsv) return TypedResults.Ok(list);
        return list.Next is null ? Csv.File(name + ".csv", heads, list.Items.Select(row)) : throw Problem.Conflict("table-too-long");
    }
}
