using System.Collections.Frozen;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Understanding;

/// <summary>What works at every step, in the words that people use for it.</summary>
public static class CommandWords
{
    /// <summary>Enough where a button could be pressed instead; a story may be about them: 「職員でした」「老人ホームです」.</summary>
    private const string Names = "職員 職員さん 担当者 担当の人 係の人 窓口の人 電話 相談員 オペレーター";

    private const string Places = "トップ ホーム 一覧";

    /// <summary>How the desk is reached; nobody need be told of that.</summary>
    private const string ToReach = "電話番号を教えて 電話番号を知りたい 電話番号が知りたい 電話番号は何番 電話番号は 窓口の電話番号 窓口の電話番号を教えて 何番に電話すればいい 何番に電話したらいい 窓口は何時から 窓口は何時まで 窓口の時間";

    /// <summary>The whole of what was said, politeness aside.</summary>
    private static readonly FrozenDictionary<string, Command> Whole = new Dictionary<Command, string>
    {
        [Command.Person] = "職員と話す 職員と話したい 職員の人と話したい 職員さんと話したい 人と話す 人と話したい ひとと話したい 担当者と話したい 窓口の人と話したい"
            + " 電話したい 電話で話したい 電話をかけたい 電話をしたい 電話をしたいです 電話がしたい 電話がしたいです 電話をください 電話ください 電話がほしい 電話をお願いします 電話お願いします 職員をお願いします 職員さんをお願いします 係の人をお願いします 担当者をお願いします 相談したい 相談にのって 相談したい人 人間と話したい 助けて 助けてください たすけて 人に代わって " + Names + " " + ToReach,
        [Command.Back] = "まえの質問 戻って もどって 戻るボタン まちがえちゃった まちがっちゃった 押し間違えた 押しまちがえた 打ち間違えた さっきの質問 やり直し やりなおし やり直す もどる もどります 戻る 戻ります 戻りたい もどりたい もどして 戻して 戻ってください 前 まえ ひとつ前 一つ前 一個前 ひとつ戻る 一つ戻る 前に戻る 前にもどる"
            + " 前の質問 前の質問に戻る バック まちがえた 間違えた まちがえました 間違えました まちがい 間違い",
        [Command.Skip] = "次の質問へ 次お願いします 次にいって つぎにいって 次に行って 次いって 次どうぞ 無回答 とばす とばします とばして 飛ばす 飛ばします 飛ばして とばしたい 飛ばしたい パス パスします スキップ スキップします 次 つぎ 次へ つぎへ 次の質問 次に進む"
            + " 答えたくない こたえたくない 答えたくありません 答えない 答えません 言いたくない いいたくない 言いたくありません 秘密 ひみつ ノーコメント",
        [Command.Again] = "もっぺん言って もっぺん もっかい もいっかい もういっぺん言って 聞き取れなかった ききとれなかった 聞きとれませんでした 質問は何でしたっけ 質問は何 何でしたっけ なんて書いてあるの くり返して 繰り返して くりかえして 読み上げて 読んで もう一度 もういちど もう一回 もういっかい もういっぺん 聞こえなかった きこえなかった 聞こえない 聞こえませんでした もう一度言って もう一度言ってください もう一度聞かせて"
            + " 質問をもう一度 何ですか なんですか 何て なんて 読めなかった 見えなかった 再表示",
        [Command.Why] = "理由を教えて 何に使うの 何に使うんですか 何に使うのですか 目的は 目的は何 目的は何ですか どうして必要なの なぜ必要なの なぜ必要なのですか なぜ聞くの なぜ聞くのですか なぜ聞くんですか なぜきくの なんで なんでですか なんで聞くの なんで聞くんですか どうして どうしてですか どうして聞くの なぜ なぜですか"
            + " 理由 理由は 何の質問 どういう意味 どういうこと どういう質問 質問の意味 意味は 意味がわからない 意味がわかりません 意味がよくわからない 質問の意味がわからない 質問の意味がわかりません 何のため なんのため 何のために 何のためですか なんのために 何でそんなこと聞くの なぜそんなことを聞くの",
        [Command.Stop] = "終りにして おわりにして またにする またにします あとにします 面倒 面倒くさい めんどくさい めんどうくさい 疲れたから休む ちょっと休む 今日はもうおしまい 今日はおしまい やめにする やめにします やめる やめます やめたい やめて 止める 止めます おわる 終わる 終わります 終わり おわり 終了 おしまい あとで 後で また後で またあとで あとにする 後にする 後でやる"
            + " また今度 またこんど 今度 今度にする また明日 明日にする 休む 休みます 休みたい 休憩 ひとやすみ 一休み 今日はここまで ここまで 中断 ストップ もういい もうやめる もうやめたい"
            + " 疲れた 疲れました つかれた つかれました もうええ もうええわ もうええかね もうええです",
        [Command.Menu] = "めにゅう 一覧見せて 一覧を見せて できることの一覧 menu メニュー見せて トップに戻る ホームに戻る メニュー メニューを見る メニューを見せて メニューへ メニューに戻る メニューにもどる めにゅ 最初の画面 " + Places,
    }
    .SelectMany(row => row.Value.Split(' ').Append(Words.Say("command_" + row.Key.ToString().ToLowerInvariant())).Select(word => (Word: Spellings.Fold(Normal.Bare(word)), row.Key)))
    .DistinctBy(row => row.Word)
    .ToFrozenDictionary(row => row.Word, row => row.Key);

