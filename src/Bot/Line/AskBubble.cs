using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>A question with its buttons, one below the other.</summary>
internal static class AskBubble
{
    /// <summary>More choices than this go over several bubbles: a thumb should not have to travel further.</summary>
    private const int PerBubble = 20;

    /// <summary>A list longer than this leaves the question above the screen: it is said again below.</summary>
    private const int Long = 6;

    public static ImmutableArray<FlexContainer.Bubble> Draw(Bubble.Ask ask, Buttons buttons)
    {
        // 決定 comes last wherever it stood: what is read last is what is done last.
        var choices = ask.Choices.OrderBy(choice => choice.Tap.Act is Act.Decide).ToImmutableArray();
        return Paging.Over(choices, PerBubble, (page, at, of) => Draw(ask, page, Parts.PageMark(at, of), buttons));
    }

    private static FlexContainer.Bubble Draw(Bubble.Ask ask, IEnumerable<Button> choices, string? mark, Buttons buttons) =>
        Parts.Bubble(Header(ask, mark), Body(ask), Parts.Footer(Under(ask, [.. choices], buttons)));

    private static IEnumerable<Flex> Under(Bubble.Ask ask, Button[] choices, Buttons buttons)
    {
        foreach (var choice in choices.Where(choice => choice.Tap.Act is not Act.Decide)) yield return buttons.Choice(choice);
        if (choices.Length > Long) yield return Parts.Second($"▲ {ask.Text}") with { Margin = "xl" };
        if (choices.FirstOrDefault(choice => choice.Tap.Act is Act.Decide) is not { } decide) yield break;
        if (ask.Picked is { } picked) yield return Parts.Normal(picked) with { Margin = "xl" };
        yield return buttons.Choice(decide);
    }

    private static Flex.Box? Header(Bubble.Ask ask, string? mark)
    {
        var left = string.Join("　", new[] { ask.Left, mark }.Where(text => !string.IsNullOrWhiteSpace(text)));
        if (string.IsNullOrWhiteSpace(ask.Heading)) return left == "" ? null : Parts.Strip(Parts.Second(left));

        var heading = Parts.Title(ask.Heading) with { Share = 1 };
        return left == ""
            ? Parts.Strip(heading)
            : Parts.Strip(heading, Parts.Second(left) with { Share = 0, Align = "end", Gravity = "center" });
    }

    private static Flex.Box Body(Bubble.Ask ask)
    {
        var question = Parts.Large(TextLength.ClipUnits(ask.Text, 2_000));
        return string.IsNullOrWhiteSpace(ask.Note)
            ? Parts.Column("lg", question)
            : Parts.Column("lg", question, Parts.Second(TextLength.ClipUnits(ask.Note, 2_000)));
    }
}
