using System.Net;
using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

/// <summary>What may become of a message, and what the outbox learns of it.</summary>
public sealed class OutcomeTests
{
    private static readonly byte[] Messages = """[{"type":"text","text":"こんにちは"}]"""u8.ToArray();
    private readonly FakeLine _line = new();
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"Invalid reply token"}""", "400 invalid_reply_token")]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"x","details":[{"message":"y","property":"messages[0].text"}]}""", "400 messages[0].text")]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"カナリア岬","details":[{"message":"y","property":"カナリア岬"}]}""", "400")]
    [InlineData(HttpStatusCode.BadRequest, "<html>", "400")]
    [InlineData(HttpStatusCode.BadRequest, """{"message":7,"details":[5]}""", "400")]
    [InlineData(HttpStatusCode.BadRequest, """{"details":[]}""", "400")]
    [InlineData(HttpStatusCode.NotFound, "", "404")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "{}", "413")]
    [InlineData(HttpStatusCode.Conflict, "{}", "409")]
    public async Task What_LINE_will_never_take_is_refused_with_a_code(HttpStatusCode status, string body, string reason)
    {
        _line.On("/reply", status, body);
        Assert.Equal(new Sending.Refused(reason), await Reply());
        Assert.Single(_line.To("/reply"));
    }

    [Fact]
    public async Task A_push_that_was_accepted_before_is_delivered()
    {
        _line.On("/push", HttpStatusCode.Conflict, """{"message":"The retry key is already accepted"}""", accepted: "first-request");
        Assert.Equal(new Sending.Delivered("first-request"), await Push());
    }

    [Fact]
    public async Task A_message_to_many_that_was_accepted_before_is_delivered()
    {
        _line.On("/multicast", HttpStatusCode.Conflict, """{"message":"The retry key is already accepted"}""", accepted: "first-request");
        Assert.Equal(new Sending.Delivered("first-request"), await _line.Client().Multicast(["U1", "U2"], Messages, Guid.Empty, Cancel));
        var asked = Assert.Single(_line.To("/multicast"));
        Assert.Equal("""{"to":["U1","U2"],"messages":[{"type":"text","text":"こんにちは"}]}""", asked.Body);
        Assert.Equal(Guid.Empty.ToString(), asked.RetryKey);
    }

    [Theory]
    [InlineData(1, "429")]
    [InlineData(2, "quota")]
    public async Task A_month_that_is_too_short_for_all_of_many_is_used_up(int people, string reason)
    {
        _line.On("/multicast", HttpStatusCode.TooManyRequests).On("/quota", HttpStatusCode.OK, """{"type":"limited","value":10}""").On("/consumption", HttpStatusCode.OK, """{"totalUsage":9}""");
        var outcome = await _line.Client().Multicast([.. Enumerable.Repeat("U1", people)], Messages, Guid.Empty, Cancel);
        Assert.Equal(reason, outcome is Sending.Refused refused ? refused.Reason : Assert.IsType<Sending.TryAgain>(outcome).Reason);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task When_LINE_fails_nobody_knows(int status)
    {
        _line.On("/reply", (HttpStatusCode)status, "{}");
        Assert.Equal(new Sending.Unknown($"{status}"), await Reply());
    }

    [Fact]
    public async Task A_page_in_HTML_is_not_LINE_speaking()
    {
        _line.On("/reply", HttpStatusCode.OK, "<html>sign in</html>", "text/html");
        Assert.IsType<Sending.Unknown>(await Reply());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _line.On("/reply", HttpStatusCode.Found, "");
        Assert.True(Assert.IsType<Sending.TryAgain>(await Reply()).CertainlyNotAccepted);
        Assert.Single(_line.To("/reply"));
    }

    [Fact]
    public async Task An_answer_of_ten_megabytes_is_an_answer()
    {
        _line.On("/reply", HttpStatusCode.OK, new string('x', 10_000_000));
        Assert.IsType<Sending.Delivered>(await Reply());
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_LINE_does_not_like_is_replaced(int status)
    {
        _line.On("/reply", (HttpStatusCode)status, "{}").On("/reply", HttpStatusCode.OK);
        var client = _line.Client();
        Assert.True(Assert.IsType<Sending.TryAgain>(await Reply(client)).CertainlyNotAccepted);
        Assert.IsType<Sending.Delivered>(await Reply(client));
        Assert.Equal(["token-1", "token-2"], _line.To("/reply").Select(asked => asked.Token));
    }

    [Theory]
    [InlineData("""{"type":"limited","value":200}""", """{"totalUsage":200}""", true)]
    [InlineData("""{"type":"limited","value":200}""", """{"totalUsage":199}""", false)]
    [InlineData("""{"type":"none"}""", """{"totalUsage":5000}""", false)]
    [InlineData("[]", "null", false)]
    public async Task Too_many_is_final_only_when_the_quota_is_used_up(string quota, string used, bool final)
    {
        _line.On("/push", HttpStatusCode.TooManyRequests, """{"message":"You have reached your monthly limit."}""")
            .On("/quota", HttpStatusCode.OK, quota).On("/consumption", HttpStatusCode.OK, used);
        var outcome = await Push();
        Assert.Equal(final ? new Sending.Refused("quota") : new Sending.TryAgain(TimeSpan.FromSeconds(5), "429 monthly_limit", true), outcome);
    }

    [Fact]
    public async Task A_reply_is_free_so_the_quota_is_not_asked()
    {
        _line.On("/reply", HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.IsType<Sending.TryAgain>(await Reply()).After);
        Assert.Empty(_line.To("/quota"));
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_said()
    {
        _line.Unreachable = new HttpRequestException(HttpRequestError.ConnectionError);
        Assert.Equal(new Sending.TryAgain(TimeSpan.FromSeconds(1), "ConnectionError", true), await Reply());
    }

    [Fact]
    public async Task A_connection_cut_after_the_words_went_out_leaves_doubt()
    {
        _line.On("/reply", _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        Assert.Equal(new Sending.Unknown("ResponseEnded"), await Reply());
        Assert.Single(_line.To("/reply"));
    }

    [Fact]
    public async Task Ten_seconds_of_silence_leave_doubt()
    {
        var asked = new TaskCompletionSource();
        _line.On("/reply", async cancel =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException();
        });
        var reply = Reply();
        await asked.Task;
        _line.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(reply.IsCompleted);
        _line.Time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(new Sending.Unknown("timeout"), await reply);
    }

    [Fact]
    public async Task Stopping_in_the_middle_is_an_outcome_too()
    {
        using var stop = new CancellationTokenSource();
        _line.On("/reply", async cancel =>
        {
            await stop.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        });
        Assert.Equal(new Sending.Unknown("stopped"), await _line.Client().Reply("rt", Messages, stop.Token));
    }

    private Task<Sending> Reply(LineClient? client = null) => (client ?? _line.Client()).Reply("rt", Messages, Cancel);

    private Task<Sending> Push() => _line.Client().Push("U1", Messages, Guid.NewGuid(), Cancel);
}
