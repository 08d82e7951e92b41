namespace Concierge.Core.Understanding;

/// <summary>What people put around an answer: 「えーと、やっぱり午前がいいです」 is 「午前」.</summary>
public static class Politeness
{
    /// <summary>A longer text is no answer with manners around it.</summary>
    private const int Longest = 60;

    private static readonly string[] Before = LongestFirst(
        "えーと", "ええと", "えっと", "えと", "あのー", "あの", "そうですね", "そうだなあ", "そうね", "んー", "それは", "それ", "これは", "これ", "やっぱり", "やっぱ", "やはり",
        "じゃあ", "じゃ", "それじゃ", "それでは", "では", "まあ", "まず", "たぶん", "多分", "できれば", "できたら", "どちらかというと",
        "私は", "わたしは", "僕は", "ぼくは", "俺は", "うちは", "でも", "とりあえず", "すみません", "すいません", "はい", "あと", "一応",
        "答えは", "もう", "ちょっと", "申し訳ないですが", "申し訳ありませんが", "申し訳ないけど", "すみませんが", "すいませんが", "悪いけど", "悪いですが", "残念ですが", "せっかくですが", "ごめんなさい", "ごめんね", "今回は", "今は", "今日は", "今のところ", "なるべく", "よければ", "よかったら", "こちらは", "希望は");

    private static readonly string[] After = LongestFirst(
        "です", "でした", "ですね", "ですよ", "ですよね", "ですかね", "でしょうか", "でしょうね", "ですが", "ですけど", "ますね", "だね", "だよ", "だな",
        "がいいです", "がいい", "が良い", "が良いです", "がよい", "がよいです", "でいい", "でいいです", "で良い", "で良いです", "がいいかな", "でいいかな",
        "がいいですね", "でいいですよ", "がいちばん", "が一番です", "が希望", "希望", "を希望します", "でお願いします", "をお願いします", "お願いします",
        "でおねがいします", "おねがいします", "お願い", "でお願い", "にします", "にする", "にしてください", "で", "に", "が", "を", "は", "も", "の",
        "かな", "かなあ", "かなぁ", "かも", "かもしれません", "かもしれない", "と思います", "とおもいます", "だと思います", "だと思う", "と思う",
        "を選びます", "を選ぶ", "だけ", "だけです", "くらい", "ぐらい", "ごろ", "だ", "よ", "ね", "な", "わ", "さ", "か", "から", "ください",
        "のほう", "の方", "のほうがいい", "の方がいい", "のやつ", "のもの", "とか", "など", "ということで", "になります", "ください", "下さい",
        "んです", "んですよ", "んですね", "のです", "のですよ", "のよ", "のね", "んだよ", "わね", "わよ", "なあ", "なんですけど", "なんだけど", "なんですが", "したいんですけど", "んですけど", "んだけど", "かしら", "かしらね", "かねえ", "かのう", "のう", "じゃ", "だわ", "ですわ", "ですけれど", "ですけれども", "なのですが", "っす", "っす", "でよろしく", "でたのむ", "でたのみます", "で頼みます", "をたのみます", "よろしく", "よろしくお願いします", "でよろしくお願いします", "がええ", "がええです", "でええ", "でええよ", "にしとく", "にしときます", "にしておきます", "にしようかな", "にしようと思います", "がいいと思います", "みたいな", "あたり", "の近く", "の近くです", "のあたり", "のそば", "けど", "なんです", "なの", "があります", "がある", "ができます", "ができる", "が好き", "が好きです", "が得意",
        "が得意です", "をしていました", "をしてました", "していました", "をやっていました", "をやってました", "だった", "だったかな", "に住んでいます",
        "住んでいます", "に住んでる", "がしたい", "をしたい", "がしたいです", "をしたいです", "が大事", "が大切", "が心配", "が心配です", "が不安", "が不安です",
        "を出して", "出して", "を見せて", "見せて", "を開いて", "なら", "ならいい", "ならできる", "なら行ける", "が弾ける", "が弾けます", "の方面", "に勤めてました", "に勤めていました", "だったよ", "やってた", "やってました");

    /// <summary>The words as they stand, then with ever more of the wrapping taken off.</summary>
    public static string[] Peel(string bare)
    {
        if (bare.Length > Longest) return [bare];
        var forms = new List<string>();
        for (var rest = bare; rest is not null && forms.Count < 24; rest = WithoutBefore(rest)) PeelEnd(rest, forms);
        return [.. forms];
    }

    private static void PeelEnd(string text, List<string> forms)
    {
        for (var rest = text; rest is not null; rest = WithoutAfter(rest))
            if (!forms.Contains(rest)) forms.Add(rest);
    }

    private static string? WithoutBefore(string text)
    {
        foreach (var word in Before)
            if (text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal)) return text[word.Length..];
        return null;
    }

    private static string? WithoutAfter(string text)
    {
        foreach (var word in After)
            if (text.Length > word.Length && text.EndsWith(word, StringComparison.Ordinal) && !IsConsulting(text, word)) return text[..^word.Length];
        return null;
    }

    /// <summary>「相談です」 is not 「そうだ」, a yes.</summary>
    private static bool IsConsulting(string text, string word) => word[0] == 'ん' && text.AsSpan(0, text.Length - word.Length).EndsWith("そうだ");

    private static string[] LongestFirst(params string[] words) => [.. Spellings.Table(words).Where(w => w.Length > 0).OrderByDescending(w => w.Length)];
}
