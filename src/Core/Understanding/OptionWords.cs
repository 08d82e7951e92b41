using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>
/// Every way to say one of some options, ready for comparing. Plain dictionaries: frozen ones take longer to make than a
/// question that is asked once is worth.
/// </summary>
public sealed class OptionWords
{
    private static readonly ConditionalWeakTable<Question, OptionWords> Ready = [];

    private readonly Dictionary<string, int[]> _exact;

    public OptionWords(ImmutableArray<Option> options)
    {
        Options = options;
        Labels = [.. options.Select(option => Spellings.Fold(Normal.Bare(option.Label)))];
        Lengths = [.. options.Select(option => Normal.Bare(option.Label).Length)];
        Polarity = Polarities.Asked(options);
        Word[] all = [.. options.SelectMany((option, at) => Said(option).Select(text => new Word(text, at, false))), .. Weekdays.Within(options)];
        Written = ByFirst(all);
        Spoken = ByFirst(all.Select(word => word with { Text = Spellings.Fold(word.Text) }));
        _exact = Spoken.Values.SelectMany(words => words).GroupBy(word => word.Text).ToDictionary(same => same.Key, same => same.Select(word => word.Option).Distinct().ToArray());
    }

    /// <param name="Text">Normal and bare.</param>
    /// <param name="Option">Place of the option in its question, from 0.</param>
    /// <param name="Part">True: only a part of what the option means, as 月曜 is of 平日. To rule it out does not rule out the option.</param>
    public readonly record struct Word(string Text, int Option, bool Part);

    public ImmutableArray<Option> Options { get; }

    /// <summary>By first character the longest first, so that 「話を聞く」 is found before 「話」.</summary>
    public Dictionary<char, Word[]> Written { get; }

    /// <summary>The same with known words in kana; see <see cref="Spellings"/>.</summary>
    public Dictionary<char, Word[]> Spoken { get; }

    /// <summary>One per option, in kana where known.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Of the labels as they are written.</summary>
    public ImmutableArray<int> Lengths { get; }

    /// <summary>The places of the options for yes and no, where there are such.</summary>
    public (int Yes, int No)? Polarity { get; }

    /// <summary>The place of the option that only tells more (くわしく); null where there is none.</summary>
    public int? Explains => Options.Index().Where(one => one.Item.Tells is not null).Select(one => (int?)one.Index).FirstOrDefault();

    /// <summary>A question that was asked before is not made ready again.</summary>
    public static OptionWords Of(Question question) => Ready.GetValue(question, q => new OptionWords(q.Options));

    /// <summary>Places of the options whose words these are, politeness aside.</summary>
    public IReadOnlyList<int> Named(Utterance said)
    {
        foreach (var form in said.Forms)
            if (_exact.TryGetValue(form, out var named)) return named;
        return [];
    }

    /// <summary>Keys in the order of the question.</summary>
    public ImmutableArray<string> Keys(IEnumerable<int> options)
    {
        var chosen = options.ToHashSet();
        return [.. Options.Where((_, at) => chosen.Contains(at)).Select(o => o.Key)];
    }

    private IEnumerable<string> Said(Option option) => option.Also.Prepend(option.Reading).Prepend(option.Label)
        .Select(Normal.Bare)
        .Concat(Places.In(option.Key))
        .SelectMany(Synonyms.Of)
        .SelectMany(Weekdays.Of)
        .SelectMany(Inflections.Of)
        .Where(word => word.Length > 0);

    private static Dictionary<char, Word[]> ByFirst(IEnumerable<Word> words) => words
        .Distinct()
        .GroupBy(word => word.Text[0])
        .ToDictionary(same => same.Key, same => same.OrderByDescending(word => word.Text.Length).ToArray());
}
