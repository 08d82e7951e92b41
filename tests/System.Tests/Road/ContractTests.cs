using Concierge.Bot.Workers;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Line;
using Concierge.SystemTests.OpenApi;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>What we send, held against LINE's own documents.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Transcripts => [.. Transcript.Names];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Every_request_of_every_conversation_is_one_that_LINE_allows(string name)
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        var asked = (await EveryTranscript.Straight(DatabaseProvider.Sqlite, Transcript.Read(name))).Requests;

        Assert.Contains(asked, request => request.Path == "/v2/bot/message/reply");
        Assert.All(asked, request => Assert.Equal(200, request.Status));
        EachIsAllowed(asked);
    }

    [Fact]
    public async Task Every_request_of_a_day_on_which_LINE_fails_is_one_that_LINE_allows()
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        town.Line.MonthlyQuota = 5;
        var hanako = town.Line.Person("花子");
        town.Line.Faults.Next(Fault.ApiReplyTokenExpired, "/v2/bot/message/reply");
        town.Line.Faults.Next(Fault.ApiRateLimited, "/v2/bot/message/push");
        await hanako.Follows();
        await town.Settles();
        await town.Passes(TimeSpan.FromSeconds(10));
        await town.Part<Dots>().Show(town.Database.Reader.Read(unit => unit.Db.LineUsers.Single().MemberId), TestContext.Current.CancellationToken);

        var asked = town.Line.Requests.Select(request => request.Path).Distinct().Order();
        Assert.Equal(
            [
                "/oauth2/v3/token", "/v2/bot/chat/loading/start", "/v2/bot/info", "/v2/bot/message/push", "/v2/bot/message/quota",
                "/v2/bot/message/quota/consumption", "/v2/bot/message/reply",
            ],
            asked);
        EachIsAllowed(town.Line.Requests);
    }

    private static void EachIsAllowed(IEnumerable<RecordedRequest> asked)
    {
        foreach (var request in asked.Where(request => request.Method != "GET" && request.Path != "/oauth2/v3/token"))
        {
            var schema = request.Path switch
            {
                "/v2/bot/message/reply" => "ReplyMessageRequest",
                "/v2/bot/message/push" => "PushMessageRequest",
                "/v2/bot/chat/loading/start" => "ShowLoadingAnimationRequest",
                var other => throw new InvalidOperationException($"Nobody holds {other} against LINE's documents."),
            };
            Assert.Empty(LineOpenApi.Messaging!.Errors(schema, request.Body));
        }
    }

    [Fact]
    public void Every_sample_reply_is_one_that_LINE_allows()
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        foreach (var (name, reply) in Samples.Replies)
        {
            var messages = System.Text.Encoding.UTF8.GetString(Concierge.Bot.Line.LineBytes.Write(Samples.Render(reply)));
            var errors = LineOpenApi.Messaging!.Errors("ReplyMessageRequest", $$"""{"replyToken":"t","messages":{{messages}}}""");
            Assert.True(errors.Count == 0, $"{name}: {string.Join("; ", errors)}");
        }
    }
}
