using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Data;

public sealed class ModelTests
{
    /// <summary>Everything about a person is in one of these, and they are all sealed.</summary>
    private static readonly string[] Sensitive =
    [
        "answer.value",
        "broadcast_chunk.addresses",
        "case_note.body",
        "consultation.note",
        "contact.name", "contact.phone",
        "conversation.body",
        "errand.card",
        "finding.body",
        "inbox.raw",
        "key_canary.value",
        "kpi_entry.note",
        "member_key.wrapped",
        "message.body",
        "outbox.body", "outbox.push_to", "outbox.reply_token",
        "point_card.card",
        "referral.outcome", "referral.slip",
        "reply_token.token",
        "reservation.comment",
        "seminar.supporters",
        "staff.authenticator_key",
        "trouble.body",
    ];

    /// <summary>Text that may be read by whoever holds the file: ids, names of states and kinds, error codes.</summary>
    private static readonly string[] Plain =
    [
        "answer.answered_by", "answer.line_message_id", "answer.member_id", "answer.question", "answer.questionnaire",
        "audit.action", "audit.actor", "audit.fields", "audit.hash", "audit.previous", "audit.target",
        "audit_head.hash",
        "broadcast.approved_by", "broadcast.audience", "broadcast.body", "broadcast.code", "broadcast.content", "broadcast.content_hash", "broadcast.frozen",
        "broadcast.occurrence", "broadcast.reason", "broadcast.results", "broadcast.segment_hash", "broadcast.state", "broadcast.timing", "broadcast.writers",
        "broadcast_chunk.body_hash", "broadcast_chunk.line_request_id", "broadcast_chunk.node", "broadcast_chunk.reason", "broadcast_chunk.state",
        "broadcast_link.address", "broadcast_link.code",
        "broadcast_phone.added_by", "broadcast_phone.member_id",
        "broadcast_picture.added_by", "broadcast_picture.bytes", "broadcast_picture.id", "broadcast_picture.type",
        "broadcast_recipient.member_id", "broadcast_recipient.state",
        "card_try.card",
        "case_event.member_id", "case_event.staff", "case_event.what",
        "case_note.member_id", "case_note.staff",
        "consent.given_by", "consent.member_id", "consent.purpose", "consent.text",
        "consultation.id", "consultation.member_id", "consultation.taken_by", "consultation.theme", "consultation.way",
        "contact.member_id", "contact.written_by",
        "conversation.member_id", "conversation.owner",
        "data_request.completed_by", "data_request.id", "data_request.identity_checked_by", "data_request.kind", "data_request.member_id",
        "data_request.receipt", "data_request.taken_by",
        "erasure.member_hash", "erasure.number",
        "errand.channel", "errand.key", "errand.member_id",
        "feed.kind", "feed.member_id",
        "finding.form", "finding.member_id",
        "handoff_case.holder", "handoff_case.level", "handoff_case.member_id", "handoff_case.rating", "handoff_case.said_in", "handoff_case.state",
        "handoff_case.trigger",
        "inbox.channel", "inbox.error_code", "inbox.event_id", "inbox.member_id", "inbox.state",
        "job.name",
        "job_run.error", "job_run.job", "job_run.node",
        "join_code.code_hash", "join_code.member_id", "join_code.nonce",
        "join_try.member_id",
        "joined.member_id", "joined.visitor_hash",
        "kpi_entry.id", "kpi_entry.indicator", "kpi_entry.written_by",
        "kpi_indicator.key", "kpi_indicator.kind", "kpi_indicator.measure", "kpi_indicator.programme", "kpi_indicator.unit", "kpi_indicator.written_by",
        "kpi_kept.source", "kpi_kept.what",
        "kpi_target.fiscal_year", "kpi_target.indicator", "kpi_target.period", "kpi_target.written_by",
        "line_user.line_user_id", "line_user.member_id",
        "look_up.member_id", "look_up.outcome",
        "member.id",
        "member_gram.member_id",
        "member_key.member_id",
        "message.channel", "message.event_id", "message.line_message_id", "message.member_id", "message.sender",
        "message_gram.places",
        "once.actor", "once.answer", "once.key", "once.request_hash",
        "outbox.dedupe_key", "outbox.kind", "outbox.line_request_id", "outbox.member_id", "outbox.node", "outbox.reason", "outbox.state",
        "page_link.member_id", "page_link.page", "page_link.token_hash",
        "page_session.cookie_hash", "page_session.member_id",
        "point_card.member_id",
        "post.body", "post.changes", "post.state",
        "post_mark.kind", "post_mark.mark", "post_mark.member_id", "post_mark.terms",
        "referral.member_id", "referral.partner", "referral.state",
        "reply_token.member_id",
        "reservation.how", "reservation.member_id", "reservation.rating", "reservation.seminar_id", "reservation.state",
        "saved_audience.name", "saved_audience.rule", "saved_audience.written_by",
        "seminar.about", "seminar.address", "seminar.also_called", "seminar.area", "seminar.bring", "seminar.called_off_because", "seminar.day_code", "seminar.id", "seminar.kind",
        "seminar.online_url", "seminar.place", "seminar.series", "seminar.short", "seminar.state", "seminar.take_home", "seminar.task", "seminar.title",
        "seminar_kept.counts", "seminar_kept.seminar_id",
        "staff.id", "staff.login", "staff.name", "staff.password_hash", "staff.role", "staff.scope", "staff.security_stamp",
        "tally.day", "tally.kind",
        "timer.flow", "timer.key", "timer.kind", "timer.member_id", "timer.subject",
        "token.hash", "token.id", "token.name", "token.role", "token.scope", "token.staff_id",
        "tombstone.line_message_id", "tombstone.member_id",
        "trouble.key", "trouble.member_id",
        "wave.member_id", "wave.occasion", "wave.state",
    ];

