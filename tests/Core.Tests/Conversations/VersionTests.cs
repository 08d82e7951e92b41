using System.Text.Json;
using Concierge.Core.Conversations;
using Xunit;

namespace Concierge.CoreTests.Conversations;

/// <summary>A person who has begun goes on by the questions she began with, whatever was published since.</summary>
public sealed class VersionTests
{
    /// <summary>As it lay in the database when inventory@1 was the newest: Hanako had answered three questions.</summary>
    private const string Recorded = """
        {"revision":5,"owner":"Bot","epoch":0,"sessions":[{"id":"inventory-2","flow":"inventory","questionnaire":"inventory@1","state":"Asking","step":"travel","picked":[],"unclear":0,"paused":false,"touchedAt":"2026-11-24T01:00:00+00:00"}]}
        """;

    [Fact]
    public void A_recorded_session_goes_on_with_the_questions_it_was_begun_with()
    {
        var talk = Hanako();
        talk.Says("もう一度");
        Assert.Contains("片道", talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Text);

        talk.Presses("歩いて15分");
        Assert.Equal("inventory@1", talk.Conversation.Top!.Questionnaire);
        Assert.Equal("inventory@1", talk.Answers.Last().Questionnaire);
        Assert.Equal("hours", talk.Conversation.Top.Step);
    }

    [Fact]
    public void A_recorded_session_can_be_finished_after_the_questions_have_changed()
    {
        var talk = Hanako(PrivateQuestions.Chat);
        talk.Says("もう一度");
        while (talk.Conversation.Top!.State == "Asking") talk.AnswersFirst();
        talk.Presses("これでよい");
        Assert.Contains(talk.Last!.Bubbles, bubble => bubble is Bubble.Card);
    }

    [Fact]
    public void A_newcomer_gets_the_newest_questions()
    {
        var talk = new Talk(questionnaires: Changed());
        talk.Enters();
        talk.Says("棚卸しをはじめる");
        Assert.Equal("inventory@2", talk.Conversation.Top!.Questionnaire);
    }

    private static Talk Hanako(PrivateQuestions mode = PrivateQuestions.Private)
    {
        var talk = new Talk(mode, Changed());
        talk.Remembers("inventory@1", "consent_service", "yes");
        talk.Remembers("inventory@1", "age", "65");
        talk.Remembers("inventory@1", "area", "north");
        talk.Conversation = JsonSerializer.Deserialize<Conversation>(Recorded, Web)!;
        return talk;
    }

    /// <summary>inventory@2: the travel question is gone, and the area has other options.</summary>
    private static Questionnaires Changed()
    {
        var first = Questionnaires.Embedded.Get("inventory@1");
        var second = first with
        {
            Version = 2,
            Questions = [.. first.Questions.Where(q => q.Key != "travel").Select(q => q.Key == "area" ? q with { Options = [new Option("all", "市内", "しない", [])] } : q)],
        };
        return new Questionnaires([Questionnaires.Embedded.Get("entry@1"), first, second]);
    }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
}
