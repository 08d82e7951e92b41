using System.Collections.Frozen;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Understanding;

/// <summary>The menu's items in the words that people use for them.</summary>
public static class MenuWords
{
    private static readonly string[] Who = ["これは機械ですか", "機械ですか", "あなたは機械ですか", "ロボットですか", "あなたは人間ですか", "人間ですか", "人ですか", "あなたは誰ですか", "どなたですか", "aiですか"];

    private static readonly FrozenSet<string> WhoFolded = Spellings.Table(Who).ToFrozenSet();

    private static readonly FrozenDictionary<string, MenuItem> Whole = new Dictionary<MenuItem, string[]>
    {
        [MenuItem.Find] = ["さがす", "探す", Words.Say("find_kept_title"), "気になる一覧", "気になるものを見る", "気になるものを見たい", "仕事をさがす", "仕事さがし", "仕事", "しごと", "捜す", "さがしたい", "探したい", "仕事を探す", "仕事を探したい", "仕事をさがしたい"],
        [MenuItem.Schedule] = ["わたしの予定", "予定", "予定を見る", "予定を見たい", "予約", "予約を見る"],
        [MenuItem.Check] = ["からだチェック", "体チェック", "体のチェック", "チェック", "フレイルチェック", "フレイル"],
        [MenuItem.Learn] = ["学ぶ・集まる", "学ぶ", "集まる", "教室", "講座", "セミナー"],
        [MenuItem.Consult] = ["相談する", "相談", "こまりごと", "困りごと"],
        [MenuItem.Trouble] = [Words.Say("menu_trouble"), "こまりごとを頼みたい", "困りごとを頼みたい", "困りごとを頼む"],
        [MenuItem.FollowUp] = [Words.Say("menu_followup"), "3つの質問", "おたずねに答える"],
        [MenuItem.Points] = ["ポイント", "ポイントを見る", "ポイントカード"],
        [MenuItem.Inventory] = [Words.Say("menu_inventory"), Words.Say("menu_inventory_go_on"), "棚卸し", "棚おろし", "たなおろし", "棚卸", "キャリアの棚卸し", "棚卸しをする", "棚卸しをしたい",
            "つづき", "続き", "つづける", "続ける", "つづきから", "続きから", "つづきをする", "続きをする", "続きをやる", "つづきをやりたい", "続きをやりたい", "再開", "再開する", "はじめる", "始める", "スタート", "質問に答える"],
        [MenuItem.Answers] = [Words.Say("menu_answers"), "答えを見る", "こたえを見る", "答えを見たい", "答えをみたい", "回答を見る", "答えをなおす", "こたえをなおす", "答えを直す", "答えを直したい", "答えをなおしたい",
            "なおす", "直す", "直したい", "なおしたい", "訂正", "訂正したい", "修正", "修正したい", "答えを変える", "答えを変えたい", "変更", "変更したい", "今までの答え", "これまでの答え"],
        [MenuItem.Card] = [Words.Say("menu_card"), Words.Say("card_title"), "カード", "カードを見る", "カードを見たい", "カードを見せて", "棚卸しカード", "自分のカード", "私のカード", "カードを印刷", "印刷", "印刷したい"],
        [MenuItem.Me] = [Words.Say("menu_me"), "わたし", "私のこと", "わたしのこと", "自分のこと", "わたしのページ", "私のページ", "マイページ"],
        [MenuItem.Stored] = [Words.Say("menu_stored"), "保存していること", "何を保存しているの", "なにを保存していますか", "わたしの情報", "登録情報", "登録内容", "個人情報"],
        [MenuItem.Export] = [Words.Say("menu_export"), "データを書き出す", "データをもらう", "データをください", "情報を書き出す", "ダウンロード"],
        [MenuItem.Consents] = [Words.Say("menu_consents"), "同意", "同意を確認", "同意を取り消す", "同意を取り消したい", "同意をやめる", "同意の取り消し", "同意の撤回", "撤回", "お知らせの設定", "配信の設定", "通知の設定"],
        [MenuItem.StopNews] = [Words.Say("menu_stopnews"), .. NewsWords.Stop],
        [MenuItem.StartNews] = [Words.Say("menu_startnews"), .. NewsWords.Start],
        [MenuItem.Join] = [Words.Say("menu_join"), "LINEとつなぐ", "LINEにつなげる", "LINEで続ける", "LINEでつづける", "ラインにつなぐ"],
        [MenuItem.Leave] = [Words.Say("menu_leave"), "退会", "退会する", "退会したい", "全部消す", "全部消して", "全部消したい", "すべて消す", "すべて消して", "データを消す", "データを消して", "情報を消して", "解約", "登録をやめたい"],
        [MenuItem.About] = [Words.Say("menu_about"), "つかいかた", .. Who, "使い方を教えて", "使い方がわからない", "使い方を知りたい", "使いかた", "どうやって使うの", "どう使うの", "どう使えばいいの", "ヘルプ", "説明書", "このサービスについて",
            "これは何", "これはなに", "何ができるの", "なにができるの", "何をしてくれるの", "ここで何してくれるの", "何をするところ", "どうすればいいの", "どうしたらいいの"],
    }
    .SelectMany(row => row.Value.SelectMany(Said).Select(word => (Word: Spellings.Fold(word), row.Key)))
    .DistinctBy(row => row.Word)
    .ToFrozenDictionary(row => row.Word, row => row.Key);