    /// <summary>Somewhere in a short sentence; only what cannot be part of an answer. In the order of rank.</summary>
    private static readonly (string Word, Command Command)[] Within =
    [
        .. Table(Command.Person, "人と話したい 人と話させて 人に代わって 職員と話 職員さんと話 職員の人と 職員に代わって 職員に聞きたい 担当者と 担当の人と 係の人 窓口の人 電話で話したい 電話ほしい 電話欲しい 電話ちょうだい 機械じゃな 機械ではな ロボットじゃな 電話してほしい 電話をください 電話がほしい 人間と話 誰かと話 だれかと話 つないで つなげて 代わってほしい 代わってくだ 人と話せ 担当者に 直接話 人間に代わ オペレータ 電話してくださ 電話番号を教え 電話番号が知り 職員さんに 職員さんを 電話で聞 電話で相談 電話したい 電話をしたい"),
        .. Table(Command.Menu, "一覧見せ 一覧を見 メニューを メニューに メニュー画面 最初の画面 トップ画面"),
        .. Table(Command.Why, "なぜ聞く なんで聞く どうして聞く なぜきく なんできく なぜそんな なんでそんな なぜ年 なんで年 何で年 どうして年 どうして歳 なぜ歳 なんで歳 そんなこと聞 そんな事聞 聞いてどうする 聞いてどうなる どうしてそんな 何のために なんのために"),
        .. Table(Command.Back, "前の質問を見 質問に戻 さっきの質問 一つ戻 ひとつ戻 一個戻 戻して もどして 間違えたので まちがえたので 前の質問に ひとつ前に 一つ前に 前に戻 前にもど 戻りたい もどりたい 戻してください 戻ってください もどってください もどしてください"),
        .. Table(Command.Again, "もう一度 もう一回 もういっかい もういちど もういっぺん 聞こえなかった 聞こえませんでした 聞き取れな 聞き取れません"),
        .. Table(Command.Skip, "質問はとば 質問は飛ば 飛ばして とばして 飛ばしたい とばしたい 答えたくない 答えたくありません こたえたくない 言いたくない スキップ"),
        .. Table(Command.Stop, "今日はここまで もうおしまい このへんで この辺で このへんにし この辺にし 今日はこれで 疲れたから 疲れたので のでやめ からやめ やめたいです 今日はやめ もうやめ 疲れたやめ つかれたやめ 疲れましたやめ またあとで また後で また今度 また明日 あとでやり 後でやり 休ませて 休憩したい 終わりにし おわりにし 中断"),
    ];

    private static readonly string[] NameWords = Spellings.Table([.. Names.Split(' '), .. Places.Split(' ')]), ReachWords = Spellings.Table(ToReach.Split(' ')), NumberWords = Spellings.Table("電話番号を教えて", "電話番号が知りたい");

    /// <summary>Where words of one's own are asked for: 「電話がいい」 is such words, 「電話したい」 a wish.</summary>
    public static Command? Outright(Utterance said)
    {
        foreach (var form in said.Forms)
            if (Whole.TryGetValue(form, out var command)) return NameWords.Contains(form) ? null : command;
        return null;
    }

    /// <summary>In so many words; illness and the like only suggest it.</summary>
    public static bool AsksForPerson(Utterance said) => (Exactly(said) ?? Inside(said)) == Command.Person;

    /// <summary>「電話番号を教えて」, but not with 「電話してほしい」 beside it.</summary>
    public static bool IsHowToReach(Utterance said) =>
        said.Forms.Any(ReachWords.Contains) || (NumberWords.Any(word => said.Folded.Contains(word, StringComparison.Ordinal)) && !IsForMore(said));

    private static bool IsForMore(Utterance said) => Within.Any(row => row.Command == Command.Person
        && said.Folded.Contains(row.Word, StringComparison.Ordinal)
        && !NumberWords.Any(word => word.StartsWith(row.Word, StringComparison.Ordinal)));

    public static Command? Exactly(Utterance said)
    {
        foreach (var form in said.Forms)
            if (Whole.TryGetValue(form, out var command)) return command;
        return null;
    }

    public static Command? Inside(Utterance said)
    {
        foreach (var (word, command) in Within)
            if (said.Folded.Contains(word, StringComparison.Ordinal)) return command;
        return null;
    }

    private static IEnumerable<(string, Command)> Table(Command command, string words) =>
        words.Split(' ').Select(word => (Spellings.Fold(Normal.Bare(word)), command));
}
