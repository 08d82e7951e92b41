using System.Collections.Immutable;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;

namespace Concierge.SystemTests.Line;

/// <summary>
/// Replies of every kind and size. Whatever checks messages (our limits, LINE's own OpenAPI document) takes them from here.
/// </summary>
public static class Samples
{
    /// <summary>Stands for a fact of the person wherever one can stand.</summary>
    public const string Canary = "カナリア岬";

    public static readonly byte[] TapKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static readonly TapTokens Taps = new(TapKey);

    public static ImmutableArray<Button> Commands { get; } =
    [
        new("もどる", new Tap("s1", "q", 7, new Act.Run(Command.Back))),
        new("やめる", new Tap("s1", "q", 7, new Act.Run(Command.Stop))),
        new("職員と話す", new Tap("s1", "q", 7, new Act.Run(Command.Person))),
    ];

    public static IReadOnlyDictionary<string, Reply> Replies { get; } = new Dictionary<string, Reply>
    {
        ["a sentence"] = Of(new Bubble.Say("こんにちは。")),
        ["very long words"] = Of(new Bubble.Say(string.Concat(Enumerable.Repeat("これはとても長いお話の一文です。", 800)))),
        ["a question"] = Of(Question(3)),
        ["a question of many choices"] = Of(Question(14)),
        ["a question of forty choices"] = Of(Question(40)),
        ["several to choose"] = Of(Several()),
        ["words of one's own"] = Of(new Bubble.Ask("これまでの仕事を教えてください。", "しごとのこと", "あと9問", "例：経理を20年", [], false, true)),
        ["nothing around the question"] = Of(new Bubble.Ask("はじめますか？", null, null, null, [Choice("はい", "yes")], false, false)),
        ["a list"] = Of(List(6)),
        ["a list of sixty"] = Of(List(60)),
        ["a list of long answers"] = Of(List(30, new string('長', 4_000))),
        ["an empty list"] = Of(new Bubble.Rows("こたえ", [], [])),
        ["a card"] = Of(Card(3)),
        ["a crowded card"] = Of(Card(200)),
        ["an empty card"] = Of(new Bubble.Card("カード", [new Box("できること", [])], null, [])),
        ["a door"] = Of(new Bubble.Door("つづきは、市のページで うかがいます。", "ページをひらく", Page.Conversation)),
        ["odd labels"] = Of(new Bubble.Ask("？", "", "", "", [Choice(new string('あ', 60), "x"), Choice("👨‍👩‍👧‍👦" + new string('゙', 900), "y")], false, false)),
        ["five at once"] = Of(new Bubble.Say("一"), new Bubble.Say("二"), Question(2), List(2), Card(2)),
        ["more than five"] = Of(new Bubble.Say("一"), new Bubble.Say("二"), List(60), List(60), List(60), List(60), Question(3)),
    };

    public static Reply Of(params ImmutableArray<Bubble> bubbles) => new(bubbles, Commands);

    public static Bubble.Ask Question(int choices) => new(
        "通える時間はどのくらいですか？", "くらしのこと", "あと5問", "だいたいで大丈夫です。",
        [.. Enumerable.Range(1, choices).Select(i => Choice($"{i * 10}分くらい", $"time{i}"))], false, false);

    public static Bubble.Ask Several() => new(
        "どの曜日に動けますか？", "くらしのこと", "あと4問", null,
        [
            new("決定", new Tap("s1", "days", 7, new Act.Decide())),
            new("月曜日", new Tap("s1", "days", 7, new Act.Put("mon", false)), true),
            new("火曜日", new Tap("s1", "days", 7, new Act.Put("tue", true)), false),
        ],
        true, false);

    public static Bubble.Rows List(int rows, string value = Canary) => new(
        "これまでのこたえ",
        [.. Enumerable.Range(1, rows).Select(i => new Row($"質問{i}", value, i % 5 == 0 ? null : Change(i)))],
        [new Button("メニュー", new Tap("", "", 7, new Act.Run(Command.Menu)))]);

    public static Bubble.Card Card(int lines) => new(
        "わたしの棚卸しカード",
        [.. new[] { "できること", "やりたいこと", "たいせつなこと", "くらし" }
            .Select(title => new Box(title, [.. Enumerable.Range(1, lines).Select(i => $"{Canary}{i} {new string('字', lines)}")]))],
        new Bubble.Door("印刷できます。", "印刷する", Page.Card),
        [new Button("なおす", new Tap("s1", "", 7, new Act.Open(MenuItem.Answers)))]);

    public static Button Choice(string label, string option) => new(label, new Tap("s1", "q", 7, new Act.Choose(option)));

    public static string Link(Page page) => $"https://concierge.example/p/{page}/{new string('t', 43)}";

    public static ImmutableArray<LineMessage> Render(Reply reply) => LineRenderer.Render(reply, Link, Taps);

    private static Button Change(int i) => new("なおす", new Tap("", "", 7, new Act.Change($"question{i}")));
}
