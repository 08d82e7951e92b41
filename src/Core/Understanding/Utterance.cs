namespace Concierge.Core.Understanding;

/// <summary>What a person wrote, made ready for comparing.</summary>
public sealed class Utterance
{
    private string? _folded;
    private string[]? _forms;

    private Utterance(string marked)
    {
        Marked = marked;
        Plain = Normal.Unmarked(marked);
        Bare = Normal.Bare(Plain);
    }

    /// <summary>With the marks inside 4/1, 14:30 and 1.5; see <see cref="Normal.Marked"/>.</summary>
    public string Marked { get; }

    /// <summary>With one space or <c>~</c> between words; see <see cref="Normal.Plain"/>.</summary>
    public string Plain { get; }

    /// <summary>With nothing between words.</summary>
    public string Bare { get; }

    /// <summary><see cref="Bare"/> with known words in kana; see <see cref="Spellings"/>.</summary>
    public string Folded => _folded ??= Spellings.Fold(Bare);

    /// <summary><see cref="Folded"/> without ever more of what is only polite, the fullest first.</summary>
    public string[] Forms => _forms ??= Politeness.Peel(Folded);

    public bool IsEmpty => Bare.Length == 0;

    public static Utterance Of(string text) => new(Normal.Marked(text));

    /// <summary>What stands between commas, spaces and the like.</summary>
    public IEnumerable<Utterance> Parts() => Plain.Split(' ').Select(part => new Utterance(part));
}
