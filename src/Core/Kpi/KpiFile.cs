using System.Globalization;
using Concierge.Core.Calendar;

namespace Concierge.Core.Kpi;

/// <summary>The plan's targets as a table: a row per indicator, fiscal year and period.</summary>
public static class KpiFile
{
    private static readonly string[] Heads = ["programme", "measure_ja", "measure_en", "kind", "fiscal_year", "period", "target", "unit", "note"];

    /// <exception cref="FormatException">The table cannot be read; the message names the line and the column.</exception>
    public static Plan Read(string csv, KpiSources sources)
    {
        var lines = CsvLines.Read(csv).ToArray();
        if (lines is not [var head, .. var rows] || !head.Cells.SequenceEqual(Heads)) throw new FormatException($"Line 1: the columns must be {string.Join(',', Heads)}.");
        var read = rows.Select(row => new Row(row.Line, row.Cells, sources)).ToArray();
        var targets = new Dictionary<(string, FiscalYear, Period), Target>();
        foreach (var row in read)
            if (!targets.TryAdd((row.Indicator.Key, row.Target.Year, row.Target.Period), row.Target)) throw row.Wrong("period", "this indicator has that period twice");
        return new Plan([.. read.Select(row => row.Indicator).DistinctBy(one => one.Key), .. sources.Labour.Select(one => one.Indicator)], [.. targets.Values]);
    }

    private sealed class Row
    {
        private readonly int _line;
        private readonly IReadOnlyList<string> _cells;

        public Row(int line, IReadOnlyList<string> cells, KpiSources sources)
        {
            (_line, _cells) = (line, cells);
            if (cells.Count != Heads.Length) throw new FormatException($"Line {line}: there are {cells.Count} columns, and there must be {Heads.Length}.");
            var source = sources.Find(Filled("programme"), Filled("measure_ja")) ?? throw Wrong("measure_ja", "kpi-sources.json does not say where its actual comes from");
            Indicator = new Indicator(source.Key, source.Programme, source.Measure, Kind(), Filled("unit"), source.Source, source.Combine, source.Counts.IsDefault ? [] : source.Counts);
            Target = new Target(source.Key, Year(), Period(), Number());
        }

        public Indicator Indicator { get; }

        public Target Target { get; }

        public FormatException Wrong(string column, string why) => new($"Line {_line}, column {column}: {why} (\"{Cell(column)}\").");

        private IndicatorKind Kind() => Cell("kind") switch
        {
            "output" => IndicatorKind.Output,
            "outcome" => IndicatorKind.Outcome,
            _ => throw Wrong("kind", "it is neither output nor outcome"),
        };

        private FiscalYear Year() => FiscalYear.Parse(Cell("fiscal_year")) ?? throw Wrong("fiscal_year", "it is not like R5");

        private Period Period() => Kpi.Period.Parse(Cell("period")) ?? throw Wrong("period", "it is neither year nor Q1 to Q4");

        /// <summary>An empty one is a target in words.</summary>
        private decimal? Number() =>
            Cell("target") is not { Length: > 0 } text ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : throw Wrong("target", "it is no number");

        private string Filled(string column) => Cell(column) is { Length: > 0 } text ? text : throw Wrong(column, "it is empty");

        private string Cell(string column) => _cells[Array.IndexOf(Heads, column)];
    }
}
