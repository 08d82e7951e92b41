using System.Globalization;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>
/// Reads words against what is asked. By table and rule: the same words always mean the same, and every meaning can be
/// traced to a row. The rank is that of <see cref="Understood"/>, except that an answer said in its own words is that
/// answer: 「窓口で話す」 under a question that offers it, 「明日にします」 where a day was asked for.
/// </summary>
public static class Reading
{
    /// <summary>A command inside a longer sentence is talk about something else.</summary>
    private const int LongestCommand = 30;

    /// <param name="asked">The open question; null where nothing was asked.</param>
    public static Understood Read(string text, Question? asked, DateTimeOffset now = default) => Read(text, Expect.Of(asked), now);

    /// <param name="now">For 明日 and the like; any offset.</param>
    public static Understood Read(string text, Expect expect, DateTimeOffset now)
    {
        var said = Utterance.Of(text);
        if (SafetyWords.In(said) is { } danger) return danger;
        // A circle is a yes in Japan; 〇 is also how zero is written.
        if (said.Bare is "" or "0" && Sign(text, expect) is { } sign) return sign;
        if (said.IsEmpty) return new Understood.Unclear();
        if (expect is Expect.Story story) return Wish(CommandWords.Outright(said), MenuWords.Outright(said)) ?? Story(text, story.Max);
        if (Exactly(said, expect, now) is { } exact) return exact;
        if (expect is Expect.Choice or Expect.Choices && Wishes.AsksAboutMedicine(said)) return new Understood.Said(Conversations.Command.Person);
        if (expect is Expect.Choice { Weighs: true } choice) return Weighed(text, said, choice.Words);
        // What is the whole of a wish is no command, though a command stands in it: 「お知らせをやめたいです」.
        if ((Wish(CommandWords.Exactly(said), MenuWords.Exactly(said)) ?? Wish(Command(said), MenuItem(said))) is { } wish) return wish;
        var answer = Answer(said, expect, now);
        return answer is Understood.Unclear ? Wishes.In(said, isAsked: expect is not (Expect.Nothing or Expect.Anything)) ?? answer : answer;
    }

    /// <summary>「むすこに 見られないかしら」 under a consent is neither yes nor no, and 「応募したのも 消えますか」 erases nothing.</summary>
    private static Understood Weighed(string text, Utterance said, OptionWords words)
    {
        if (Wish(Command(said), MenuWords.Exactly(said)) is { } wish) return wish;
        if (Asking.Is(text, said)) return words.Explains is { } more ? new Understood.Options(words.Keys([more])) : new Understood.Said(Conversations.Command.Why);
        var answer = Choices.Plainly(said, words);
        return answer is Understood.Unclear ? Wishes.In(said, isAsked: true) ?? answer : answer;
    }

    private static Understood? Exactly(Utterance said, Expect expect, DateTimeOffset now) => expect switch
    {
        Expect.Choice choice => Choices.Exactly(said, choice.Words),
        Expect.Choices choices => Several.Exactly(said, choices.Words, choices.Max),
        Expect.Date or Expect.Time or Expect.DateTime or Expect.Anything => Moments.Read(said, expect, now, wholly: true),
        _ => null,
    };

    private static Understood? Wish(Command? command, MenuItem? item)
    {
        if (command is { } meant) return new Understood.Said(meant);
        return item is { } opened ? new Understood.Wish(opened) : null;
    }

    private static Command? Command(Utterance said) => CommandWords.Exactly(said) ?? (said.Bare.Length <= LongestCommand ? CommandWords.Inside(said) : null);

    private static MenuItem? MenuItem(Utterance said) => MenuWords.Exactly(said) ?? (said.Bare.Length <= LongestCommand ? MenuWords.Inside(said) : null);

    private static Understood Answer(Utterance said, Expect expect, DateTimeOffset now) => expect switch
    {
        Expect.Choice choice => Choices.Read(said, choice.Words, now),
        Expect.Choices choices => Several.Read(said, choices.Words, choices.Max),
        Expect.YesNo => YesNo(said, byVerb: true) ?? new Understood.Unclear(),
        Expect.Number => Amounts.Read(said),
        Expect.Date or Expect.Time or Expect.DateTime => Moments.Read(said, expect, now, wholly: false) ?? (Understood)new Understood.Unclear(),
        Expect.Anything => YesNo(said, byVerb: false) ?? Wishes.In(said, isAsked: false) ?? Amounts.Read(said),
        _ => new Understood.Unclear(),
    };

    private static Understood? YesNo(Utterance said, bool byVerb) =>
        (Polarities.Of(said) ?? Polarities.OfParts(said) ?? (byVerb ? Polarities.OfVerb(said) : null)) switch
        {
            Polarity.Yes => new Understood.YesNo(true),
            Polarity.No => new Understood.YesNo(false),
            Polarity.Either => new Understood.Ambiguous([]),
            _ => null,
        };

    /// <summary>👌 or × in the place of a word.</summary>
    private static Understood? Sign(string text, Expect expect) => (Polarities.OfSign(text), expect) switch
    {
        ({ } sign, Expect.YesNo) => new Understood.YesNo(sign == Polarity.Yes),
        ({ } sign, Expect.Choice { Words: { Polarity: { } asked } words }) => new Understood.Options(words.Keys([sign == Polarity.Yes ? asked.Yes : asked.No])),
        _ => null,
    };

    /// <summary>Own words stay as they are. Length is counted as people count: 👩‍🦳 is one.</summary>
    private static Understood Story(string text, int max)
    {
        var tidy = text.Trim();
        return new StringInfo(tidy).LengthInTextElements > max ? new Understood.TooLong(max) : new Understood.Free(tidy);
    }
}
