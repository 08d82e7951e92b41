namespace Concierge.Core.Understanding;

/// <summary>
/// How people say that they want no more news, or want them again: a noun, a particle and a verb, and nothing else. 「予約のお知らせはいつ」 stops nothing.
/// </summary>
internal static class NewsWords
{
    private static readonly string[] Nouns = Split("お知らせ おしらせ お知らせの配信 お知らせのメッセージ 配信 一斉配信 通知 宣伝 広告 メルマガ");

    private static readonly string[] Denials = Split(
        "いらない いらん 不要 必要ない 必要ありません 停止 停止する 停止して 停止してほしい 止める 止めて 止めてほしい 止めてもらえます とめる とめて やめる やめて やめてほしい 解除 解除する 解除して 断る お断り お断りします 結構 もういい"
        + " ほしくない ほしくありません 受け取りたくない 受け取らない 送らないで 送らないでほしい 出さないで 来ないようにして こないようにして");

    private static readonly string[] Wishes = Split("再開 再開する 再開して 受け取る 受けとる ほしい 欲しい 送って 送ってほしい 届けて 始めて はじめて");

    /// <summary>Said without naming what: whoever gets a message that they do not want answers it.</summary>
    private static readonly string[] Alone = Split("メッセージを送らないで メッセージはいらない もう送らないで もう送ってこないで もう送って来ないで");

    public static readonly string[] Stop = [.. Joined(["", "を", "は", "も", "の", "が", "はもう"], Denials), .. Alone];

    public static readonly string[] Start = [.. Joined(["", "を", "が", "の", "をまた", "がまた", "はまた"], Wishes).SelectMany(said => new[] { said, "また" + said })];

    private static IEnumerable<string> Joined(string[] particles, string[] verbs) =>
        from noun in Nouns
        from particle in particles
        from verb in verbs
        select noun + particle + verb;

    private static string[] Split(string words) => words.Split(' ');
}
