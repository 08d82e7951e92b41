namespace Concierge.Core.Understanding;

/// <summary>Other words for the same thing, for options that bring no words of their own.</summary>
public static class Synonyms
{
    /// <summary>The first of each row is the word on the button.</summary>
    private static readonly string[][] Rows =
    [
        .. new[]
        {
            "徒歩 歩き 歩いて", "自転車 チャリ チャリンコ", "車 自動車 マイカー", "電車 列車 汽車", "スマホ スマートフォン 携帯 ケータイ", "パソコン PC コンピューター", "メール Eメール", "体操 運動",
            "男性 男", "女性 女", "オンライン リモート ネット Zoom ズーム 家から", "会場 現地 会場で", "本人 自分 わたし", "家族 身内", "友人 友だち 友達", "ある あり", "ない なし", "中止 やめる", "わからない 不明 なんともいえない 何とも言えない どちらともいえない 微妙 迷う 迷っている まだ決めていない まだ決まっていない", "お知らせ 知らせてくれる 知らせてもらう 連絡", "お昼ごろ 日中 ひるま",
            "スポーツ テニス ゴルフ 卓球 野球 水泳 体操 山登り 釣り ダンス 太極拳 グラウンドゴルフ", "音楽 ピアノ ギター 三味線 尺八 ハーモニカ カラオケ コーラス 合唱 民謡 詩吟", "お金の計算 そろばん 暗算 家計簿 帳簿", "大工・修理 木工 左官 電気工事 ペンキ塗り 包丁研ぎ 機械いじり", "庭仕事 剪定 草取り 花づくり 家庭菜園", "外国語 韓国語 フランス語 通訳 翻訳",
            "事務 総務 人事 銀行 銀行員 秘書 受付", "営業 外交員 保険 証券 商社", "技術 システムエンジニア SE 研究 プログラマー 電気", "ものづくり 旋盤工 旋盤 溶接 プレス 組み立て 町工場 職人 印刷 縫製", "医療・介護 看護婦 薬剤師 医者 歯科 ヘルパー 保健師 リハビリ", "教育・保育 学校 塾 幼稚園 教員", "店・接客 八百屋 魚屋 肉屋 酒屋 食堂 料理人 板前 レジ 美容師 床屋 ホテル 旅館", "運転 トラック バス 配達 宅配 電車", "建設 とび 左官 塗装 電気工事 配管 設備", "農業 百姓 酪農 果樹", "公務 市役所 県庁 警察 消防 自衛隊 郵便局", "家事・子育て 主夫 育児",
            "健康 ぼけ防止 ボケ防止 認知症予防 介護予防 体力づくり", "人とのつながり 友達づくり 仲間づくり 話し相手", "役に立つこと 社会のため 恩返し", "収入 生活費 小遣い 年金の足し", "持病 糖尿 糖尿病 高血圧 血圧 心臓 ぜんそく リウマチ 透析", "体力 体がついて 体がもつか 疲れ", "家族の都合 孫の世話 介護", "なくてもよい ただ 無料 お金はいらない お礼はいらない", "まだわからない まだ決まっていない まだ決まってない まだ決めていない まだ決めてない 未定", "土日 休みの日 週末 祝日", "60代から 定年してから 定年後 退職後 退職してから", "こだわらない どこでも どこまででも どこへでも", "見学する 見てみる 見てみたい のぞいてみる", "体験する お試し 試しに やってみる",
        }.Select(row => Normal.Table(row.Split(' '))),
    ];

    /// <summary>What is left out in talking: 午前の部 is 午前.</summary>
    private static readonly string[] Kinds = Normal.Table("の部", "の回", "コース", "クラス");

    /// <param name="word">Normal and bare, like what comes back.</param>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        foreach (var row in Rows)
            if (word == row[0] || (row[0].Length > 1 && word.StartsWith(row[0], StringComparison.Ordinal)))
                foreach (var other in row.Skip(1)) yield return other + word[row[0].Length..];
        if (word.Contains("1回", StringComparison.Ordinal)) yield return word.Replace("1回", "1度", StringComparison.Ordinal);
        if (word.Contains("がある", StringComparison.Ordinal)) yield return word.Replace("がある", "ある", StringComparison.Ordinal);
        foreach (var kind in Kinds)
            if (word.Length > kind.Length + 1 && word.EndsWith(kind, StringComparison.Ordinal)) yield return word[..^kind.Length];
        // 「短い時間ならできます」 is 「少しならできる」.
        if (word.IndexOf("なら", StringComparison.Ordinal) is var at and > 0 && word.Length - at > 4) yield return word[at..];
    }
}
