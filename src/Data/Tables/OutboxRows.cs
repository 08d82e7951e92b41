using System.Data.Common;
using System.Text;

namespace Concierge.Data;

/// <summary>Reading and opening rows of the outbox.</summary>
internal static class OutboxRows
{
    public const string Columns = """
        seq, dedupe_key, retry_key, member_id, kind, reply_token, token_at, body, epoch, critical, state, attempts, ambiguous, fence,
        first_try_at, next_at, expires_at, line_request_id, reason, push_to
        """;

    /// <summary>The row still without what is sealed, which cannot be opened while the reader is.</summary>
    public static Stored Read(DbDataReader row) => new(
        new OutboxRow(
            row.GetInt64(0),
            row.GetString(1),
            row.GetGuid(2),
            row.GetString(3),
            row.GetString(4),
            null,
            row.Instant(6),
            [],
            row.GetInt32(8),
            row.GetBoolean(9),
            Enum.Parse<OutboxState>(row.GetString(10)),
            row.GetInt32(11),
            row.GetBoolean(12),
            row.GetInt32(13),
            row.InstantOrNull(14),
            row.Instant(15),
            row.Instant(16),
            row.TextOrNull(17),
            row.TextOrNull(18)),
        row.SealedOrNull(5),
        row.Sealed(7),
        row.SealedOrNull(19));

    public static OutboxRow Opened(Stored stored, MemberKey key, Vault vault) => stored.Row with
    {
        ReplyToken = stored.Token is { } token ? Encoding.UTF8.GetString(vault.Open(key, Fields.OutboxReplyToken, token)) : null,
        PushTo = stored.PushTo is { } to ? Encoding.UTF8.GetString(vault.Open(key, Fields.OutboxPushTo, to)) : null,
        Body = vault.Open(key, Fields.OutboxBody, stored.Body),
    };

    /// <summary>The row as it will be stored, still without its place.</summary>
    public static OutboxRow Of(NewOutboxRow added, OutboxState state, DateTimeOffset leaseUntil)
    {
        var sending = state == OutboxState.Sending;
        return new OutboxRow(
            Seq: 0,
            added.DedupeKey,
            added.RetryKey,
            added.MemberId,
            added.Kind,
            added.ReplyToken,
            added.TokenAt,
            added.Body,
            added.Epoch,
            added.Critical,
            state,
            Attempts: sending ? 1 : 0,
            Ambiguous: false,
            Fence: sending ? 1 : 0,
            FirstTryAt: sending ? added.Now : null,
            NextAt: sending ? leaseUntil : added.Now,
            added.ExpiresAt,
            LineRequestId: null,
            Reason: null,
            added.PushTo);
    }

    public sealed record Stored(OutboxRow Row, Sealed? Token, Sealed Body, Sealed? PushTo);
}
