using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Concierge.Core.Conversations;

namespace Concierge.Data;

/// <summary>Each member's append-only list of answers; the newest of a question that was not taken back is the answer.</summary>
public sealed class Answers
{
    private readonly Unit unit;
    private readonly Statement add, of, blank;

    internal Answers(Unit unit)
    {
        this.unit = unit;
        add = unit.Make(
            """
            INSERT INTO answer (member_id, questionnaire, question, value, at, supersedes, line_message_id, answered_by)
            VALUES (@member, @questionnaire, @question, @value, @at, @supersedes, @line, @by)
            """,
            "member text, questionnaire text, question text, value bytes, at long, supersedes long, line text, by text");
        of = unit.Make(
            "SELECT id, questionnaire, question, value, at, line_message_id FROM answer WHERE member_id = @member AND value IS NOT NULL ORDER BY id",
            "member text");
        blank = unit.Make(
            "UPDATE answer SET value = NULL WHERE member_id = @member AND line_message_id = @line AND value IS NOT NULL",
            "member text, line text");
    }

    /// <param name="supersedes">The answer that this one corrects; it stays in the list and counts again when this one is taken back.</param>
    /// <param name="messageId">LINE's id of the message it came from, or null for a button.</param>
    /// <param name="answeredBy">Who gave it: the person, or staff on their behalf.</param>
    public void Add(
        string memberId,
        string questionnaire,
        string question,
        AnswerValue value,
        DateTimeOffset at,
        long? supersedes,
        string? messageId,
        string answeredBy,
        MemberKey key)
    {
        var body = unit.Vault.Seal(key, Fields.AnswerValue, JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Compact.AnswerValue));
        add.Run(memberId, questionnaire, question, body, at, supersedes, messageId, answeredBy);
    }

    /// <summary>Oldest first, without those taken back.</summary>
    public ImmutableArray<Answer> Of(string memberId, MemberKey key)
    {
        var rows = of.All(Row, memberId);
        var answers = ImmutableArray.CreateBuilder<Answer>(rows.Count);
        foreach (var row in rows) answers.Add(new Answer(row.Id, row.Questionnaire, row.Question, Opened(row, key), row.At, row.MessageId));
        return answers.MoveToImmutable();
    }

    /// <summary>Takes back what was said in a message that was unsent.</summary>
    /// <returns>How many answers it was.</returns>
    public int BlankFrom(string memberId, string lineMessageId) => blank.Run(memberId, lineMessageId);

    /// <summary>An answer that EF has read.</summary>
    public AnswerValue Open(Sealed value, MemberKey key) =>
        JsonSerializer.Deserialize(unit.Vault.Open(key, Fields.AnswerValue, value), StoredJson.Compact.AnswerValue)!;

    private AnswerValue Opened(Stored row, MemberKey key) => Open(row.Value, key);

    private static Stored Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Sealed(3), row.Instant(4), row.TextOrNull(5));

    private sealed record Stored(long Id, string Questionnaire, string Question, Sealed Value, DateTimeOffset At, string? MessageId);
}
