namespace Concierge.Core.Conversations;

/// <summary>What we show people, as lines of text.</summary>
public static class SpokenBubbles
{
    public static IEnumerable<string> Lines(Bubble bubble) => bubble switch
    {
        Bubble.Say say => [say.Text],
        Bubble.Ask ask => [.. new[] { ask.Heading, ask.Text, ask.Note }.OfType<string>()],
        Bubble.Rows rows => [rows.Title, .. rows.Items.Select(row => $"{row.Title}：{row.Value}")],
        Bubble.Card card => [card.Title, .. card.Boxes.SelectMany(box => box.Lines.Prepend(box.Title))],
        Bubble.Posters posters => [.. posters.Title is { } title ? new[] { title } : [], .. posters.All.SelectMany(poster => poster.Lines.Prepend(poster.Title))],
        Bubble.Image image => [image.Alt],
        Bubble.Door door => [door.Text],
        _ => throw new InvalidOperationException($"SpokenBubbles does not know {bubble.GetType().Name}."),
    };
}
