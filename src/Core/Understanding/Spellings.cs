using System.Collections.Frozen;

namespace Concierge.Core.Understanding;

/// <summary>
/// The same word in kanji, in kana, and in the kanji that a phone chose wrongly (変換ミス): all become the kana. Only words
/// that our tables hold need to stand here; a word that does not stays as it is on both sides.
/// </summary>
public static class Spellings
{
    private const string Rows = """
        しょくいん 職員 職印
        たんとう 担当
        まどぐち 窓口 窓ぐち
        でんわ 電話
        そうだん 相談
        ひと 人
        はな 話
        しつもん 質問
        もど 戻
        とば 飛 跳
        まちが 間違
        こた 答 応
        もういちど もう1度
        いちど 1度
        もういっかい もう1回
        きこ 聞こ 聴こ
        き 聞 聴
        なに 何
        りゆう 理由
        お 終
        やす 休
        つか 疲 使
        あと 後
        こんど 今度
        みせ 見せ
        み 見 観
        なお 直 治
        か 変 替 換
        たなおろし 棚卸 棚卸し 棚おろし 棚降ろし 棚下ろし
        つづき 続き
        つづ 続
        さいかい 再開
        はじ 始 初
        じぶん 自分
        わたし 私
        いんさつ 印刷
        せつめい 説明
        けってい 決定
        だいじょうぶ 大丈夫
        けっこう 結構 欠航 決行
        へいき 平気
        むり 無理
        すこ 少
        さけ 避け
        とくに 特に
        でき 出来
        いや 嫌
        ちが 違
        ねが 願
        おも 思
        よ 良 善
        うけたまわ 承
        ことわ 断
        えんりょ 遠慮
        むずか 難
        いらない 要らない
        いりません 要りません
        じてんしゃ 自転車 自転者
        じどうしゃ 自動車
        でんしゃ 電車
        とほ 徒歩
        あるいて 歩いて
        あるき 歩き
        くるま 車
        ごぜん 午前 御前
        ごご 午後
        ゆうがた 夕方
        へいじつ 平日
        しゅうまつ 週末 終末
        しゅう 週
        ひる 昼
        あさ 朝
        よる 夜
        そうちょう 早朝
        りょうり 料理
        うんてん 運転
        けんがく 見学
        たいけん 体験
        きょうしつ 教室
        こうざ 講座 高座 口座
        なかま 仲間
        ともだち 友だち 友達 友人
        おかね お金
        けんこう 健康
        たいりょく 体力
        からだ 体 身体
        こし 腰
        くすり 薬
        みみ 耳
        じびょう 持病
        かいご 介護
        ほいく 保育
        じむ 事務
        えいぎょう 営業
        せいぞう 製造
        うんそう 運送
        のうぎょう 農業
        こうむいん 公務員
        しゅふ 主婦 主夫
        かじ 家事
        こそだて 子育て
        むしょう 無償
        ゆうしょう 有償
        こうつうひ 交通費
        やく 役
        た 立
        しょうかい 紹介
        おし 教
        まな 学
        ほくぶ 北部
        ちゅうおう 中央
        なんぶ 南部
        しょうなん 沼南 湘南
        しがい 市外
        ほか 他
        ぜんぶ 全部
        すべて 全て
        いがい 以外 意外
        よやく 予約
        よてい 予定
        かくにん 確認
        たいそう 体操
        たいかい 退会
        だれ 誰
        つぎ 次
        まえ 前
        ちょくせつ 直接
        きょう 今日
        さが 探 捜
        ひっこ 引っ越 引越
        こま 困
        てつだ 手伝
        くさ 草
        ものわす 物忘 もの忘
        はたら 働
        けいたい 携帯
        しんぱい 心配
        よわ 弱
        おとろ 衰
        しごと 仕事 私事
        さいご 最後 最期
        さいしょ 最初
        ころ 頃
        にんちしょう 認知症
        こども 子ども 子供
        きになる 気になる
        どうい 同意
        どういをとりけ 同意を取り消 同意を取消
        へんのう 返納
        てばな 手放
        らない らねえ
        さない さねえ
        きない きねえ
        しない しねえ
        """;

    private static readonly FrozenDictionary<char, (string Written, string Kana)[]> ByFirst = Rows
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(' '))
        .SelectMany(row => row.Skip(1).Select(written => (Written: Normal.Bare(written), Kana: Normal.Bare(row[0]))))
        .GroupBy(row => row.Written[0])
        .ToFrozenDictionary(same => same.Key, same => same.Distinct().OrderByDescending(row => row.Written.Length).ToArray());

    /// <param name="bare">Normal and bare, like what comes back.</param>
    public static string Fold(string bare)
    {
        var at = Next(bare, 0, out var row);
        if (at < 0) return bare;
        var folded = new System.Text.StringBuilder(bare.Length + 8);
        var done = 0;
        for (; at >= 0; at = Next(bare, done, out row))
        {
            folded.Append(bare, done, at - done).Append(row.Kana);
            done = at + row.Written.Length;
        }
        return folded.Append(bare, done, bare.Length - done).ToString();
    }

    /// <summary>Words of a table as they are compared with <see cref="Utterance.Forms"/>.</summary>
    public static string[] Table(params string[] words) => [.. words.Select(word => Fold(Normal.Bare(word))).Distinct()];

    private static int Next(string bare, int from, out (string Written, string Kana) row)
    {
        for (var at = from; at < bare.Length; at++)
            if (ByFirst.TryGetValue(bare[at], out var rows))
                foreach (var candidate in rows)
                    if (string.CompareOrdinal(bare, at, candidate.Written, 0, candidate.Written.Length) == 0)
                    {
                        row = candidate;
                        return at;
                    }
        row = default;
        return -1;
    }
}
