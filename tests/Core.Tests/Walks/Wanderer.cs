using Concierge.Core.Conversations;
using Concierge.CoreTests.Consultation;
using Concierge.CoreTests.Conversations;
using Concierge.CoreTests.Points;

namespace Concierge.CoreTests.Walks;

/// <summary>
/// Somebody who does anything in any order, in every journey there is. The seed decides what, so that the same walk can be taken
/// again; <see cref="Path"/> tells what was done.
/// </summary>
internal sealed class Wanderer
{
    private const int Seminars = 6;

    /// <summary>What people say that is no label: commands, wishes, facts, muddle, and words of their own.</summary>
    private static readonly string[] Words =
    [
        "もどる", "とばす", "もう一度", "なぜ聞くの", "やめる", "メニュー", "職員と話す", "はい", "いいえ", "ぺぺぺ", "これでよい", "決定", "こんにちは",
        "さがす", "わたしの予定", "からだチェック", "教室", "相談したい", "わたし", "ポイント", "棚卸しをはじめる", "こたえを見る・なおす", "わたしのカード", "使い方",
        "保存していること", "書き出す", "同意の確認", "お知らせを止めて", "退会したい", "こまりごとを頼む", "1", "2", "160", "52.5", "3番", "応募したい", "ほかを見る", "掃除",
        "受付 4101", "1234567890123456", "昭和25年4月1日", "駅から", "庭の草が のびています", "胸が苦しい",
    ];

    private readonly Random _chance;
    private readonly List<string> _path = [];

    public Wanderer(PrivateQuestions mode, int seed)
    {
        _chance = new Random(seed);
        Talk = new Talk(mode).WithSeminars().WithTroubles().WithCards().WithFindings();
        Talk.Enters();
    }

    public Talk Talk { get; }

    public string Path => string.Join(" → ", _path);

    /// <summary>What is offered to be pressed now.</summary>
    public IReadOnlyList<Button> Offered => Talk.Last is { } last ? [.. last.AllButtons()] : [];

    public void Step()
    {
        switch (_chance.Next(20))
        {
            case < 11: PressesSomething(); break;
            case < 15: Says(Words[_chance.Next(Words.Length)]); break;
            default: DoesSomethingElse(_chance.Next(12)); break;
        }
    }

    public int Any(int below) => _chance.Next(below);

    public void Presses(Button button)
    {
        _path.Add($"[{button.Label}]");
        Talk.Press(button.Tap);
    }

    public void Says(string words)
    {
        _path.Add(words);
        Talk.Says(words);
    }

    private void PressesSomething()
    {
        if (Offered is { Count: > 0 } offered) Presses(offered[_chance.Next(offered.Count)]);
        else Says("メニュー");
    }

    private void DoesSomethingElse(int what)
    {
        switch (what)
        {
            case 0 when Talk.Replies.Count > 0: PressesOld(); break;
            case 1: Does("follows", Talk.Follows); break;
            case 2: Does("sticker", () => Talk.Sends(MediaKind.Sticker)); break;
            case 3: Does("a place", () => Talk.SendsPlace(35.86, 139.97)); break;
            case 4: Does("unsends", () => Talk.Unsends(Talk.LastMessageId)); break;
            case 5: Does("an hour", () => Talk.Passes(TimeSpan.FromHours(1))); break;
            case 6: Does("nine days", () => Talk.Passes(TimeSpan.FromDays(9))); break;
            case 7 or 8: Does("page", Talk.OpensPage); break;
            case 9: Does("LINE", () => Talk.Channel = Channel.Line); break;
            case 10: OthersDo(1 + _chance.Next(Seminars)); break;
            case 11: Does("an unknown button", () => Talk.Take(new Incoming.TappedUnknown { At = Talk.Now, Channel = Talk.Channel })); break;
        }
    }

    private void PressesOld()
    {
        var buttons = Talk.Replies[_chance.Next(Talk.Replies.Count)].AllButtons().ToArray();
        if (buttons.Length == 0) return;
        var button = buttons[_chance.Next(buttons.Length)];
        Does($"old [{button.Label}]", () => Talk.Press(button.Tap));
    }

    private void OthersDo(int seminar)
    {
        if (!Talk.Hall.Of(seminar).TakesReservations(Talk.Now)) return;
        if (Talk.Hall.HasOthers(seminar)) Does($"one cancels {seminar}", () => Talk.OneCancels(seminar));
        else Does($"others fill {seminar}", () => Talk.OthersFill(seminar));
    }

    private void Does(string what, Action act)
    {
        _path.Add($"({what})");
        act();
    }
}
