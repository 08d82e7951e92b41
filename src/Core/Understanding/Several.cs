namespace Concierge.Core.Understanding;

/// <summary>As many options as the person names: 「午前と夜」「1、3」「全部」「午後以外」.</summary>
public static class Several
{
    private static readonly string[] Everything = Spellings.Table("ぜんぶ", "すべて", "全て", "みんな", "どれも", "どれでも", "いずれも", "なんでも", "何でも", "いつでも", "いつも", "オール", "どの日でも", "毎日", "何曜日でも");

    private static readonly string[] Nothing = Spellings.Table("ない", "ありません", "なし", "無理", "できません", "だめ", "いいえ", "特にありません", "何もありません");

    private static readonly string[] Only = Spellings.Table("だけ", "のみ", "以上", "それで", "これで", "決定");

    private static readonly string[] Done = Spellings.Table("以上", "それ", "これ", "それだけ", "これだけ", "それで", "これで", "それでいい", "これでいい", "これでよい", "それでよい", "決定", "決定する", "決めた", "決まり", "選んだ", "選びました", "いい", "よい");

    private static readonly string[] Joins = ["と", "や", "か", "とか", "あと", "それと", "それから", "そして", "または", "および", "も"];

    /// <summary>A longer sentence with 「全部」 in it means something else.</summary>
    private const int LongestEverything = 16;

    /// <param name="max">How many at most; 0 for any number.</param>
    public static Understood? Exactly(Utterance said, OptionWords words, int max)
    {
        var named = words.Named(said);
        return named.Count == 0 ? null : Chosen(words, max, named);
    }

    public static Understood Read(Utterance said, OptionWords words, int max)
    {
        var meant = Listed(said, words) ?? Numbers.Run(said, words.Options.Length) ?? Mentioned(said, words) ?? Guessed(said, words);
        return meant is null ? new Understood.Unclear() : Chosen(words, max, meant);
    }

    /// <summary>「午前だけ」「全部」「月水金」: nothing is left to be added.</summary>
    public static bool NamesAll(Utterance said) =>
        IsEverything(said) || Weekdays.IsRow(said) || Only.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));

    /// <summary>「以上です」「ほかには ありません」, when something was chosen before.</summary>
    public static bool IsDone(Utterance said) =>
        said.Bare.Length <= LongestEverything && (said.Forms.Any(Done.Contains) || EndsInNothing(said));

    /// <summary>A list of which every part is an option or a place; null when any part is neither.</summary>
    private static List<int>? Listed(Utterance said, OptionWords words)
    {
        var meant = new List<int>();
        foreach (var part in said.Parts())
        {
            if ((Part(part, words) ?? Joined(part, words)) is not { } options) return null;
            meant.AddRange(options);
        }
        return meant.Count > 0 ? meant : null;
    }

    private static IEnumerable<int>? Part(Utterance part, OptionWords words)
    {
        if (words.Named(part) is { Count: > 0 } named) return named;
        if (Numbers.Place(part, words.Options.Length) is { } place) return [place];
        return Numbers.Run(part, words.Options.Length) ?? Weekdays.Row(part, words) ?? Span(part, words);
    }

    /// <summary>「月曜から水曜」「朝〜夕方」: the options from one to the other.</summary>
    private static IEnumerable<int>? Span(Utterance part, OptionWords words)
    {
        if (Numbers.Ends(part) is not var (from, to)) return null;
        return words.Named(Utterance.Of(from)) is [var first] && words.Named(Utterance.Of(to)) is [var last] && first < last ? Enumerable.Range(first, last - first + 1) : null;
    }

    /// <summary>「1と3」: tries each と as the end of the first.</summary>
    private static List<int>? Joined(Utterance part, OptionWords words)
    {
        foreach (var join in Joins)
        {
            var pieces = part.Bare.Split(join, StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length < 2) continue;
            var options = pieces.Select(piece => Part(Utterance.Of(piece), words)).ToArray();
            if (options.All(o => o is not null)) return [.. options.SelectMany(o => o!)];
        }
        return null;
    }

    private static IEnumerable<int>? Mentioned(Utterance said, OptionWords words)
    {
        var mentions = Mentions.In(said, words);
        var named = mentions.Where(m => !m.Denied).Select(m => m.Option).ToArray();
        var denied = mentions.Where(m => m.Denied).Select(m => m.Option).ToArray();
        if (named.Length == 0 && mentions.Any(m => m is { Denied: true, Part: true })) return null;
        if (denied.Length == 0 && IsEverything(said) && !(named.Length > 0 && said.Bare.Contains("なら", StringComparison.Ordinal))) return Together(words).Any() && EndsInNothing(said) ? Alone(words) : Together(words);
        if (named.Length > 0) return named;
        if (denied.Length > 0) return Negation.IsGivenUp(said) ? null : Together(words).Except(denied);
        return EndsInNothing(said) && said.Bare.Length <= LongestEverything ? Alone(words) : null;
    }

    private static IEnumerable<int>? Guessed(Utterance said, OptionWords words)
    {
        if (Near.Mistyped(said, words) is { Count: 1 } mistyped) return mistyped;
        return Near.Shortened(said, words) is { Count: 1 } shortened ? shortened : null;
    }

    private static bool IsEverything(Utterance said) =>
        said.Bare.Length <= LongestEverything && Everything.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));

    private static bool EndsInNothing(Utterance said) => said.Forms.Any(form => Nothing.Any(word => form.EndsWith(word, StringComparison.Ordinal)));

    /// <summary>The options that go with others.</summary>
    private static IEnumerable<int> Together(OptionWords words) => Places(words, alone: false);

    /// <summary>「とくにない」, or null where the question has no such option.</summary>
    private static IEnumerable<int>? Alone(OptionWords words) => Places(words, alone: true).ToArray() is { Length: > 0 } places ? places : null;

    private static IEnumerable<int> Places(OptionWords words, bool alone) =>
        Enumerable.Range(0, words.Options.Length).Where(at => words.Options[at].Alone == alone);

    /// <summary>「とくにない」 beside something named is only talk.</summary>
    private static Understood Chosen(OptionWords words, int max, IEnumerable<int> meant)
    {
        var places = meant.Distinct().ToArray();
        if (places.Any(at => !words.Options[at].Alone)) places = [.. places.Where(at => !words.Options[at].Alone)];
        var keys = words.Keys(places);
        return max > 0 && keys.Length > max ? new Understood.TooMany(keys, max) : new Understood.Options(keys);
    }
}
