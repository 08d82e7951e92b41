using System.Text;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Reception;

/// <summary>A person takes a message back: its words are gone everywhere, with whatever we made of them.</summary>
public sealed class UnsendTests
{
    private const string Secret = "ひみつの岬";
    private const string Reply = "/v2/bot/message/reply", Push = "/v2/bot/message/push";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_that_were_taken_back_stand_nowhere_any_more(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Privacy:PrivateQuestions", "Chat"));
        var hanako = await AtAWrittenQuestion(town);
        await hanako.Says(Secret);
        await town.Settles();
        // What we say later quotes it too.
        await hanako.Says("答えを見る");
        await town.Settles();
        Assert.Contains(Secret, string.Concat(hanako.FromBot.Select(item => item.Message.GetRawText())));
        Assert.NotEmpty(Kept(town));

        var answers = Answers(town);
        await hanako.Unsends(hanako.Chat.Last(item => item.From == ChatItem.Person && item.Text == Secret).Id);
        await town.Settles();
        Assert.Empty(Kept(town));
        Assert.Equal(answers - 1, Answers(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_whose_unsend_came_first_are_never_heard(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Privacy:PrivateQuestions", "Chat"));
        var hanako = await AtAWrittenQuestion(town);
        var (answers, said) = (Answers(town), hanako.FromBot.Count);
        town.Line.Faults.Next(Fault.WebhookUnsendFirst);
        await hanako.Says(Secret);
        await town.Settles();

        Assert.Empty(Kept(town));
        Assert.Equal((answers, said), (Answers(town), hanako.FromBot.Count));
        // The question is still open.
        await hanako.Says("むかしの しごとの こと");
        await town.Settles();
        Assert.Equal(answers + 1, Answers(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_answer_to_words_that_were_taken_back_is_not_sent_any_more(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Privacy:PrivateQuestions", "Chat"));
        var hanako = await AtAWrittenQuestion(town);
        await hanako.Says("もう一度");
        await town.Settles();
        var said = hanako.FromBot.Count;
        town.Line.Faults.Next(Fault.ApiRateLimited, Reply);
        await hanako.Says(Secret);
        await town.Settles();
        await hanako.UnsendsLast();
        await town.Settles();

        await town.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(said, hanako.FromBot.Count);
        Assert.Empty(Kept(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_in_an_event_that_could_not_be_handled_go_too(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        await hanako.Says(Secret);
        await town.Settles();
        var message = hanako.Chat.Last(item => item.Text == Secret).Id;
        var (member, now) = (town.Database.Reader.Read(unit => unit.Db.LineUsers.Single().MemberId), town.Clock.GetUtcNow());
        // As it stands after five tries in vain.
        var raw = Encoding.UTF8.GetBytes(Written.Event("parked", hanako.Id, "message", now, $$""","message":{"type":"text","id":"{{message}}","text":"{{Secret}}"}"""));
        await town.Database.Writer.Write(unit => unit.Inbox.Accept(new InboxEvent("line", "parked", member, now, now, raw, false, "bug")));
        Assert.Contains("inbox", Kept(town));

        await hanako.Unsends(message);
        await town.Settles();
        Assert.Empty(Kept(town));
        Assert.All(gate.Inbox, row => Assert.Equal(InboxState.Done, row.State));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_sent_is_not_kept_a_second_time_in_the_outbox(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Line.Person("花子").Follows();
        await town.Settles();
        Assert.Equal((OutboxState.Sent, 0), town.Database.Reader.Read(unit => unit.Db.Outbox.AsNoTracking().ToList()).Select(row => (row.State, row.Body.Bytes.Length)).Single());
    }

    private static async Task<Person> AtAWrittenQuestion(Town town)
    {
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await hanako.Says("棚卸しをはじめる");
        await town.Settles();
        for (var i = 0; i < 40; i++)
        {
            var question = hanako.FromBot[^1];
            if (question.Buttons.FirstOrDefault() is not { } first) return hanako;
            await hanako.Taps(first.Label, question);
            await town.Settles();
            if (hanako.FromBot[^1].Buttons.All(b => b.Label != "決定")) continue;
            await hanako.Taps("決定");
            await town.Settles();
        }
        throw new InvalidOperationException($"No question asked for words.\n{hanako.Transcript}");
    }

    private static int Answers(Town town) => town.Database.Reader.Read(unit =>
        unit.Answers.Of(unit.Db.LineUsers.Single().MemberId, unit.Members.Key(unit.Db.LineUsers.Single().MemberId)).Select(a => a.Question).Distinct().Count());

    /// <summary>The tables in which the words still stand, opened.</summary>
    private static List<string> Kept(Town town) => town.Database.Reader.Read(unit =>
    {
        var key = unit.Members.Key(unit.Db.LineUsers.Single().MemberId);
        var all = new List<(string Table, byte[] Plain)>();
        foreach (var row in unit.Db.Messages.AsNoTracking().ToList())
            if (row.Body is { } body) all.Add(("message", unit.Vault.Open(key, Fields.MessageBody, body)));
        foreach (var row in unit.Db.Answers.AsNoTracking().ToList())
            if (row.Value is { } value) all.Add(("answer", unit.Vault.Open(key, Fields.AnswerValue, value)));
        foreach (var row in unit.Db.Outbox.AsNoTracking().ToList())
            if (row.Body.Bytes.Length > 0) all.Add(("outbox", unit.Vault.Open(key, Fields.OutboxBody, row.Body)));
        foreach (var row in unit.Db.Inbox.AsNoTracking().ToList())
            if (row.Raw is { } raw) all.Add(("inbox", unit.Vault.OpenForSystem(Fields.InboxRaw, raw)));
        foreach (var row in unit.Db.Conversations.AsNoTracking().ToList())
            all.Add(("conversation", unit.Vault.Open(key, Fields.ConversationBody, row.Body)));
        return all.Where(one => Encoding.UTF8.GetString(one.Plain).Contains(Secret, StringComparison.Ordinal)).Select(one => one.Table).ToList();
    });
}
