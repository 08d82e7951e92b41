using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>What kind of answer is waited for. One of a closed set; a <see cref="Question"/> is one of these.</summary>
public abstract record Expect
{
    private Expect() { }

    /// <summary>Nothing was asked: only commands and wishes are heard.</summary>
    public sealed record Nothing : Expect;

    public sealed record YesNo : Expect;

    /// <summary>One of the options.</summary>
    /// <param name="Weighs">See <see cref="Question.Weighs"/>.</param>
    public sealed record Choice(OptionWords Words, bool Weighs = false) : Expect;

    /// <summary>As many options as <paramref name="Max"/>; 0 for any number.</summary>
    public sealed record Choices(OptionWords Words, int Max) : Expect;

    /// <summary>How many, how long, how old.</summary>
    public sealed record Number : Expect;

    public sealed record Date : Expect;

    public sealed record Time : Expect;

    /// <summary>A date, a time, or both.</summary>
    public sealed record DateTime : Expect;

    /// <summary>Words of one's own; <paramref name="Max"/> in characters as people count them.</summary>
    public sealed record Story(int Max) : Expect;

    /// <summary>Whatever can be read: yes or no, a moment, a number.</summary>
    public sealed record Anything : Expect;

    /// <param name="asked">The open question; null where nothing was asked.</param>
    public static Expect Of(Question? asked) => asked switch
    {
        null => new Nothing(),
        { Kind: QuestionKind.Text } => new Story(asked.Max),
        { Kind: QuestionKind.Several } => new Choices(OptionWords.Of(asked), asked.Max),
        _ => new Choice(OptionWords.Of(asked), asked.Weighs),
    };

    /// <summary>One of these labels, which are also the keys.</summary>
    public static Choice OneOf(params ReadOnlySpan<string> labels) => new(new OptionWords(Labelled(labels)));

    /// <summary>Any of these labels, which are also the keys.</summary>
    public static Choices AnyOf(params ReadOnlySpan<string> labels) => new(new OptionWords(Labelled(labels)), 0);

    private static ImmutableArray<Option> Labelled(ReadOnlySpan<string> labels)
    {
        var options = ImmutableArray.CreateBuilder<Option>(labels.Length);
        foreach (var label in labels) options.Add(new Option(label, label, "", []));
        return options.ToImmutable();
    }
}