    public static TheoryData<DatabaseProvider> Both => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    [Theory, MemberData(nameof(Both))]
    public void The_migrations_are_those_of_the_model(DatabaseProvider provider)
    {
        using var db = Db(provider);
        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration for both providers (see docs/architecture.md).");
    }

    [Theory, MemberData(nameof(Both))]
    public void What_is_sensitive_is_sealed_and_new_text_is_decided_upon(DatabaseProvider provider)
    {
        using var db = Db(provider);
        var columns = db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties())
            .Select(p => (Name: $"{p.DeclaringType.GetTableName()}.{p.GetColumnName()}", p.ClrType, Stored: p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(Sensitive, columns.Where(c => c.ClrType == typeof(Sealed) || c.ClrType == typeof(Sealed?)).Select(c => c.Name));
        Assert.Equal(Plain, columns.Where(c => c.Stored == typeof(string) || c.ClrType == typeof(byte[])).Select(c => c.Name));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Odd_characters_are_stored_alike_everywhere(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var odd = "a\0b\ud800c\udc00d👵";
        await test.Database.Writer.Write(u =>
        {
            var key = u.Members.Key(Some.Member(u, Some.Hanako));
            u.Inbox.Accept(Some.Event(odd, Some.Hanako));
            Assert.False(u.Inbox.Accept(Some.Event(odd, Some.Hanako)));
            Assert.Equal("ab\ufffdc\ufffdd👵", u.Inbox.Next(Some.Hanako, Some.At(1))!.EventId);
            Assert.Equal(1, u.Db.Inbox.Count(i => i.EventId == odd));
            Assert.Equal(1, u.Db.Inbox.Count(i => i.EventId.Contains("\ud800c")));

            u.Answers.Add(Some.Hanako, "inventory@1", "name", new AnswerValue.Written(odd), Some.Noon, null, null, "person", key);
            Assert.Equal("a\0b\ufffdc\ufffdd👵", ((AnswerValue.Written)u.Answers.Of(Some.Hanako, key)[0].Value).Text);
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EF_reads_what_was_written_by_hand(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node", Some.At(30));
            var row = u.Db.Outbox.Single(o => o.RetryKey == RetryKeys.From("e1", 0) && o.State == OutboxState.Sending && o.NextAt == Some.At(30) && !o.Critical);
            Assert.Equal(("node", 1, Some.At(1800)), (row.Node, row.Fence, row.ExpiresAt));
            row.State = OutboxState.Superseded;
        });
        Assert.Null(test.Database.Reader.Read(u => u.Outbox.NextDue()));
    }

    private static ConciergeDb Db(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=unused.db").Options)
        : new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=unused").Options);
}
