using System.Text;
using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class EventsTests
{
    private const string Good =
        """{"type":"message","webhookEventId":"01H810YECXQQZ37VAXPF6H9E6T","timestamp":1692251666727,"mode":"active","deliveryContext":{"isRedelivery":true},"source":{"type":"user","userId":"U0123456789abcdef0123456789abcdef"},"message":{"type":"text","id":"1","text":"\uD83E\uDD28"}}""";

    [Fact]
    public void An_event_is_kept_as_it_came()
    {
        var body = Assert.IsType<LineBody.Events>(Read($$"""{"destination":"Ubot","events":[ {{Good}} ]}"""));
        var line = Assert.Single(body.All);
        Assert.Equal("Ubot", body.Destination);
        Assert.Equal("01H810YECXQQZ37VAXPF6H9E6T", line.EventId);
        Assert.Equal("U0123456789abcdef0123456789abcdef", line.UserId);
        Assert.Equal(1692251666727, line.At.ToUnixTimeMilliseconds());
        Assert.True(line.Redelivery);
        Assert.False(line.Standby);
        Assert.Null(line.Problem);
        Assert.Equal(Good, Encoding.UTF8.GetString(line.Raw));
    }

    [Fact]
    public void The_consoles_verify_button_sends_no_events() =>
        Assert.Empty(Assert.IsType<LineBody.Events>(Read("""{"destination":"Ubot","events":[]}""")).All);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "truncated")]
    [InlineData("{\"events\":[{\"type\":\"mess", "truncated")]
    [InlineData("{\"events\":[]", "truncated")]
    [InlineData("hello", "not_json")]
    [InlineData("{\"events\":[],}", "not_json")]
    [InlineData("{\"events\":[]} x", "not_json")]
    [InlineData("\0", "not_json")]
    [InlineData("\uFEFF{\"events\":[]}", "not_json")]
    [InlineData("[]", "not_an_object")]
    [InlineData("\"events\"", "not_an_object")]
    [InlineData("{}", "no_events")]
    [InlineData("{\"events\":null}", "no_events")]
    [InlineData("{\"events\":{}}", "no_events")]
    [InlineData("{\"\\ud800\":1}", "no_events")]
    public void A_body_that_cannot_be_read_says_why(string body, string reason) =>
        Assert.Equal(reason, Assert.IsType<LineBody.Unreadable>(Read(body)).Reason);

    [Fact]
    public void A_megabyte_of_brackets_is_too_deep_and_nothing_worse()
    {
        var half = 500_000;
        var body = new string('[', half) + new string(']', half);
        Assert.Equal("too_deep", Assert.IsType<LineBody.Unreadable>(Read(body)).Reason);
    }

    [Theory]
    [InlineData("5", "not_an_object")]
    [InlineData("null", "not_an_object")]
    [InlineData("{}", "no_id")]
    [InlineData("""{"webhookEventId":"\ud800","timestamp":1}""", "no_id")]
    [InlineData("""{"webhookEventId":5,"timestamp":1}""", "no_id")]
    [InlineData("""{"webhookEventId":"","timestamp":1}""", "no_id")]
    [InlineData("""{"webhookEventId":"a b","timestamp":1}""", "no_id")]
    [InlineData("""{"webhookEventId":"a"}""", "no_time")]
    [InlineData("""{"webhookEventId":"a","timestamp":1e999}""", "no_time")]
    [InlineData("""{"webhookEventId":"a","timestamp":-1}""", "no_time")]
    [InlineData("""{"webhookEventId":"a","timestamp":9223372036854775807}""", "no_time")]
    [InlineData("""{"webhookEventId":"a","timestamp":"1"}""", "no_time")]
    [InlineData("""{"webhookEventId":"a","timestamp":1,"source":{"userId":7}}""", "bad_user")]
    [InlineData("""{"webhookEventId":"a","timestamp":1,"source":{"userId":"\udc00"}}""", "bad_user")]
    public void A_broken_event_is_kept_and_does_not_hurt_its_neighbours(string broken, string problem)
    {
        var all = Assert.IsType<LineBody.Events>(Read($$"""{"events":[{{Good}},{{broken}},{{Good}}]}""")).All;
        Assert.Equal(3, all.Length);
        Assert.Null(all[0].Problem);
        Assert.Equal(problem, all[1].Problem);
        Assert.Equal(broken, Encoding.UTF8.GetString(all[1].Raw));
        Assert.Null(all[2].Problem);
    }

    [Fact]
    public void Without_a_usable_id_the_bytes_are_the_id()
    {
        var all = Assert.IsType<LineBody.Events>(Read("""{"events":[{"a":1},{"a":1},{"a":2}]}""")).All;
        Assert.StartsWith("sha256-", all[0].EventId);
        Assert.Equal(all[0].EventId, all[1].EventId);
        Assert.NotEqual(all[0].EventId, all[2].EventId);
    }

    [Fact]
    public void Sixteen_levels_pass_and_seventeen_are_parked()
    {
        Assert.Null(One(Nested(15)).Problem);
        var deep = One(Nested(16));
        Assert.Equal("too_deep", deep.Problem);
        Assert.Equal("a", deep.EventId);
    }

    [Fact]
    public void Half_a_surrogate_in_somebodys_words_is_no_problem() =>
        Assert.Null(One("""{"webhookEventId":"a","timestamp":1,"message":{"text":"\ud800"},"\udc00":1}""").Problem);

    [Fact]
    public void Unknown_and_missing_things_are_read_leniently()
    {
        var line = One("""{"webhookEventId":"a","timestamp":1,"mode":"standby","deliveryContext":7,"source":[],"new":{}}""");
        Assert.True(line.Standby);
        Assert.False(line.Redelivery);
        Assert.Null(line.UserId);
        Assert.Null(line.Problem);
    }

    [Fact]
    public void A_flood_in_one_body_is_kept_whole()
    {
        var events = Enumerable.Range(0, LineEvents.MaxEvents + 3).Select(i => $$"""{"webhookEventId":"e{{i}}","timestamp":1}""");
        var all = Assert.IsType<LineBody.Events>(Read($$"""{"events":[{{string.Join(',', events)}}]}""")).All;
        Assert.Equal(LineEvents.MaxEvents + 1, all.Length);
        Assert.Equal("too_many", all[^1].Problem);
        var rest = Assert.IsType<LineBody.Events>(LineEvents.Read(all[^1].Raw)).All;
        Assert.Equal(["e10000", "e10001", "e10002"], rest.Select(line => line.EventId));
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = new Random(7);
        var body = Encoding.UTF8.GetBytes($$"""{"destination":"Ubot","events":[{{Good}},{{Good}}]}""");
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = body[..random.Next(body.Length + 1)];
            for (var k = 0; k < 3 && damaged.Length > 0; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (LineEvents.Read(damaged) is not LineBody.Events events) continue;
            foreach (var line in events.All) LineInbound.Read(line.Raw, Samples.Taps);
        }
    }

    private static LineEvent One(string line) => Assert.Single(Assert.IsType<LineBody.Events>(Read($$"""{"events":[{{line}}]}""")).All);

    private static string Nested(int below) =>
        $$"""{"webhookEventId":"a","timestamp":1,"x":{{new string('[', below)}}{{new string(']', below)}}}""";

    private static LineBody Read(string body) => LineEvents.Read(Encoding.UTF8.GetBytes(body));
}
