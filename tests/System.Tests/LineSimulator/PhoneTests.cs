using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class PhoneTests : Town
{
    [Fact]
    public async Task A_tap_on_a_quick_reply_says_its_words()
    {
        await Ask();
        await Hanako.Taps("はい");
        Assert.Equal("はいです", (string?)Bot.Events[^1]["message"]!["text"]);
    }

    [Fact]
    public async Task Quick_replies_go_with_the_next_message()
    {
        await Ask();
        await Hanako.Says("うーん");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Hanako.Taps("はい"));
        Assert.StartsWith("花子 sees no button [はい], only [予約する]", error.Message);
        await Hanako.Taps("はい", on: Hanako.FromBot[^1]);
        Assert.Equal("はいです", (string?)Bot.Events[^1]["message"]!["text"]);
    }

    [Fact]
    public async Task A_postback_carries_its_data_and_shows_its_words()
    {
        await Ask();
        await Hanako.Taps("予約する");
        Assert.Equal("postback", (string?)Bot.Events[^1]["type"]);
        Assert.Equal("t1", (string?)Bot.Events[^1]["postback"]!["data"]);
        Assert.Equal("予約します", Hanako.Chat[^1].Text);
    }

    [Fact]
    public async Task The_newest_button_of_a_name_is_meant_but_an_older_one_can_be_tapped()
    {
        await Ask(data: "old");
        var old = Hanako.FromBot[^1];
        await Ask(data: "new");
        await Hanako.Taps("予約する");
        Assert.Equal("new", (string?)Bot.Events[^1]["postback"]!["data"]);
        await Hanako.Taps("予約する", on: old);
        Assert.Equal("old", (string?)Bot.Events[^1]["postback"]!["data"]);
    }

    [Fact]
    public async Task A_picked_date_comes_as_a_parameter()
    {
        await Push(new { type = "template", altText = "いつ", template = new { type = "buttons", text = "いつ？", actions = new[] { new { type = "datetimepicker", label = "選ぶ", data = "d", mode = "date" } } } });
        await Hanako.Taps("選ぶ", picks: "2026-12-01");
        Assert.Equal("2026-12-01", (string?)Bot.Events[^1]["postback"]!["params"]!["date"]);
    }

    [Fact]
    public async Task A_link_opens_and_tells_the_bot_nothing()
    {
        await Push(new { type = "template", altText = "頁", template = new { type = "buttons", text = "どうぞ", actions = new[] { new { type = "uri", label = "開く", uri = "https://example.jp/p/1" } } } });
        var before = Bot.Received.Count;
        Assert.Equal("https://example.jp/p/1", (await Hanako.Taps("開く")).Opens);
        Assert.Equal(before, Bot.Received.Count);
    }

    [Fact]
    public async Task Each_kind_of_message_can_be_sent()
    {
        await Hanako.SendsSticker("446", "1988", "うれしい");
        await Hanako.SendsAudio();
        await Hanako.SendsLocation(35.86, 139.97, address: "柏市");
        await Hanako.SendsFile("memo.txt", [1]);
        Assert.Equal(["sticker", "audio", "location", "file"], Bot.Events.TakeLast(4).Select(one => (string?)one["message"]!["type"]));
    }

    [Fact]
    public async Task Block_and_unblock_are_told_and_nobody_writes_while_blocking()
    {
        await Hanako.Blocks();
        Assert.Equal("unfollow", (string?)Bot.Events[^1]["type"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Hanako.Says("やあ"));
        await Hanako.Unblocks();
        Assert.True((bool)Bot.Events[^1]["follow"]!["isUnblocked"]!);
    }

    [Fact]
    public async Task Seeing_waits_for_what_comes_and_each_message_is_seen_once()
    {
        var waiting = Hanako.Sees(2);
        await Push(Hanako, "一");
        Assert.False(waiting.IsCompleted);
        await Push(Hanako, "二");
        Assert.Equal(["一", "二"], (await waiting).Select(item => item.Text));
        await Push(Hanako, "三");
        Assert.Equal("三", (await Hanako.Sees()).Single().Text);
        var error = await Assert.ThrowsAsync<TimeoutException>(() => Hanako.Sees(1, TimeSpan.Zero));
        Assert.Contains("花子 saw 0 new message(s) of the bot, not 1.", error.Message);
    }

    [Fact]
    public async Task A_transcript_reads_like_a_conversation()
    {
        await Hanako.Says("教室");
        await Ask();
        Assert.Equal("""
            > 教室
            < 職員 田中: 転倒予防体操 [予約する] [はい] [いいえ]
            """.ReplaceLineEndings("\n"), Hanako.Transcript);
    }

    private Task Ask(string data = "t1") => Push(new
    {
        type = "flex", altText = "転倒予防体操", sender = new { name = "職員 田中" },
        contents = new
        {
            type = "bubble",
            footer = Box(new { type = "button", action = new { type = "postback", label = "予約する", data, displayText = "予約します" } }),
            body = Box(new { type = "text", text = "転倒予防体操" }),
        },
        quickReply = new { items = new[] { QuickReply("はい"), QuickReply("いいえ") } },
    });

    private async Task Push(object message) =>
        Assert.True((await Post("/v2/bot/message/push", new { to = Hanako.Id, messages = new[] { message } })).Status == System.Net.HttpStatusCode.OK);

    private static object Box(object content) => new { type = "box", layout = "vertical", contents = new[] { content } };

    private static object QuickReply(string label) => new { type = "action", action = new { type = "message", label, text = label + "です" } };
}
