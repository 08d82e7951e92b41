using System.Text;

namespace Concierge.Data;

/// <summary>
/// What is to be said over LINE. Per member the oldest open row first, under a lease; the fence that grows with every
/// claim keeps a holder that came back too late from finishing what another has taken over.
/// </summary>
public sealed class Outbox
{
    private const string Open = "state IN ('Pending', 'Sending')";

    private const string Heads = $"""
        FROM outbox o WHERE o.{Open} AND NOT EXISTS (
            SELECT 1 FROM outbox p WHERE p.{Open} AND p.member_id = o.member_id AND p.seq < o.seq)
        """;

    private readonly Unit unit;
    private readonly Statement hasOpen, isSaying, add, claim, finish, tryAgain, endLeases, due, nextDue, hasHeld, clearHeld, recall, retry, dismiss;

    internal Outbox(Unit unit)
    {
        this.unit = unit;
        hasOpen = unit.Make($"SELECT 1 FROM outbox WHERE member_id = @member AND {Open} LIMIT 1", "member text");
        isSaying = unit.Make(
            "SELECT 1 FROM outbox WHERE member_id = @member AND state = 'Sending' AND next_at > @now AND epoch < @epoch AND NOT critical LIMIT 1",
            "member text, now long, epoch int");
        add = unit.Make(
            """
            INSERT INTO outbox (dedupe_key, retry_key, member_id, kind, reply_token, push_to, token_at, body, epoch, critical, expires_at,
                state, attempts, ambiguous, fence, node, first_try_at, next_at)
            VALUES (@dedupe, @retry, @member, @kind, @token, @push_to, @token_at, @body, @epoch, @critical, @expires,
                @state, @tries, FALSE, @tries, @node, @first, @next)
            ON CONFLICT (dedupe_key) DO NOTHING RETURNING seq
            """,
            """
            dedupe text, retry uuid, member text, kind text, token bytes, push_to bytes, token_at long, body bytes, epoch int, critical flag,
            expires long, state text, tries int, node text, first long, next long
            """);
        claim = unit.Make(
            $"""
            UPDATE outbox SET ambiguous = (ambiguous OR state = 'Sending'), state = 'Sending', fence = fence + 1, attempts = attempts + 1,
                node = @node, next_at = @lease, first_try_at = COALESCE(first_try_at, @now)
            WHERE seq = (SELECT MIN(seq) FROM outbox WHERE member_id = @member AND {Open}) AND next_at <= @now
            RETURNING {OutboxRows.Columns}
            """,
            "member text, node text, now long, lease long");
        finish = unit.Make(
            """
            UPDATE outbox SET state = @state, line_request_id = @request, reason = @reason, finished_at = @now,
                reply_token = NULL, push_to = NULL, body = CASE WHEN @state = 'Refused' THEN body ELSE @nothing END
            WHERE seq = @seq AND fence = @fence AND state = 'Sending'
            """,
            "seq long, fence int, state text, request text, reason text, now long, nothing bytes");
        tryAgain = unit.Make(
            """
            UPDATE outbox SET state = 'Pending', next_at = @next, ambiguous = (ambiguous OR @ambiguous), kind = @kind, reason = @reason
            WHERE seq = @seq AND fence = @fence AND state = 'Sending'
            """,
            "seq long, fence int, next long, ambiguous flag, kind text, reason text");
        endLeases = unit.Make($"UPDATE outbox SET next_at = @now WHERE {Open} AND state = 'Sending' AND next_at > @now", "now long");
        due = unit.Make($"SELECT o.member_id {Heads} AND o.next_at <= @now ORDER BY o.next_at, o.seq LIMIT @max", "now long, max long");
        nextDue = unit.Make($"SELECT MIN(o.next_at) {Heads}");
        hasHeld = unit.Make("SELECT 1 FROM outbox WHERE member_id = @member AND state = 'Held' LIMIT 1", "member text");
        recall = unit.Make(
            $"""
            UPDATE outbox SET state = 'Superseded', reason = @reason, finished_at = @now, reply_token = NULL, body = @nothing
            WHERE member_id = @member AND ({Open} OR state = 'Refused') AND NOT critical AND (@all OR substr(dedupe_key, 1, length(@of)) = @of)
            """,
            "member text, all flag, of text, reason text, now long, nothing bytes");
        retry = unit.Make(
            """
            UPDATE outbox SET state = 'Pending', kind = @push, next_at = @now, expires_at = @expires, reason = NULL, finished_at = NULL
            WHERE seq = @seq AND state = 'Refused' AND (first_try_at IS NULL OR first_try_at > @oldest) AND length(body) > 0
            """,
            "seq long, now long, expires long, oldest long, push text");
        dismiss = unit.Make(
            """
            UPDATE outbox SET state = 'Superseded', reason = 'dismissed', finished_at = @now, body = @nothing
            WHERE seq = @seq AND state IN ('Review', 'Refused', 'Expired', 'Blocked')
            """,
            "seq long, now long, nothing bytes");
        clearHeld = unit.Make("UPDATE outbox SET state = 'Superseded' WHERE member_id = @member AND state = 'Held'", "member text");
    }

