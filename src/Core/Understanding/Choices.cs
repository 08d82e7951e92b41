namespace Concierge.Core.Understanding;

/// <summary>One of the options, in whatever words. From the surest to the boldest guess.</summary>
public static class Choices
{
    /// <summary>「上から2番目です」; a longer sentence speaks of something else.</summary>
    private const int LongestPlace = 10;

    /// <summary>An option's own words and nothing else. Null when it is none; two keys when the words name two.</summary>
    public static Understood? Exactly(Utterance said, OptionWords words)
    {
        var named = words.Named(said);
        return named.Count == 0 ? null : One(words, IsContradicted(said, words, named) ? [words.Polarity!.Value.Yes, .. named] : named);
    }

    public static Understood Read(Utterance said, OptionWords words, DateTimeOffset now)
    {
        if (Numbers.Place(said, words.Options.Length) is { } place) return One(words, [place]);
        if (words.Polarity is { } sides && Polarities.IsWithWorry(said)) return One(words, [sides.Yes, sides.No]);
        if (YesOrNo(said, words) is { Count: > 0 } answer) return One(words, answer);
        if (Ranges.Holding(said, words, now) is { Count: > 0 } spans) return One(words, spans);
        if (Mentioned(said, words) is { Count: > 0 } mentioned) return One(words, mentioned);
        if (Opening(said, words) is { } opening) return One(words, [opening]);
        if (Near.Mistyped(said, words) is { Count: > 0 } mistyped) return One(words, mistyped);
        if (Near.Shortened(said, words) is { Count: > 0 } shortened) return One(words, shortened);
        if (Conditional(said, words) is { } conditional) return One(words, [conditional]);
        return Verb(said, words) is { } verb ? One(words, [verb]) : new Understood.Unclear();
    }

    /// <summary>Where a yes weighs: said outright, or by the number of an option. A no may be said in any way, for it changes nothing.</summary>
    public static Understood Plainly(Utterance said, OptionWords words)
    {
        if (said.Bare.Length <= LongestPlace && Numbers.Place(said, words.Options.Length) is { } place) return One(words, [place]);
        if (YesOrNo(said, words) is { Count: > 0 } answer) return One(words, answer);
        if (words.Polarity is not { } asked) return new Understood.Unclear();
        if (Polarities.Allows(said)) return One(words, [asked.Yes]);
        return Polarities.Refuses(said) || Polarities.OfVerb(said) == Polarity.No || Mentioned(said, words) is [var only] && only == asked.No ? One(words, [asked.No]) : new Understood.Unclear();
    }

    /// <summary>「はい、いいえ」: はい before an answer is only manners, but not before a no.</summary>
    private static bool IsContradicted(Utterance said, OptionWords words, IReadOnlyList<int> named) =>
        words.Polarity is { } asked && named is [var no] && no == asked.No && Polarities.Of(said.Parts().First()) == Polarity.Yes;

    /// <summary>Every part of what was said is a yes, a no or an option; 「いいえ、結構です」 is no, 「大丈夫です」 either.</summary>
    private static List<int> YesOrNo(Utterance said, OptionWords words)
    {
        if (words.Polarity is not { } asked) return [];
        if (Polarities.Of(said) is { } whole) return whole switch { Polarity.Yes => [asked.Yes], Polarity.No => [asked.No], _ => [asked.Yes, asked.No] };
        var meant = new HashSet<int>();
        foreach (var part in said.Parts())
        {
            var named = words.Named(part);
            if (named.Count > 0) meant.UnionWith(named);
            else if (Polarities.Of(part) is not { } polarity) return [];
            else if (polarity == Polarity.Yes) meant.Add(asked.Yes);
            else if (polarity == Polarity.No) meant.Add(asked.No);
        }
        return [.. meant.Count > 0 ? meant : [asked.Yes, asked.No]];
    }

    /// <summary>What is named and not ruled out. To rule out the yes of a yes-or-no question is a no.</summary>
    private static List<int> Mentioned(Utterance said, OptionWords words)
    {
        var all = Mentions.In(said, words);
        var meant = all.Where(m => !m.Denied).Select(m => m.Option).Distinct().ToList();
        if (meant.Count == 0 && words.Polarity is { } asked && all.Any(m => m.Denied && m.Option == asked.Yes)) meant.Add(asked.No);
        return meant;
    }

    /// <summary>「はい、実は前から気になっていました」.</summary>
    private static int? Opening(Utterance said, OptionWords words) => words.Polarity is { } asked ? Side(asked, Polarities.Of(said.Parts().First())) : null;

    /// <summary>「行ってみます」「そこまでは歩けません」.</summary>
    private static int? Verb(Utterance said, OptionWords words) => words.Polarity is { } asked ? Side(asked, Polarities.OfVerb(said)) : null;

    /// <summary>「ゆっくりなら」 is 「少しならできる」.</summary>
    private static int? Conditional(Utterance said, OptionWords words)
    {
        if (!said.Bare.EndsWith("なら", StringComparison.Ordinal)) return null;
        int[] options = [.. Enumerable.Range(0, words.Labels.Length).Where(at => words.Labels[at].Contains("なら", StringComparison.Ordinal))];
        return options is [var one] ? one : null;
    }

    private static int? Side((int Yes, int No) asked, Polarity? polarity) => polarity switch
    {
        Polarity.Yes => asked.Yes,
        Polarity.No => asked.No,
        _ => null,
    };

    private static Understood One(OptionWords words, IEnumerable<int> meant) => words.Keys(meant) switch
    {
        [_] single => new Understood.Options(single),
        var several => new Understood.Ambiguous(several),
    };
}
