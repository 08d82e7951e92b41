using System.Text;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class InboundTests
{
    private const string Head = """ "webhookEventId":"e1","timestamp":1692251666727,"mode":"active","source":{"type":"user","userId":"U1"} """;
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1692251666727);

    [Fact]
    public void Words_come_with_their_tokens()
    {
        var read = Read("""{"type":"message","replyToken":"rt","message":{"type":"text","id":"77","text":"はい","markAsReadToken":"mt"},""");
        Assert.Equal(new Incoming.Words("はい", "77") { At = At }, read.Incoming);
        Assert.Equal("rt", read.ReplyToken);
        Assert.Equal("mt", read.MarkAsReadToken);
    }

    [Theory]
    [InlineData("""一\u0000二\u0007三""", "一二三")]
    [InlineData("""一\r\n二\r三\n四""", "一\n二\n三\n四")]
    [InlineData("""一\t二\u0085\u007f""", "一 二")]
    [InlineData("""\ud800一""", "\uFFFD一")]
    [InlineData("""\udc00\ud83d\ude00\ud83d""", "\uFFFD😀\uFFFD")]
    [InlineData("""\"\\\/\b\f\u3042\ud800""", "\"\\/あ\uFFFD")]
    [InlineData("👩‍👩‍👧が゙", "👩‍👩‍👧が゙")]
    public void Words_are_tidied(string json, string expected) => Assert.Equal(expected, Words(json));

    [Fact]
    public void Broken_utf8_becomes_replacement_characters()
    {
        var line = Encoding.UTF8.GetBytes($$"""{"type":"message","message":{"type":"text","id":"1","text":"一X二"},{{Head}}}""");
        line[Array.IndexOf(line, (byte)'X')] = 0xFF;
        Assert.Equal("一\uFFFD二", Assert.IsType<Incoming.Words>(LineInbound.Read(line, Samples.Taps).Incoming).Text);
    }

    [Fact]
    public void Very_long_words_are_kept_whole() => Assert.Equal(200_000, Words(new string('あ', 200_000)).Length);

    [Theory]
    [InlineData("sticker", MediaKind.Sticker)]
    [InlineData("image", MediaKind.Image)]
    [InlineData("video", MediaKind.Video)]
    [InlineData("audio", MediaKind.Audio)]
    [InlineData("file", MediaKind.File)]
    [InlineData("location", MediaKind.Location)]
    public void What_is_not_words_says_what_it_is(string type, MediaKind kind) =>
        Assert.Equal(
            new Incoming.Media(kind, "9") { At = At },
            Read($$"""{"type":"message","message":{"type":"{{type}}","id":"9"},""").Incoming);

    [Fact]
    public void A_button_of_ours_is_opened()
    {
        var tap = new Tap("s1", "work.time", 12, new Act.Choose("morning"));
        var read = Read($$$"""{"type":"postback","replyToken":"rt","postback":{"data":"{{{Samples.Taps.Seal(tap)}}}"},""");
        Assert.Equal(new Incoming.Tapped(tap) { At = At }, read.Incoming);
        Assert.Equal("rt", read.ReplyToken);
    }

    [Theory]
    [InlineData("""{"data":"somebody else's"}""")]
    [InlineData("""{"data":7}""")]
    [InlineData("""{}""")]
    [InlineData("null")]
    public void A_button_we_cannot_open_is_still_a_tap(string postback) =>
        Assert.Equal(new Incoming.TappedUnknown { At = At }, Read($$"""{"type":"postback","postback":{{postback}},""").Incoming);

    [Fact]
    public void Following_unfollowing_and_taking_back()
    {
        Assert.Equal(new Incoming.Followed(true) { At = At }, Read("""{"type":"follow","replyToken":"r","follow":{"isUnblocked":true},""").Incoming);
        Assert.Equal(new Incoming.Followed(false) { At = At }, Read("""{"type":"follow","replyToken":"r",""").Incoming);
        Assert.Equal(new Incoming.Unfollowed { At = At }, Read("""{"type":"unfollow",""").Incoming);
        Assert.Equal(new Incoming.Unsent("77") { At = At }, Read("""{"type":"unsend","unsend":{"messageId":"77"},""").Incoming);
    }

    [Theory]
    [InlineData("""{"type":"levitate",""")]
    [InlineData("""{"type":7,""")]
    [InlineData("{")]
    [InlineData("""{"type":"message",""")]
    [InlineData("""{"type":"message","message":{"type":"poll","id":"1"},""")]
    [InlineData("""{"type":"message","message":{"type":"text","id":"1"},""")]
    [InlineData("""{"type":"unsend","unsend":{},""")]
    [InlineData("""{"type":"beacon","beacon":{},""")]
    public void What_we_do_not_know_is_ignored(string start) => Assert.Null(Read(start).Incoming);

    [Theory]
    [InlineData("""{"type":"message","message":{"type":"text","text":"a"},"timestamp":1,"mode":"standby","source":{"type":"user","userId":"U1"}}""")]
    [InlineData("""{"type":"message","message":{"type":"text","text":"a"},"timestamp":1,"source":{"type":"group","groupId":"G","userId":"U1"}}""")]
    [InlineData("""{"type":"message","message":{"type":"text","text":"a"},"timestamp":1,"source":{"type":"room","roomId":"R","userId":"U1"}}""")]
    [InlineData("""{"type":"message","message":{"type":"text","text":"a"},"timestamp":1}""")]
    [InlineData("not json")]
    public void Other_peoples_chats_are_none_of_our_business(string line) =>
        Assert.Equal(new LineInbound(null, null, null), LineInbound.Read(Encoding.UTF8.GetBytes(line), Samples.Taps));

    private static string Words(string json) =>
        Assert.IsType<Incoming.Words>(Read($$"""{"type":"message","message":{"type":"text","id":"1","text":"{{json}}"},""").Incoming).Text;

    private static LineInbound Read(string start) => LineInbound.Read(Encoding.UTF8.GetBytes($"{start}{Head}}}"), Samples.Taps);
}
