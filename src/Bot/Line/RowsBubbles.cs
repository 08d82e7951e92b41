using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>A list of answers, each with a button to change it beside it.</summary>
internal static class RowsBubbles
{
    /// <summary>A list stays one bubble while it can: bubbles side by side are all as high as the highest, and half of one is white.</summary>
    private const int PerBubble = 30;

    /// <summary>In grapheme clusters. Longer answers are read whole on our own page.</summary>
    private const int ValueLength = 200;

    public static ImmutableArray<FlexContainer.Bubble> Draw(Bubble.Rows rows, Buttons buttons) =>
        Paging.Over(rows.Items, PerBubble, (page, at, of) => Draw(rows, page, at, of, buttons));

    private static FlexContainer.Bubble Draw(Bubble.Rows rows, ImmutableArray<Row> page, int at, int of, Buttons buttons)
    {
        var title = Parts.Title(TextLength.Clip(rows.Title, ValueLength)) with { Share = 1 };
        var header = Parts.PageMark(at, of) is { } mark
            ? Parts.Strip(title, Parts.Second(mark) with { Share = 0, Align = "end", Gravity = "center" })
            : Parts.Strip(title);
        var footer = at == of - 1 ? Parts.Footer(rows.Buttons.Select(buttons.Plain)) : null;
        return Parts.Bubble(header, Parts.Column("lg", Lines(page, buttons)), footer);
    }

    private static ImmutableArray<Flex> Lines(ImmutableArray<Row> rows, Buttons buttons)
    {
        var lines = ImmutableArray.CreateBuilder<Flex>();
        foreach (var row in rows)
        {
            if (lines.Count > 0) lines.Add(Parts.Rule("lg"));
            lines.Add(Line(row, buttons));
        }

        return lines.ToImmutable();
    }

    private static Flex.Box Line(Row row, Buttons buttons)
    {
        var words = Parts.Column(
            "xs",
            Parts.Second(TextLength.Clip(row.Title, ValueLength)),
            Parts.Normal(TextLength.Clip(row.Value, ValueLength)));
        return row.Change is { } change
            ? Parts.Row("md", words with { Share = 5 }, buttons.Beside(change, row.Title))
            : words;
    }
}
