using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class RendererTests
{
    public static TheoryData<string> Names => new(Samples.Replies.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void LINE_will_take_it(string name)
    {
        var messages = Samples.Render(Samples.Replies[name]);
        Assert.Empty(LineLimits.Check(messages));
        Assert.NotNull(messages[^1].QuickReply);
        Assert.All(messages[..^1], message => Assert.Null(message.QuickReply));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_reply_makes_the_same_bytes(string name) =>
        Assert.Equal(Json(Samples.Replies[name]), Json(Samples.Replies[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_fact_of_a_person_stands_in_a_notification(string name)
    {
        foreach (var message in Samples.Render(Samples.Replies[name]).OfType<LineMessage.FlexMessage>())
            Assert.DoesNotContain(Samples.Canary, message.AltText);
    }

    [Fact]
    public void The_notification_of_a_question_is_the_question()
    {
        var message = Assert.IsType<LineMessage.FlexMessage>(Assert.Single(Samples.Render(Samples.Of(Samples.Question(3)))));
        Assert.Equal("通える時間はどのくらいですか？", message.AltText);
    }

    [Fact]
    public void A_question_that_quotes_what_somebody_wished_for_does_not_stand_in_a_notification()
    {
        var ask = Samples.Question(3) with { Text = "「草むしり（北部）」を 取り下げますか。" };
        var message = Assert.IsType<LineMessage.FlexMessage>(Assert.Single(Samples.Render(Samples.Of(ask))));
        Assert.Equal("質問です。", message.AltText);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_and_button_follows_the_persons_size_of_type(string name)
    {
        foreach (var part in Parts(Json(Samples.Replies[name])))
        {
            // A message of type text has no size of its own: LINE draws it in the person's.
            if (part.GetProperty("type").GetString() is not ("text" or "button") || IsMessage(part)) continue;
            Assert.True(part.GetProperty("scaling").GetBoolean());
            if (part.GetProperty("type").GetString() == "text") Assert.True(part.GetProperty("wrap").GetBoolean());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_says_what_it_is(string name)
    {
        foreach (var part in Outline.Walk(JsonElement.Parse(Json(Samples.Replies[name]))))
            Assert.True(part.TryGetProperty("type", out _) || part.TryGetProperty("items", out _), part.GetRawText());
    }

    [Fact]
    public void Buttons_do_what_they_were_made_for()
    {
        var opened = Parts(Json(Samples.Of(Samples.Several())))
            .Where(part => part.TryGetProperty("data", out _))
            .Select(part => Samples.Taps.Open(part.GetProperty("data").GetString())!.Act);
        Assert.Equal(
            [new Act.Put("mon", false), new Act.Put("tue", true), new Act.Decide(), new Act.Run(Command.Back), new Act.Run(Command.Stop), new Act.Run(Command.Person)],
            opened);
    }

    [Fact]
    public void A_long_list_is_complete_and_in_order()
    {
        var text = Encoding.UTF8.GetString(Json(Samples.Of(Samples.List(60))));
        var places = Enumerable.Range(1, 60).Select(i => text.IndexOf($"\"質問{i}\"", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("1／", text);
    }

    [Fact]
    public void Whatever_must_go_the_last_question_stays()
    {
        var last = Assert.IsType<LineMessage.FlexMessage>(Samples.Render(Samples.Replies["more than five"])[^1]);
        Assert.Equal("通える時間はどのくらいですか？", last.AltText);
    }

    [Fact]
    public void Half_a_surrogate_of_ours_does_not_stop_the_message() =>
        Assert.Equal("一\uFFFD二", JsonElement.Parse(Json(Samples.Of(new Bubble.Say("一\ud800二"))))[0].GetProperty("text").GetString());

    private static bool IsMessage(JsonElement part) => !part.TryGetProperty("size", out _) && !part.TryGetProperty("action", out _);

    private static byte[] Json(Reply reply) => LineBytes.Write(Samples.Render(reply));

    private static IEnumerable<JsonElement> Parts(byte[] json) => Outline.Walk(JsonElement.Parse(json)).Where(part => part.TryGetProperty("type", out _));
}
