using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>
/// What people want, in their own words: 「近所で草むしりみたいな仕事ない？」 is さがす. Read from top to bottom, the first row
/// that has a word counts; what only staff can answer (illness, medicine) comes first and leads to a person.
/// </summary>
public static class Wishes
{
    /// <summary>Longer texts tell a story.</summary>
    private const int Longest = 60;

    private static readonly Understood Person = new Understood.Said(Command.Person);

    private static readonly string[] Fraud = Table("詐欺 だまされ 騙され 振り込め 振込め 振り込んでしま 還付金");

    private static readonly (string[] Words, Understood Meaning)[] Rows =
    [
        (Fraud, Person),
        (Table("付き添 付添 送り迎えを頼"), Open(MenuItem.Consult)),
        (Table("血圧 糖尿 病院 医者 お医者 通院 入院 手術 薬 くすり 副作用 診断 症状 めまい 具合が悪 具合がわる 体調が悪 熱がある 痛い 痛む 痛くて 痛みが ひざがいた 腰がいた 足がいた 頭がいた 肩がいた おなかがいた しびれ 眠れない 認知症 年金 生活保護 借金 相続 離婚 食べるものがな 食べ物がな 何も食べと 何も食べて"), Person),
        (Table("個人情報 データを消 記録を消 情報を消 登録を消 全部消 削除 退会 解約 登録をやめ 登録やめ 抹消 同意を取り消 同意をやめ 同意取り消 登録内容 登録情報 保存されて 登録した 番号を変 住所を変 名前を変 住所が変わ 住所変更 引っ越し 引越し 電話番号が変わ 名前が変わ 名前を直 機種変 何を記録 何が記録 何を保存 何が保存 わたしの情報 私の情報 自分の情報 ブロック"), Open(MenuItem.Me)),
        (Table("データもら データをもら データを書き出 データをくだ データください"), Open(MenuItem.Export)),
        (Table("ポイントってな ポイントって何 ポイントとは何 ポイントとはな ポイントは何 カードもって カード持って カードを持って カードはもって カードは持って カードをもって カードがない カードがありません"), Open(MenuItem.Consult)),
        (Table("ポイント 残高 ワオン waon ワニフィット ワニfit wanifit わにふぃ"), Open(MenuItem.Points)),
        (Table("予約はいつ 予約いつ 予約した 予約して 予約の確認 予約を確認 予約確認 予約の変更 予約を変更 予約を取り消 予約取り消 予約をとりけ 予約とりけ 予約をキャンセル キャンセル 取り消し 予定 日程 いつだっけ いつだったか いつでしたっけ 今日の教室 明日の教室 今週の教室 来週の教室 今日の講座 明日の講座 来週の講座 何時からだっけ 何時からでしたっけ 何時だっけ 何日だっけ どこだっけ 申し込んだ 申込んだ 申し込みした 申し込みました"
            + " 行けなくな いけなくな 都合が悪くな 休みたいんです 次はいつ 次の教室はいつ"), Open(MenuItem.Schedule)),
        (Table("できることを整理 できることをまとめ 経験を整理 自分を見つめ 強みを知"), Open(MenuItem.Inventory)),
        (Table("仕事を紹介 仕事を探 仕事をさが 仕事ない 仕事ある 仕事あり 仕事はない 仕事はあ 仕事がほしい 仕事がしたい 仕事をしたい 働きたい 働ける 働く 働いて 手伝いたい 手伝いがしたい お手伝いしたい 手伝いをしたい 手伝えること"), Open(MenuItem.Find)),
        (Table("スマホを教 スマホの使い方 スマホがわか スマホがよくわか パソコンを教 パソコンの使い方 携帯の使い方"), Open(MenuItem.Learn)),
        (Table("てもらえませんか でもらえませんか てもらえます でもらえます てもらえない でもらえない てくれませんか でくれませんか でくれる人 んでほしい 粗大 てくれる人 てくれる方 てくださる方 てくれない? 頼みたい 頼める 頼めます 頼めない お願いできる人 してほしい してもらいたい やってほしい やってもらいたい やってくれる 手伝ってほしい 手伝ってもらいたい 手伝ってくれる 来てほしい 来てもらいたい 直してほしい 直してくれる 助けてほしい 困って 困りごと 困り事 こまりごと 困った どこに聞け どこに相談 どこへ相談 どこに頼め どこに電話 だれに聞け 誰に聞け 誰に聞いた 誰に相談"
            + " よくある質問 問い合わせ 質問したい 質問があり 質問がある 相談したい 相談にのって 相談にの 相談できる 相談ごと 悩み 電球"), Open(MenuItem.Consult)),
        (Table("教室 講座 セミナー 講習 教えてもらえる 習いたい 習い事 習える 学びたい 学べる 学ぶ 勉強したい 勉強会 サークル の会に 会に入 クラブ 編み物 手芸 絵手紙 書道 ウォーキング 集まり 集まる 集まれ 集会 通いの場 サロン 体操 説明会 カルチャー 趣味 友達を作 友だちを作 友達がほしい 友だちがほしい 仲間がほしい 仲間を作 おしゃべり 話し相手がほしい"
            + " イベント 催し 太極拳 ヨガ カラオケ 合唱 俳句 囲碁 将棋 麻雀 スマホを覚え スマホの使い方 スマホの操作 パソコンの使い方 携帯の使い方 パソコンを覚え 参加したい 参加できる スマホ パソコン タブレット 申し込みたい 申込みたい 申し込み"), Open(MenuItem.Learn)),
        (Table("何してくれ 何をしてくれ 何のサービス 使い方 使いかた つかい方 つかいかた 操作"), Open(MenuItem.About)),
        (Table("指輪っか 指わっか 輪っか 体力 フレイル ふれいる 足腰 つまずく つまずい つまづい 筋力 筋肉 健康チェック 健康度 健康が心配 健康状態 からだチェック 体チェック 体のチェック 体が弱 足が弱 足も弱 弱ってき 弱くなって 弱くなり 疲れやす つかれやす 息切れ 食欲がな 体がなま 体が心配 からだが心配 衰え 衰えて 歩くのが遅 歩くのがおそ つまずき つまづき 転びやす 転びそう よく転 物忘れ もの忘れ 忘れっぽ 痩せて やせて 体重が減 むせる むせやす 噛めな かめない 年のせいか 介護予防 元気か調べ"), Open(MenuItem.Check)),
        (Table("仕事 働 アルバイト バイト パート 求人 就職 再就職 職を 募集 ボランティア 草むしり 草取り 庭仕事 見守り 手伝いたい お手伝い 手伝える 手伝い 稼ぎ 稼げ 稼ぐ かせぎ 小遣い こづかい 収入 役に立ちたい 役に立てる 役に立つこと 人のため 地域のため 貢献 活躍 社会参加 シルバー人材 やれること できること ないか探 暇 ひまで することがない やることがない 何かやりたい 何か始め なにか始め 何か新しいこと 何かしたい なにかしたい 家にばかり 生きがい 探し さがし"), Open(MenuItem.Find)),
        (Table("教えて 聞きたい 知りたい 分からないことが わからないことが"), Open(MenuItem.Consult)),
    ];

