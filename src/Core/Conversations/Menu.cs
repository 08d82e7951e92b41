using System.Collections.Immutable;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>What can be opened from anywhere: the six of the menu first, then what stands inside them.</summary>
public enum MenuItem
{
    /// <summary>さがす: work and tasks nearby.</summary>
    Find,

    /// <summary>わたしの予定: what one has reserved.</summary>
    Schedule,

    /// <summary>からだチェック: the frailty self-check.</summary>
    Check,

    /// <summary>学ぶ・集まる: seminars and other gatherings.</summary>
    Learn,

    /// <summary>相談する: questions, whom to ask, a small trouble at home, a person.</summary>
    Consult,

    /// <summary>わたし: what is stored about oneself, consents, points, leaving.</summary>
    Me,

    /// <summary>保存していること, inside わたし.</summary>
    Stored,

    /// <summary>書き出す: everything that is stored, as a page and a file, inside わたし.</summary>
    Export,

    /// <summary>同意の確認, inside わたし.</summary>
    Consents,

    /// <summary>LINEにつなぐ, inside わたし: for visitors of the city's website.</summary>
    Join,

    /// <summary>やめて全部消す, inside わたし.</summary>
    Leave,

    /// <summary>ポイント: the point card, inside わたし.</summary>
    Points,

    /// <summary>棚卸しをはじめる, or go on where it stopped.</summary>
    Inventory,

    /// <summary>こたえを見る・なおす: the answers so far, each with a way to change it.</summary>
    Answers,

    /// <summary>わたしの棚卸しカード.</summary>
    Card,

    /// <summary>使い方・このサービスについて.</summary>
    About,

    /// <summary>こまりごとを頼む, inside 相談する.</summary>
    Trouble,

    /// <summary>そのあとのこと: the questions that wait, for those who agreed to research.</summary>
    FollowUp,

    /// <summary>お知らせを止める, inside 同意の確認: no more broadcasts.</summary>
    StopNews,

    /// <summary>お知らせを受け取る: broadcasts again.</summary>
    StartNews,
}

/// <summary>The menu of six: always the same items in the same order, those that lead somewhere.</summary>
public static class Menu
{
    public static readonly ImmutableArray<MenuItem> Six =
        [MenuItem.Find, MenuItem.Schedule, MenuItem.Check, MenuItem.Learn, MenuItem.Consult, MenuItem.Me];

    public static void Show(Turn turn)
    {
        turn.Show(new Bubble.Ask(Words.Say("menu"), null, null, null, Items(turn), Several: false, Writes: false));
        turn.OfferQuick(Commands.Always(turn));
    }

    /// <summary>After a journey is over: the menu, unless something waits to be gone on with.</summary>
    public static void ShowAfter(Turn turn)
    {
        if (turn.Session is null or { Paused: true }) Show(turn);
        else turn.OfferQuick(Commands.Every(turn));
    }

    /// <summary>A button that opens this, from wherever it stands.</summary>
    public static Button Button(Turn turn, MenuItem item) => turn.Button(Label(turn, item), new Act.Open(item));

    /// <summary>Whether any journey begins there.</summary>
    public static bool Leads(Turn turn, MenuItem item) => turn.Flows.Any(flow => flow.Opens.Contains(item));

    private static ImmutableArray<Button> Items(Turn turn) =>
        [.. turn.Flows.Select(flow => flow.Unfinished(turn)).OfType<MenuItem>().Concat(Six.Where(item => Leads(turn, item))).Select(item => Button(turn, item))];

    private static string Label(Turn turn, MenuItem item) => turn.Flows.Any(flow => flow.Opens.Contains(item) && flow.Unfinished(turn) == item)
        ? Words.Say($"menu_{Name(item)}_go_on")
        : Words.Say($"menu_{Name(item)}");

    private static string Name(MenuItem item) => item.ToString().ToLowerInvariant();
}