    /// <summary>
    /// Adds a row: as Sending under a lease of <paramref name="node"/> when the member has no other open row (the caller
    /// sends it when the write is durable), else as Pending.
    /// </summary>
    /// <param name="node">Null when the caller does not send: then always Pending.</param>
    /// <returns>Null when a row with this dedupe key is there already.</returns>
    public OutboxRow? Add(NewOutboxRow row, string? node, DateTimeOffset leaseUntil)
    {
        var sending = node is not null && hasOpen.Value(row.MemberId) is null;
        var added = OutboxRows.Of(row, sending ? OutboxState.Sending : OutboxState.Pending, leaseUntil);
        var key = unit.Members.Key(row.MemberId);
        var seq = add.Value(
            added.DedupeKey,
            added.RetryKey,
            added.MemberId,
            added.Kind,
            row.ReplyToken is null ? null : unit.Vault.Seal(key, Fields.OutboxReplyToken, Encoding.UTF8.GetBytes(row.ReplyToken)),
            row.PushTo is null ? null : unit.Vault.Seal(key, Fields.OutboxPushTo, Encoding.UTF8.GetBytes(row.PushTo)),
            added.TokenAt,
            unit.Vault.Seal(key, Fields.OutboxBody, row.Body),
            added.Epoch,
            added.Critical,
            added.ExpiresAt,
            added.State.ToString(),
            added.Attempts,
            sending ? node : null,
            added.FirstTryAt,
            added.NextAt);
        return seq is null ? null : added with { Seq = (long)seq };
    }

    /// <summary>
    /// Whether something that would be dropped by now is on its way to LINE: whoever sends takes the lease first and looks at the
    /// epoch then, so what is not leased when a new epoch stands is never sent.
    /// </summary>
    /// <param name="epoch">The conversation's, as it stands.</param>
    public bool IsSaying(string memberId, int epoch, DateTimeOffset now) => isSaying.Value(memberId, now, epoch) is not null;

    /// <summary>
    /// The member's oldest open row, when it is due: pending, or sending under a lease that ran out (then it is
    /// ambiguous, for it may have arrived). Null when there is none; never a younger row before an older open one.
    /// </summary>
    public OutboxRow? Claim(string memberId, string node, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        var row = claim.First(OutboxRows.Read, memberId, node, now, leaseUntil);
        return row is null ? null : OutboxRows.Opened(row, unit.Members.Key(memberId), unit.Vault);
    }

    /// <summary>Finished: what was said stands in the messages; token and body are blanked. What LINE refused keeps its body: staff may try it again.</summary>
    /// <param name="state">A final one.</param>
    /// <returns>False when another has claimed the row meanwhile, or it is finished.</returns>
    public bool Finish(long seq, int fence, OutboxState state, string? lineRequestId, string? reason, DateTimeOffset now) =>
        finish.Run(seq, fence, state.ToString(), lineRequestId, reason, now, Array.Empty<byte>()) > 0;

    /// <summary>
    /// What answers words that were taken back is not sent any more. What must arrive stays: it quotes nobody.
    /// </summary>
    /// <param name="of">How the dedupe keys of the words' own turn begin.</param>
    /// <param name="all">Everything that waits for this member, since all of it may quote them.</param>
    public void Recall(string memberId, string of, bool all, DateTimeOffset now, string reason = "unsent") => recall.Run(memberId, all, of, reason, now, Array.Empty<byte>());

    /// <param name="ambiguous">This try may have arrived; once true it stays true.</param>
    /// <param name="kind">Reply or push from now on.</param>
    /// <returns>False when another has claimed the row meanwhile, or it is finished.</returns>
    public bool TryAgain(long seq, int fence, DateTimeOffset nextAt, bool ambiguous, string kind, string? reason) =>
        tryAgain.Run(seq, fence, nextAt, ambiguous, kind, reason) > 0;

    /// <summary>Staff want it tried again, as a push: by the same key LINE knows it when it has arrived after all.</summary>
    /// <returns>False when it was not refused, was first tried too long ago (<see cref="RetryKeys.Life"/>), or its words are gone.</returns>
    public bool Retry(long seq, DateTimeOffset now, DateTimeOffset expiresAt) => retry.Run(seq, now, expiresAt, now - RetryKeys.Life, OutboxKind.Push) > 0;

    /// <summary>Staff have seen it and want nothing more of it.</summary>
    /// <returns>False when it is not over, or nobody wants it any more already.</returns>
    public bool Dismiss(long seq, DateTimeOffset now) => dismiss.Run(seq, now, Array.Empty<byte>()) > 0;

    /// <summary>
    /// For a process that starts and is alone (<see cref="Database.TakePlace"/>): what an earlier life was sending need not wait
    /// for its lease to run out. Such rows are claimed as ambiguous.
    /// </summary>
    public int EndLeases(DateTimeOffset now) => endLeases.Run(now);

    /// <summary>Members whose oldest open row can be claimed, the longest waiting first.</summary>
    public IReadOnlyList<string> MembersDue(DateTimeOffset now, int max) => due.All(static row => row.GetString(0), now, (long)max);

    /// <summary>When the next row can be claimed; null when none is open.</summary>
    public DateTimeOffset? NextDue() => nextDue.Value().AsInstant();

    /// <summary>Something we said may not have arrived: the next turn begins with where we were.</summary>
    public bool HasHeld(string memberId) => hasHeld.Value(memberId) is not null;

    /// <summary>It has been said again.</summary>
    public void ClearHeld(string memberId) => clearHeld.Run(memberId);
}
