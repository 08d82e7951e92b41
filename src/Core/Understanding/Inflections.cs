namespace Concierge.Core.Understanding;

/// <summary>できる is also said できます, できない できません. Made by rule; what is no word hurts nobody.</summary>
public static class Inflections
{
    /// <summary>The end of a plain verb and the ends of its polite forms.</summary>
    private static readonly (string Plain, string[] Polite)[] Ends =
    [
        ("したい", ["したいです", "したく思います"]),
        ("わからない", ["わかりません"]), ("ならない", ["なりません"]), ("らない", ["りません"]), ("かない", ["きません"]), ("さない", ["しません"]),
        ("たくない", ["たくありません"]), ("はない", ["はありません"]), ("にない", ["にありません", "にないです"]), ("ない", ["ません"]),
        ("する", ["します", "しました", "してみる", "してみます", "してみたい"]),
        ("る", ["ます", "ります", "ました", "りました", "たい", "りたい"]), ("う", ["います", "いました", "いたい"]), ("く", ["きます", "きました", "きたい"]), ("す", ["します", "しました", "したい"]),
        ("む", ["みます", "みました", "みたい"]), ("ぶ", ["びます", "びたい"]), ("ぐ", ["ぎます", "ぎたい"]), ("つ", ["ちます", "ちたい"]),
    ];

    /// <param name="word">Normal and bare, like what comes back.</param>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        foreach (var (plain, polite) in Ends)
        {
            if (word.Length <= plain.Length || !word.EndsWith(plain, StringComparison.Ordinal)) continue;
            foreach (var end in polite) yield return word[..^plain.Length] + end;
            yield break;
        }
    }

    /// <summary>The same word as a request: 書き出す is 書き出して.</summary>
    public static IEnumerable<string> Asked(string word)
    {
        yield return word;
        if (word.Length > 2 && word[^1] == 'す') yield return word[..^1] + "して";
        else if (word.Length > 2 && word[^1] == 'る') yield return word[..^1] + "て";
    }

    /// <summary>How 動かない begins in 動かなくて, 動きません, 動かん and 動かず; any other word is itself.</summary>
    /// <param name="word">Normal and bare, like what comes back.</param>
    public static IEnumerable<string> Denied(string word)
    {
        if (word.Length <= 2 || !word.EndsWith("ない", StringComparison.Ordinal)) return [word];
        var (stem, last) = (word[..^2], word[^3]);
        if (last == 'く') return [stem + "な", stem + "あり", stem + "はな"];
        if (last is 'が' or 'も' or 'は' or 'に') return [stem + "な", stem + "あり"];
        var row = OpenEnds.IndexOf(last);
        return [stem + "な", (row < 0 ? stem : stem[..^1] + PoliteEnds[row]) + "ませ", .. stem.Length > 1 ? (string[])[stem + "ん", stem + "ず"] : []];
    }

    private const string OpenEnds = "かがさたなばまらわ", PoliteEnds = "きぎしちにびみりい";
}
