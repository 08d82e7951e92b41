namespace Concierge.Data;

/// <summary>
/// Names of sealed fields. They are part of what is authenticated: a value moved to another column does not open.
/// Never rename one, stored values would be lost.
/// </summary>
public static class Fields
{
    public const string InboxRaw = "inbox.raw";
    public const string ConversationBody = "conversation.body";
    public const string MessageBody = "message.body";
    public const string AnswerValue = "answer.value";
    public const string OutboxBody = "outbox.body";
    public const string OutboxReplyToken = "outbox.reply_token";
    public const string OutboxPushTo = "outbox.push_to";
    public const string TroubleBody = "trouble.body";
    public const string PointCard = "point_card.card";
    public const string ErrandCard = "errand.card";
    public const string CardNumber = "card_try.card";
    public const string FindingBody = "finding.body";
    public const string ContactName = "contact.name";
    public const string ContactPhone = "contact.phone";
    public const string ConsultationNote = "consultation.note";
    public const string AuthenticatorKey = "staff.authenticator_key";
    public const string CaseNoteBody = "case_note.body";
    public const string ReferralSlip = "referral.slip";
    public const string ReferralOutcome = "referral.outcome";
    public const string ReplyToken = "reply_token.token";
    public const string SeminarSupporters = "seminar.supporters";
    public const string ReservationComment = "reservation.comment";
    public const string KpiNote = "kpi_entry.note";
    public const string ChunkAddresses = "broadcast_chunk.addresses";
    internal const string MemberKey = "member_key.wrapped";
    internal const string Canary = "key_canary.value";
}
