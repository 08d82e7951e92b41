using Concierge.Core.Conversations;
using Concierge.Core.Handoff;

namespace Concierge.CoreTests.Conversations;

/// <summary>A shell that keeps the cases, and staff who work on them.</summary>
public sealed partial class Talk
{
    public const string Sato = "sato";

    private static readonly OpeningHours Hours = OpeningHours.Embedded;

    /// <summary>Every case of this person, oldest first.</summary>
    public List<HandoffCase> Cases { get; } = [];

    public StaffReplies StaffReplies { get; set; }

    public Proposal? Proposal { get; set; }

    public HandoffCase Case => Cases[^1];

    public void StaffClaim() => Hand(Case.Claim(Sato, Hours, Now), Owner.Staff);

    public void StaffSay(string text, StaffReplies? where = null)
    {
        Hand(Case.Speak(Sato, Hours, Now), Owner.Staff);
        Take(new Incoming.StaffSaid("佐藤", text, where) { At = Now, Channel = Channel });
    }

    public void StaffWait() => Hand(Case.WaitForCitizen(Sato, Now), Owner.Staff);

    public void StaffLeave(Leaving how)
    {
        Hand(
            how switch
            {
                Leaving.Resolved => Case.Resolve(Sato, Now),
                Leaving.Returned => Case.Return(Sato, Now),
                Leaving.Declined => Case.Decline(Sato, Now),
                Leaving.Escalated => Case.Escalate(Sato, Hours, Now),
                _ => Case.Release(Sato, Hours, Now),
            },
            Owner.Bot);
        Take(new Incoming.StaffLeft(Case.Number, how) { At = Now, Channel = Channel });
    }

    public void StaffPropose(Proposal proposal)
    {
        Proposal = proposal;
        Take(new Incoming.ReferralProposed { At = Now, Channel = Channel });
    }

    private Facts KnowingTheDesk(Facts facts) => facts with { Handoff = new(() => new HandoffFacts(Cases.LastOrDefault(), Proposal)), StaffReplies = StaffReplies };

    private void DoAtTheDesk(Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenCase open: Cases.Add(HandoffCase.Request("hanako", Cases.Count + 1, open.Trigger, open.Asks, null, Hours, Now)); break;
            case Effect.QueueCase when Cases.Count > 0: Case.Queue(); break;
            case Effect.HastenCase: Case.Hasten(); break;
            case Effect.WithdrawCase: Case.Withdraw(Now); break;
            case Effect.CitizenSpoke when Cases.Count > 0: Case.CitizenSpoke(Hours, Now); break;
            case Effect.RingCase: Case.Ring(Hours, Now); break;
            case Effect.RateCase rate: Cases[rate.Case - 1].Rate(rate.Rating); break;
            case Effect.AnswerReferral: Proposal = null; break;
            case Effect.PassOn said: Replies.Add(said.Reply); break;
            default: return;
        }
        SetTheClock();
    }

    private void Hand(Handing done, Owner owner)
    {
        if (done is not Handing.Done) throw new InvalidOperationException($"{done}");
        if (Conversation.Owner != owner) Conversation = Conversation with { Owner = owner, Epoch = Conversation.Epoch + 1, Revision = Conversation.Revision + 1 };
        SetTheClock();
    }

    private void SetTheClock()
    {
        if (Cases.LastOrDefault()?.Due is { } due) _timers[TalkToStaff.ClockKey] = new Effect.SetTimer(TalkToStaff.ClockKey, TalkToStaff.Id, TalkToStaff.Clock, "", due);
        else _timers.Remove(TalkToStaff.ClockKey);
    }
}
