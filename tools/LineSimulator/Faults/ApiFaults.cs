using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>What faults do to an API call, before it is carried out and after.</summary>
internal static class ApiFaults
{
    /// <summary>An answer in place of doing anything; null lets the call through.</summary>
    public static Answer? Instead(PlannedFault? fault, Call call)
    {
        switch (fault?.Kind)
        {
            case Fault.ApiErrorBefore or Fault.ApiCutBefore: return LineErrors.Internal;
            case Fault.ApiRateLimited: return LineErrors.RateLimited;
            case Fault.ApiQuotaReached: return LineErrors.QuotaReached;
            case Fault.ApiTokenExpired:
                call.World.Tokens.Expire(call.Header("Authorization") ?? "");
                return LineErrors.InvalidToken;
            case Fault.ApiReplyTokenExpired:
                if (LineJson.Object(call.Bytes)?.String("replyToken") is { } token) call.World.ReplyTokens.Redeem(token);
                return LineErrors.InvalidReplyToken;
            default: return null;
        }
    }

    public static Answer Afterwards(PlannedFault? fault, Answer done, Call call) => fault?.Kind switch
    {
        Fault.ApiErrorAfter => LineErrors.Internal,
        Fault.ApiAlreadyAccepted when done.Status == 200 => LineErrors.AlreadyAccepted(new Accepted(call.RequestId, Sent(done), default)),
        _ => done,
    };

    private static IReadOnlyList<object>? Sent(Answer done) =>
        JsonElement.Parse(done.Body).Part("sentMessages") is { } sent ? [.. sent.EnumerateArray().Select(one => (object)one.Clone())] : null;
}
