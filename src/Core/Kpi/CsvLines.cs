using System.Text;

namespace Concierge.Core.Kpi;

/// <summary>A table as a spreadsheet saves it: RFC 4180, with or without a BOM.</summary>
public static class CsvLines
{
    /// <returns>Each row with the line it begins in, from 1. Empty lines are left out.</returns>
    /// <exception cref="FormatException">A quotation mark is never closed; the message names the line.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var (cells, cell, quoted, line, began) = (new List<string>(), new StringBuilder(), false, 1, 1);
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\n') line++;
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (letter == '"') quoted = !quoted;
            else if (quoted || letter is not (',' or '\n')) cell.Append(letter);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (letter == ',') continue;
                if (cells is not [""]) yield return (began, cells);
                (cells, began) = ([], line);
            }
        }
        if (quoted) throw new FormatException($"Line {began}: a quotation mark is never closed.");
        if (cell.Length > 0 || cells.Count > 0) yield return (began, [.. cells, cell.ToString()]);
    }
}