    /// <summary>In a short sentence; the longer word first.</summary>
    private static readonly (string Word, MenuItem Item)[] Within =
    [
        .. new[] { ("教室を見", MenuItem.Learn), ("教室をさが", MenuItem.Learn), ("教室を探", MenuItem.Learn), ("セミナーを見", MenuItem.Learn), ("セミナーをさが", MenuItem.Learn), ("セミナーを探", MenuItem.Learn),
            ("棚卸しカード", MenuItem.Card), ("カードを見", MenuItem.Card), ("カードを印刷", MenuItem.Card), ("答えたのを", MenuItem.Answers), ("答えを見", MenuItem.Answers), ("答えをなお", MenuItem.Answers),
            ("答えを直", MenuItem.Answers), ("答えを変え", MenuItem.Answers), ("棚卸し", MenuItem.Inventory), ("棚おろし", MenuItem.Inventory), ("たなおろし", MenuItem.Inventory), ("続きをし", MenuItem.Inventory), ("続きをや", MenuItem.Inventory) }
            .Select(row => (Spellings.Fold(Normal.Bare(row.Item1)), row.Item2)),
    ];

    /// <summary>「書き出す」 is also asked for as 「書き出して」.</summary>
    private static IEnumerable<string> Said(string word) => Inflections.Of(Normal.Bare(word)).SelectMany(form => Inflections.Asked(form));

    /// <summary>「これは機械ですか」: who speaks here is to be said plainly.</summary>
    public static bool AsksWho(Utterance said) => said.Forms.Any(WhoFolded.Contains);

    public static MenuItem? Exactly(Utterance said)
    {
        foreach (var form in said.Forms)
            if (Whole.TryGetValue(form, out var item)) return item;
        return null;
    }

    private static readonly string[] Labels = Spellings.Table([.. Enum.GetNames<MenuItem>().Select(item => Words.Say($"menu_{item.ToLowerInvariant()}"))]);

    private static readonly string[] WishEnds = Spellings.Table("する", "たい", "ください", "して", "せて", "消す", "わからない");

    /// <summary>Where words of one's own are asked for: 「相談」 is such words; 「相談したい」, and 「相談する」 as the button says it, are a wish.</summary>
    public static MenuItem? Outright(Utterance said)
    {
        foreach (var form in said.Forms)
            if (Whole.TryGetValue(form, out var item)) return IsWish(form) ? item : null;
        return null;
    }

    private static bool IsWish(string form) =>
        Labels.Contains(form) || form.Contains('を') || WishEnds.Any(end => form.EndsWith(end, StringComparison.Ordinal));

    /// <summary>「こたえを見られるのはいやだ」 is no wish to see them.</summary>
    private static readonly string[] Unwanted = Spellings.Table("見られ", "みられ", "たくない", "たくありません", "いやだ", "いやです", "いやなん", "いやね", "いやよ", "のはいや", "こわい", "怖い", "困る", "困ります", "恥ずかし", "はずかし", "気が進ま");

    public static MenuItem? Inside(Utterance said)
    {
        if (Unwanted.Any(word => said.Folded.Contains(word, StringComparison.Ordinal))) return null;
        foreach (var (word, item) in Within)
            if (said.Folded.Contains(word, StringComparison.Ordinal)) return item;
        return null;
    }
}
