using System.Buffers;

namespace Concierge.Core.Understanding;

/// <summary>
/// The words of danger, and the idioms that only sound like it, from <c>data/danger.txt</c>, which says how its rows are
/// written. Source for 119: MHLW 上手な医療のかかり方.
/// </summary>
public static class SafetyTable
{
    private static readonly Dictionary<string, List<string>> Lists = [];

    /// <summary>Taken out before looking, the longest first.</summary>
    public static readonly string[] Idioms;

    /// <summary>From the gravest.</summary>
    public static readonly SafetySign[] Signs;

    /// <summary>「5年前に夫が倒れて」 tells a story, 「昔の友人が さっき 倒れて」 does not.</summary>
    public static readonly SearchValues<string> LongAgo, Told, Now;

    static SafetyTable()
    {
        var (idioms, signs) = (new List<string>(), new List<SafetySign>());
        foreach (var row in Resource.Text("danger.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (row[0] == '#') continue;
            var (first, rest) = Split(row, ' ');
            if (first[0] == '@') Add(first, Split(rest, '=').Right);
            else if (first == "idiom") idioms.AddRange(rest.Split(' ').Select(Speech.Plain));
            else signs.Add(Sign(first, rest));
        }
        Idioms = [.. idioms.Distinct().OrderByDescending(idiom => idiom.Length)];
        Signs = [.. signs.OrderBy(sign => Array.IndexOf(Ranks, sign.Kind)).ThenBy(sign => !sign.IsDone)];
        (LongAgo, Told, Now) = (Search("@longago"), Search("@told"), Search("@now"));
    }

    private static SafetyKind[] Ranks => [SafetyKind.Crisis, SafetyKind.Emergency, SafetyKind.Abuse, SafetyKind.Soft];

    private static void Add(string list, string words)
    {
        if (!Lists.TryGetValue(list, out var known)) Lists[list] = known = [];
        known.AddRange(Words(words));
    }

    private static SafetySign Sign(string kind, string row)
    {
        var meant = Enum.Parse<SafetyKind>(kind.TrimEnd('?', '=', '!'), ignoreCase: true);
        if (kind.EndsWith('=')) return new SafetySign.Alone(meant, [.. Words(row)]);
        var (all, unless) = Split(row, " - ");
        return new SafetySign.Together(meant, kind.EndsWith('?'), [.. all.Split(" + ").Select(Search)], unless.Length > 0 ? Search(unless) : null) { IsDone = kind.EndsWith('!') };
    }

    private static SearchValues<string> Search(string words) => SearchValues.Create([.. Words(words).Distinct()], StringComparison.Ordinal);

    /// <exception cref="KeyNotFoundException">A list is used before it is written.</exception>
    private static IEnumerable<string> Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => word[0] == '@' ? Lists[word] : Inflections.Denied(Speech.Plain(word)));

    private static (string Left, string Right) Split(string text, string by)
    {
        var at = text.IndexOf(by, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at].Trim(), text[(at + by.Length)..].Trim());
    }

    private static (string Left, string Right) Split(string text, char by) => Split(text, by.ToString());
}