    /// <summary>What makes words a wish while something else is asked; without it they are an answer that we did not understand.</summary>
    private static readonly string[] Asking = Table("たい ほしい ありますか ないですか ないか いくら ましたか ませんか 教えて おしえて 見せて みせて ください いつです いつだ いつでし どこです どこだ どうすれば どうしたら 困って 心配 できますか だっけ でしたっけ 消して 調べて てもいいですか ていいですか て大丈夫ですか");

    /// <summary>「ひざが痛いので心配です」 tells how one is; staff are not told of it unasked.</summary>
    private static readonly string[] AskingPerson = [.. Asking.Except(Table("心配 困って"))];

    private static readonly string[] Aches = ["がいたい", "もいたい", "はいたい"];

    private static readonly string[] Permission = Table("いいですか いいでしょうか よいですか よいでしょうか よろしいですか よろしいでしょうか いいのか いいのかな いいかな いいかしら いいかね 大丈夫ですか 大丈夫でしょうか 大丈夫かな だめですか だめでしょうか どうすれば どうしたら やめたい 減らしたい へらしたい 変えたい");

    private static readonly string[] Medicine = Table("薬 血圧の 服用 飲み合わせ");

    /// <param name="isAsked">True: something else was asked, and only a clear wish counts.</param>
    public static Understood? In(Utterance said, bool isAsked)
    {
        var text = said.Folded;
        if (text.Length > Longest || (isAsked && !Contains(text, Asking))) return null;
        foreach (var (words, meaning) in Rows)
            if (Contains(text, words)) return isAsked && meaning == Person && !Contains(WithoutAches(text), AskingPerson) ? null : meaning;
        return null;
    }

    /// <summary>What nobody here may advise on.</summary>
    public static bool IsAboutMedicine(Utterance said) => said.Folded.Length <= Longest && Contains(said.Folded, Medicine);

    /// <summary>Money is about to go, or has just gone: that does not wait for office hours.</summary>
    public static bool IsAboutFraud(Utterance said) => said.Folded.Length <= Longest && Contains(said.Folded, Fraud);

    /// <summary>「薬やめてもいいですか」 under any question; 「薬の時間」 is an answer to one.</summary>
    public static bool AsksAboutMedicine(Utterance said) => IsAboutMedicine(said) && Contains(said.Folded, Permission);

    /// <summary>「ひざがいたい」 ends like a wish.</summary>
    private static string WithoutAches(string text)
    {
        foreach (var ache in Aches) text = text.Replace(ache, "", StringComparison.Ordinal);
        return text;
    }

    private static bool Contains(string text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static Understood Open(MenuItem item) => new Understood.Wish(item);

    private static string[] Table(string words) => Spellings.Table(words.Split(' '));
}
