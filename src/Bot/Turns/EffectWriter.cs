using Concierge.Bot.Board;
using Concierge.Bot.Consultation;
using Concierge.Bot.Frailty;
using Concierge.Bot.Line;
using Concierge.Bot.Members;
using Concierge.Bot.Points;
using Concierge.Bot.Web;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Turns;

/// <summary>Does what a turn wished for, in the turn's own transaction.</summary>
public sealed class EffectWriter(TapTokens taps, PageLinkMaker links, MemberEffects members, PostEffects posts, Node node)
{
    /// <summary>How long an answer in a chat is worth sending.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>Keeps what the person said: words sealed, everything else as a mark of its kind.</summary>
    public void Remember(TurnContext turn)
    {
        if (turn.Incoming is Incoming.TimeCame or Incoming.CardAnswered or Incoming.StaffSaid or Incoming.StaffLeft or Incoming.ReferralProposed) return;
        Keep(turn, Speaker.Person, 0, MessageIds.Of(turn.Incoming), StoredMessage.Of(turn.Incoming));
        turn.Unit.Feed.Add(turn.Now, "turn", turn.MemberId, turn.Row.Seq);
    }

    /// <returns>The row that may be sent as soon as this is committed; null when nothing is to be sent.</returns>
    public OutboxRow? Write(TurnContext turn, IReadOnlyList<Effect> wished)
    {
        OutboxRow? outgoing = null;
        for (var place = 0; place < wished.Count; place++)
        {
            switch (wished[place])
            {
                case Effect.Speak speak: outgoing = Speak(turn, speak.Reply, place + 1) ?? outgoing; break;
                case Effect.SaveAnswer answer: SaveAnswer(turn, answer); break;
                case Effect.BlankMessage blank: Forgetting.Of(turn, blank.MessageId, taps); break;
                case Effect.SetReachable reach: turn.Unit.Members.SetReachable(turn.MemberId, reach.Reachable, reach.At); break;
                case Effect.SetTimer timer: turn.Unit.Timers.Set(turn.MemberId, timer.Key, timer.Flow, timer.Kind, timer.Subject, timer.Due); break;
                case Effect.DropTimer timer: turn.Unit.Timers.Drop(turn.MemberId, timer.Key); break;
                case Effect.OfMember mine: turn = members.Write(turn, mine); break;
                case Effect.OfPost post: posts.Write(turn, post); break;
                case Effect.Notice notice: turn.Unit.Feed.Add(turn.Now, notice.Kind, turn.MemberId, turn.Row.Seq); break;
                case Effect.OfSeminar wish: Rosters.Do(turn.Unit, turn.MemberId, wish, turn.Now); break;
                case Effect.OfTrouble trouble: TroubleEffects.Write(turn, trouble); break;
                case Effect.OfPoints points: PointEffects.Write(turn, points); break;
                case Effect.PassOn said: outgoing = Send(turn, said.Reply, place + 1) ?? outgoing; break;
                case Effect.OfHandoff handoff: Cases.Do(turn.Unit, turn.MemberId, handoff, turn.Row.EventId, turn.Now); break;
                case Effect.MoveWave wish: FollowUps.Move(turn.Unit, turn.MemberId, wish, turn.Now); break;
                case Effect.OfFrailty check: FrailtyEffects.Write(turn, check); break;
                default: throw new InvalidOperationException($"EffectWriter does not know {wished[place].GetType().Name}.");
            }
        }
        // Staff answer with it, if they are quick.
        if (outgoing is null && turn is { Next.Owner: Owner.Staff, ReplyToken: { } unused }) ReplyTokens.Keep(turn.Unit, turn.MemberId, unused, turn.Row.ReceivedAt, turn.Key);
        return outgoing;
    }

    private OutboxRow? Speak(TurnContext turn, Reply reply, int place)
    {
        Keep(turn, Speaker.Bot, place, null, StoredMessage.Of(reply));
        return turn.Incoming.Channel == Channel.Line ? Send(turn, reply, place) : null;
    }

    private OutboxRow? Send(TurnContext turn, Reply reply, int place)
    {
        var messages = LineRenderer.Render(links.Absolute(reply), page => links.Make(turn.Unit, turn.MemberId, page, turn.Now), taps);
        return turn.Unit.Outbox.Add(
            new NewOutboxRow(
                Arrival.Keys(turn.Row.Channel, turn.Row.EventId) + place,
                RetryKeys.From(turn.Row.EventId, place),
                turn.MemberId,
                turn.ReplyToken is null ? OutboxKind.Push : OutboxKind.Reply,
                turn.ReplyToken,
                turn.TokenAt ?? turn.Row.ReceivedAt,
                LineBytes.Write(messages),
                turn.Incoming is Incoming.StaffSaid ? NewOutboxRow.OfStaff : turn.Next.Epoch,
                reply.Critical,
                turn.Now,
                reply.Until ?? turn.Now + Fresh,
                turn.PushTo),
            node.Id,
            turn.Now + Node.Lease);
    }

    private static void SaveAnswer(TurnContext turn, Effect.SaveAnswer answer) => turn.Unit.Answers.Add(
        turn.MemberId, answer.Questionnaire, answer.Question, answer.Value, turn.Now, answer.Supersedes, answer.MessageId, "member", turn.Key);

    private static void Keep(TurnContext turn, Speaker from, int place, string? messageId, byte[] body) =>
        turn.Unit.Messages.Add(new MessageRow(
            0, turn.MemberId, turn.Now, from, turn.Incoming.Channel, turn.Row.EventId, place, messageId, turn.Next.Epoch,
            turn.Unit.Vault.Seal(turn.Key, Fields.MessageBody, body)));
}
