using System.Text.Json.Nodes;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.WebChat;

/// <summary>The concierge on the city's website, by the Direct Line protocol.</summary>
public sealed class DirectLineTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_visitor_is_welcomed_and_answers_by_word_by_card_and_by_suggestion(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        Assert.Contains("かしわコンシェルジュ", visitor.Heard[0].GetProperty("text").GetString());

        await visitor.Says("はい");
        await visitor.Presses("65〜69歳");
        await visitor.Says("北部");
        await visitor.Presses("メニュー");
        Assert.Contains("なにを しますか", visitor.Heard[^1].ToString());

        var spoken = visitor.Heard.Where(activity => activity.GetProperty("from").GetProperty("role").GetString() == "user").ToArray();
        Assert.Equal(["はい", "65〜69歳", "北部", "メニュー"], spoken.Select(activity => activity.GetProperty("text").GetString()));
        Assert.Equal("activity1", spoken[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public async Task What_was_posted_comes_back_under_the_id_that_was_given_for_it_and_twice_is_once()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        var first = await visitor.Posts(new JsonObject { ["type"] = "message", ["text"] = "はい" }, "same");
        var again = await visitor.Posts(new JsonObject { ["type"] = "message", ["text"] = "はい" }, "same");

        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Single(visitor.Heard, activity => activity.GetProperty("id").GetString() == first.GetProperty("id").GetString());
        Assert.Equal(visitor.Heard.Count, visitor.Heard.Select(activity => activity.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task After_a_reload_the_talk_stands_as_it_was_and_goes_on()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        await visitor.Says("はい");

        using var reloaded = new Visitor(town, "again");
        await reloaded.Returns(visitor.Token);
        Assert.Equal(visitor.Heard.Select(a => a.GetProperty("id").GetString()), reloaded.Heard.Select(a => a.GetProperty("id").GetString()));
        await reloaded.Ask(HttpMethod.Get, $"conversations/{visitor.Conversation}?watermark=0", 200);
        await reloaded.Presses("65〜69歳");
        Assert.Contains("どの地域", reloaded.Heard[^1].ToString());
    }

    [Fact]
    public async Task Nobody_reads_or_writes_without_the_token_of_the_talk()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var hanako = new Visitor(town);
        await hanako.Comes();
        using var other = new Visitor(town);
        await other.Comes();

        // Her address with another token is another talk.
        await hanako.Says("はい");
        var seen = (await other.Ask(HttpMethod.Get, $"conversations/{hanako.Conversation}/activities", 200)).GetProperty("activities").EnumerateArray();
        Assert.DoesNotContain(seen, activity => activity.GetProperty("id").GetString()!.StartsWith(hanako.Conversation, StringComparison.Ordinal));
        await other.Tries(HttpMethod.Post, $"conversations/{hanako.Conversation}/activities", new JsonObject { ["type"] = "message", ["text"] = "65〜69歳" });
        var heard = hanako.Heard.Count;
        await hanako.Polls();
        Assert.Equal(heard, hanako.Heard.Count);

        using var nobody = new Visitor(town);
        Assert.Equal(403, (await nobody.Tries(HttpMethod.Post, "conversations")).Status);
        Assert.Equal(403, (await nobody.Tries(HttpMethod.Get, $"conversations/{hanako.Conversation}/activities")).Status);
        Assert.Equal(403, (await nobody.Tries(HttpMethod.Post, "tokens/refresh")).Status);

        await town.Passes(TimeSpan.FromHours(13));
        Assert.Equal(403, (await hanako.Tries(HttpMethod.Get, $"conversations/{hanako.Conversation}/activities")).Status);
    }

    [Fact]
    public async Task Who_leaves_reads_the_receipt_and_nothing_else_stays()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        foreach (var words in Town.Welcome.Append("わたし")) await visitor.Says(words);
        await visitor.Presses("やめて全部消す");
        await visitor.Presses("進む");
        await visitor.Presses("はい、全部消す");
        Assert.Contains("受付番号", string.Concat(visitor.FromBot.TakeLast(2)));
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Answers.Count()));
    }

    [Fact]
    public async Task A_token_can_be_renewed_before_it_runs_out()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        await town.Passes(TimeSpan.FromHours(11));
        var renewed = await visitor.Ask(HttpMethod.Post, "tokens/refresh", 200);
        Assert.Equal(visitor.Conversation, renewed.GetProperty("conversationId").GetString());
        await town.Passes(TimeSpan.FromHours(2));
        await visitor.Returns(renewed.GetProperty("token").GetString()!);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""", 200)]
    [InlineData("""{"type":"event","name":"webchat/join"}""", 200)]
    [InlineData("""{"type":"message","text":"   "}""", 200)]
    [InlineData("""{"type":"message","value":{"tap":5}}""", 200)]
    [InlineData("""{"type":"message","text":5}""", 400)]
    [InlineData("""[]""", 400)]
    public async Task What_is_no_word_of_a_person_is_answered_with_nothing(string body, int status)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        var before = visitor.Heard.Count;
        Assert.Equal(status, (await visitor.Tries(HttpMethod.Post, $"conversations/{visitor.Conversation}/activities", JsonNode.Parse(body))).Status);
        await visitor.Polls();
        Assert.Equal(before, visitor.Heard.Count);
    }

    [Fact]
    public async Task A_flood_of_new_visitors_is_held_back()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        var answers = new List<int>();
        for (var i = 0; i <= Bot.Web.NewVisitors.InAMinute; i++) answers.Add((await visitor.Tries(HttpMethod.Post, "tokens/generate")).Status);
        Assert.Equal(429, answers[^1]);
        Assert.Equal(200, answers[0]);
    }

    [Fact]
    public async Task Danger_is_answered_here_too_with_numbers_to_call()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        await visitor.Says("もう死にたい");
        Assert.Contains("tel:0120279338", string.Concat(visitor.FromBot.Select(activity => activity.ToString())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_not_shown_does_not_stop_the_reading_of_what_comes_after_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        await visitor.Says("はい");
        var member = town.Database.Reader.Read(unit => unit.Db.Members.Single().Id);
        await town.Database.Writer.Write(unit =>
        {
            // Two answers' worth and more of what was said over LINE.
            for (var i = 0; i < 450; i++) unit.Messages.Add(Some.Words(unit, $"line-{i}", member, "LINEの ことば"));
        });
        await visitor.Says("65〜69歳");
        while (await MorePolled(visitor)) { }

        Assert.Contains("どの地域", visitor.Heard[^1].ToString());
        Assert.DoesNotContain(visitor.Heard, activity => activity.ToString().Contains("LINEの ことば", StringComparison.Ordinal));
    }

    /// <returns>Whether the place to read on from has moved: Web Chat polls for ever.</returns>
    private static async Task<bool> MorePolled(Visitor visitor)
    {
        var before = visitor.Watermark;
        await visitor.Polls();
        return visitor.Watermark != before;
    }
}
