using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin;

/// <summary>A table for a spreadsheet: RFC 4180 with a BOM, so that Japanese is read right, and with cells that no spreadsheet takes for a formula.</summary>
public static class Csv
{
    private const string Formula = "=+-@\t\r＝＋－＠";

    public static FileContentHttpResult File(string name, IEnumerable<string> heads, IEnumerable<IEnumerable<string?>> rows) =>
        TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(heads, rows))], "text/csv; charset=utf-8", name);

    public static string Text(IEnumerable<string> heads, IEnumerable<IEnumerable<string?>> rows) =>
        string.Concat(rows.Prepend(heads).Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));

    /// <summary>A leading mark of a formula gets an apostrophe before it, also behind blanks; a number stays a number.</summary>
    private static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart() is [var first, ..] && Formula.Contains(first) && !decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
