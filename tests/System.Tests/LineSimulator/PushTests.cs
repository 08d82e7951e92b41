using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class PushTests : Town
{
    private const string Key = "123e4567-e89b-12d3-a456-426614174000";

    [Fact]
    public async Task A_push_appears_on_the_phone_and_counts_once_however_many_bubbles()
    {
        await Post("/v2/bot/message/push", new { to = Hanako.Id, messages = new[] { Text("一"), Text("二"), Text("三") } });
        Assert.Equal(["一", "二", "三"], Hanako.FromBot.Select(item => item.Text));
        Assert.Equal(1, Line.Consumption);
        Assert.Equal(1, (long)(await Get("/v2/bot/message/quota/consumption")).Json["totalUsage"]!);
    }

    [Fact]
    public async Task A_retry_key_taken_before_is_answered_with_409_and_what_was_sent()
    {
        var first = await Push(Hanako, retryKey: Key);
        var second = await Push(Hanako, retryKey: Key);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("The retry key is already accepted", second.Message);
        Assert.True(JsonNode.DeepEquals(first.Json["sentMessages"], second.Json["sentMessages"]));
        Assert.Equal(first.Headers.GetValues("x-line-request-id"), second.Headers.GetValues("x-line-accepted-request-id"));
        Assert.Single(Hanako.FromBot);
    }

    [Theory]
    [InlineData(23, HttpStatusCode.Conflict, 1)]
    [InlineData(24, HttpStatusCode.OK, 2)]
    public async Task After_24_hours_the_same_retry_key_sends_again(int hours, HttpStatusCode expected, int seen)
    {
        await Push(Hanako, retryKey: Key);
        Clock.Advance(TimeSpan.FromHours(hours));
        Assert.Equal(expected, (await Push(Hanako, retryKey: Key)).Status);
        Assert.Equal(seen, Hanako.FromBot.Count);
    }

    [Fact]
    public async Task A_retry_key_is_a_UUID() => Assert.Equal(HttpStatusCode.BadRequest, (await Push(Hanako, retryKey: "again")).Status);

    [Fact]
    public async Task A_refused_push_does_not_take_the_retry_key()
    {
        Line.MonthlyQuota = 0;
        await Push(Hanako, retryKey: Key);
        Line.MonthlyQuota = null;
        Assert.Equal(HttpStatusCode.OK, (await Push(Hanako, retryKey: Key)).Status);
    }

    [Fact]
    public async Task A_multicast_taken_before_tells_no_messages()
    {
        var body = new { to = new[] { Hanako.Id }, messages = new[] { Text("はい") } };
        await Post("/v2/bot/message/multicast", body, Key);
        var second = await Post("/v2/bot/message/multicast", body, Key);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.False(second.Json.ContainsKey("sentMessages"));
    }

    [Fact]
    public async Task Beyond_the_quota_nothing_is_sent()
    {
        Line.MonthlyQuota = 1;
        await Push(Hanako);
        var second = await Push(Hanako);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        Assert.Equal("You have reached your monthly limit.", second.Message);
        Assert.Single(Hanako.FromBot);
        Assert.Equal(1, (long)(await Get("/v2/bot/message/quota")).Json["value"]!);
    }

    [Fact]
    public async Task The_quota_begins_anew_with_the_month_in_Japan()
    {
        Line.MonthlyQuota = 1;
        await Push(Hanako);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, (await Push(Hanako)).Status);
    }

    [Fact]
    public async Task A_push_to_somebody_who_blocks_is_taken_but_neither_delivered_nor_counted()
    {
        await Hanako.Blocks();
        Assert.Equal(HttpStatusCode.OK, (await Push(Hanako)).Status);
        Assert.Empty(Hanako.FromBot);
        Assert.Equal(0, Line.Consumption);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/v2/bot/profile/{Hanako.Id}")).Status);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 0)]
    public async Task Who_wrote_without_being_a_friend_can_be_reached_for_seven_days(int days, int seen)
    {
        var taro = Line.Person("太郎");
        await taro.Says("やあ");
        Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(HttpStatusCode.OK, (await Push(taro)).Status);
        Assert.Equal((seen, seen), (taro.FromBot.Count, Line.Consumption));
    }

    [Fact]
    public async Task A_push_to_nobody_fails()
    {
        var nobody = await Post("/v2/bot/message/push", new { to = "U" + new string('0', 32), messages = new[] { Text("はい") } });
        Assert.Equal("Failed to send messages", nobody.Message);
        var nonsense = await Post("/v2/bot/message/push", new { to = "花子", messages = new[] { Text("はい") } });
        Assert.Equal("The property, to, in the request body is invalid (line: -, column: -)", nonsense.Message);
    }

    [Fact]
    public async Task A_multicast_to_one_unknown_person_reaches_nobody()
    {
        var answer = await Post("/v2/bot/message/multicast", new { to = new[] { Hanako.Id, "U0" }, messages = new[] { Text("はい") } });
        Assert.Equal("The property, to[1], in the request body is invalid (line: -, column: -)", answer.Message);
        Assert.Empty(Hanako.FromBot);
    }

    [Fact]
    public async Task A_broadcast_reaches_every_follower_and_counts_each()
    {
        var taro = Line.Person("太郎");
        await taro.Follows();
        await Line.Person("次郎").Says("まだ友だちではありません");
        await Post("/v2/bot/message/broadcast", new { messages = new[] { Text("お知らせ") } });
        Assert.Equal("お知らせ", taro.FromBot.Single().Text);
        Assert.Equal(2, Line.Consumption);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (long)(await Get("/v2/bot/message/delivery/broadcast?date=20261124")).Json["success"]!);
    }

    [Fact]
    public async Task Sixty_broadcasts_drain_the_hours_bucket_and_a_minute_gives_one_back()
    {
        for (var i = 0; i < 60; i++) Assert.Equal(HttpStatusCode.OK, (await Broadcast()).Status);
        Assert.Equal("The API rate limit has been exceeded. Try again later.", (await Broadcast()).Message);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await Broadcast()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Broadcast()).Status);

        Task<ApiAnswer> Broadcast() => Post("/v2/bot/message/broadcast", new { messages = new[] { Text("お知らせ") } });
    }
}
