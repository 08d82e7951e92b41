using System.Net;
using Concierge.Bot.Line;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class ChannelTokensTests
{
    private readonly FakeLine _line = new();
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_issued_from_id_and_secret()
    {
        var (_, tokens) = _line.Rig(options => options.ChannelSecrets = ["a+b c"]);
        Assert.Equal(new ChannelToken.Ready("token-1"), await tokens.Get(Cancel));
        var asked = Assert.Single(_line.Requests);
        Assert.Equal(("POST", "/oauth2/v3/token"), (asked.Method, asked.Path));
        Assert.Equal("application/x-www-form-urlencoded", asked.Type);
        Assert.Equal("grant_type=client_credentials&client_id=1234&client_secret=a%2Bb%20c", asked.Body);
        Assert.Null(asked.Token);
    }

    [Fact]
    public async Task A_token_of_the_settings_is_used_as_it_is()
    {
        var (_, tokens) = _line.Rig(options => options.ChannelAccessToken = " long-lived\n");
        Assert.Equal(new ChannelToken.Ready("long-lived"), await tokens.Get(Cancel));
        Assert.Empty(_line.Requests);
    }

    [Fact]
    public async Task It_is_kept_until_shortly_before_its_end()
    {
        var (_, tokens) = _line.Rig();
        await tokens.Get(Cancel);
        _line.Time.Advance(TimeSpan.FromSeconds(839));
        Assert.Equal(new ChannelToken.Ready("token-1"), await tokens.Get(Cancel));
        _line.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ChannelToken.Ready("token-2"), await tokens.Get(Cancel));
    }

    [Fact]
    public async Task A_hundred_who_wait_share_one_request()
    {
        var gate = new TaskCompletionSource();
        _line.On("/token", async _ =>
        {
            await gate.Task;
            return FakeLine.Answer(HttpStatusCode.OK, """{"access_token":"shared","expires_in":900}""");
        });
        var (_, tokens) = _line.Rig();
        var waiting = Enumerable.Range(0, 100).Select(_ => tokens.Get(Cancel)).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal(new ChannelToken.Ready("shared"), token));
        Assert.Single(_line.Requests);
    }

    [Fact]
    public async Task Who_gives_up_does_not_spoil_it_for_the_others()
    {
        var gate = new TaskCompletionSource();
        _line.On("/token", async _ =>
        {
            await gate.Task;
            return FakeLine.Answer(HttpStatusCode.OK, """{"access_token":"shared","expires_in":900}""");
        });
        var (_, tokens) = _line.Rig();
        using var impatient = new CancellationTokenSource();
        var first = tokens.Get(impatient.Token);
        var second = tokens.Get(Cancel);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Equal(new ChannelToken.Ready("shared"), await second);
    }

    [Fact]
    public async Task When_none_is_given_we_wait_longer_each_time_and_do_not_storm()
    {
        _line.On("/token", HttpStatusCode.InternalServerError);
        var (client, tokens) = _line.Rig();
        Assert.Equal(new ChannelToken.NotNow(TimeSpan.FromSeconds(1), "token"), await tokens.Get(Cancel));
        for (var i = 0; i < 50; i++)
            Assert.True(Assert.IsType<Sending.TryAgain>(await client.Reply("rt", new byte[] { 1 }, Cancel)).CertainlyNotAccepted);
        Assert.Single(_line.Requests);

        _line.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ChannelToken.NotNow(TimeSpan.FromSeconds(2), "token"), await tokens.Get(Cancel));
        for (var i = 0; i < 60; i++)
        {
            _line.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.InRange(Assert.IsType<ChannelToken.NotNow>(await tokens.Get(Cancel)).After.TotalSeconds, 1, 60);
        }
    }

    [Fact]
    public async Task A_secret_staged_for_rotation_is_tried_when_the_first_is_dead()
    {
        _line.On("/token", HttpStatusCode.BadRequest, """{"error":"invalid_client"}""")
            .On("/token", HttpStatusCode.OK, """{"access_token":"from-second","expires_in":900}""");
        var (_, tokens) = _line.Rig(options => options.ChannelSecrets = ["dead", "staged"]);
        Assert.Equal(new ChannelToken.Ready("from-second"), await tokens.Get(Cancel));
        Assert.Contains("client_secret=staged", _line.Requests[1].Body);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"access_token":7}""")]
    [InlineData("""{"access_token":"two\nlines"}""")]
    public async Task An_answer_without_a_token_is_no_token(string body)
    {
        _line.On("/token", HttpStatusCode.OK, body);
        Assert.IsType<ChannelToken.NotNow>(await _line.Rig().Tokens.Get(Cancel));
    }

    [Fact]
    public async Task Only_the_token_that_was_refused_is_thrown_away()
    {
        var (_, tokens) = _line.Rig();
        await tokens.Get(Cancel);
        tokens.Invalidate("an older one");
        Assert.Equal(new ChannelToken.Ready("token-1"), await tokens.Get(Cancel));
        tokens.Invalidate("token-1");
        Assert.Equal(new ChannelToken.Ready("token-2"), await tokens.Get(Cancel));
    }

    [Fact]
    public void A_token_does_not_print_itself() => Assert.DoesNotContain("secret-token", new ChannelToken.Ready("secret-token").ToString());
}
