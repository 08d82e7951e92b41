using System.Text.Json.Nodes;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.PointCardStandIn;
using Concierge.SystemTests.Broadcasts;
using Concierge.SystemTests.Handoff;
using Concierge.SystemTests.Reception;
using Concierge.SystemTests.Road;
using Concierge.SystemTests.WebChat;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Secrets;

/// <summary>One person's way through every journey, over LINE and on the page, with a canary wherever something of hers can go.</summary>
internal sealed partial class Life(Town town, StandIn card, PrivateQuestions mode, Canaries canaries)
{
    private const string Reply = "/v2/bot/message/reply";
    private const int Patience = 120;

    private readonly WebPerson _page = new(town);
    private Person _hanako = null!;
    private bool _onPage;
    private int _heard;

    /// <summary>Called when things lie where they do not stay.</summary>
    public Action Look { get; init; } = () => { };

    /// <summary>Every address that her browser has asked for or been sent to.</summary>
    public IEnumerable<string> Visited => _page.Visited;

    public async Task Live()
    {
        _hanako = town.Line.Person(canaries.Words("name", onLine: true));
        await Does(_hanako.Follows);
        await Fills("なにを しますか");
        await SaysOddThings();
        await TakesInventory();
        await Checks();
        await ReservesForTwo();
        await HandsInTrouble();
        await LinksCard();
        await LooksForWork();
        await AsksQuestions();
        await TalksToStaff();
        await VisitsTheWebsite();
        await HearsOfWhatComesDue();
        await IsSentABroadcast();
        await town.StaffWriteDown(canaries);
        await SomebodyLeaves();
    }

    private async Task SaysOddThings()
    {
        await Says(canaries.Words("muddle", onLine: true));
        await Does(() => _hanako.SendsFile(canaries.Words("file", onLine: true) + ".pdf", [1]));
        var now = town.Clock.GetUtcNow();
        await Does(() => town.Line.Deliver(Written.Body(Written.Event("odd-1", _hanako.Id, "postback", now, $$""","postback":{"data":"{{canaries.Words("postback", onLine: true)}}"}"""))));
        await Does(() => town.Line.Deliver(Written.To("U-somebody-else", Written.Words("odd-2", _hanako.Id, canaries.Words("misrouted", onLine: true), now))));
        await Does(() => town.Line.Deliver(canaries.Words("no.webhook", onLine: true)));
        await Says(canaries.Words("unsent", onLine: true));
        await Does(_hanako.UnsendsLast);
    }

    private async Task TakesInventory()
    {
        await Says("棚卸しをはじめる");
        await Fills("これでよい");
        await Presses("これでよい");

        // The summary waits because LINE does not take it, and goes out as a push because its token is used up.
        _onPage = false;
        town.Line.Faults.Next(Fault.ApiErrorBefore, Reply);
        await Says("こたえを見る・なおす");
        Look();
        await town.Passes(TimeSpan.FromSeconds(3));
        if (mode == PrivateQuestions.Chat) return;
        town.Line.Faults.Next(Fault.ApiReplyTokenExpired, Reply);
        await Says("わたしのカード");
    }

    private async Task Checks()
    {
        await Says("からだチェック");
        await Fills("これでよい");
        await Presses("これでよい");
        _onPage = false;
        await Says("からだチェック");
        await Presses("ほかのチェック");
        await Presses("くわしいチェック 25問");
        await Fills("これでよい");
        await Presses("これでよい");
        if (_onPage) await Presses("知らせてほしい");
    }

    private async Task ReservesForTwo()
    {
        _onPage = false;
        await Says("教室");
        await Presses("キャリア塾①を見る");
        await Presses("予約する");
        await Presses("会場で参加する");
        await Says($"{canaries.Words("companion", onLine: true)} と いっしょ");
        await Says("2人で");
        await Presses("予約する");
    }

    private async Task HandsInTrouble()
    {
        await Says("こまりごとを頼む");
        await Fills("受けつけました");
    }

    private async Task LinksCard()
    {
        _onPage = false;
        var (balance, what) = canaries.OnCard;
        card.Cards[(canaries.CardNumber, canaries.BornIso)] =
            StandIn.Sample.Replace("1240", balance, StringComparison.Ordinal).Replace("フレイル予防体操", what, StringComparison.Ordinal);
        await Says("ポイント");
        await OpensPage();
        await Says(canaries.CardNumber);
        Look();
        card.Next(CardFault.Breaks);
        await Says(canaries.Born);
        Look();
        await town.Passes(TimeSpan.FromSeconds(31));
        await _page.Reads();
        await _page.Sees("7,654,321");
        Look();
    }

    private async Task LooksForWork()
    {
        _onPage = false;
        var (latitude, longitude) = canaries.Place;
        await Does(() => _hanako.SendsLocation(latitude, longitude, canaries.Words("place.title", onLine: true), canaries.Words("place.address", onLine: true)));
        await Says($"{canaries.Words("wish", onLine: true)} の近くで 掃除");
        await Says("さがす");
        await Presses("くわしく");
        await Presses("応募したい");
        await Presses("応募する");
    }

    /// <summary>Answers whatever is asked, wherever it is asked, until this is shown; in words where words are wanted.</summary>
    private async Task Fills(string until)
    {
        for (var i = 0; !Shown.Contains(until, StringComparison.Ordinal); i++)
        {
            if (i == Patience) throw new InvalidOperationException($"After {i} answers still not 「{until}」 but:\n{Shown}");
            if (!_onPage && Door is not null) await OpensPage();
            else if (WordsWanted is { } question) await Says(canaries.Answer(question, onLine: !_onPage));
            else if (Shown.Contains("これでよい", StringComparison.Ordinal)) await Presses("これでよい");
            else await AnswersFirst();
        }
    }

    private async Task AnswersFirst()
    {
        if (_onPage)
        {

            await Does(_page.AnswersFirst);
            return;
        }
        var asked = _hanako.FromBot[^1];
        await Does(() => _hanako.Taps(asked.Buttons[0].Label, asked));
        if (asked.Buttons.Any(button => button.Label == "決定")) await Presses("決定");
    }

    private Task Says(string words) => Does(() => _onPage ? _page.Says(words) : _hanako.Says(words));

    private Task Presses(string label) => Does(() => _onPage ? _page.Presses(label) : _hanako.Taps(_hanako.Tappable.First(b => b.Label.TrimStart('☑', '☐', ' ') == label).Label));

    private async Task OpensPage()
    {
        await Does(() => _page.Opens(town.BotUrl + new Uri(_hanako.FromBot.Reverse().SelectMany(item => item.Buttons).First(b => b.Kind == "uri").Action.GetProperty("uri").GetString()!).PathAndQuery));
        _onPage = true;
    }

    private async Task Does(Func<Task> act)
    {
        _heard = _hanako.FromBot.Count;
        await act();
        await town.Settles();
    }

    private string Shown => _onPage ? _page.Page : string.Join('\n', _hanako.FromBot.Skip(_heard).Select(item => item.Text + string.Join(' ', item.Buttons.Select(b => b.Label))));

    private string? Door => _hanako.FromBot[^1].Buttons.FirstOrDefault(button => button.Kind == "uri")?.Label;

    /// <summary>Key of the question that is open, when it is answered in words.</summary>
    private string? WordsWanted => town.Database.Reader.Read(unit =>
    {
        var member = unit.Db.LineUsers.Single(user => user.LineUserId == _hanako.Id).MemberId;
        var step = unit.Conversations.Read(member, unit.Members.Key(member)).Top?.Step;
        return Canaries.Questions.Contains(step ?? "") ? step : null;
    });
}
