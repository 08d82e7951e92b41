using Concierge.Core.Handoff;
using Xunit;

namespace Concierge.CoreTests.Handoff;

public sealed class HandoffCaseTests
{
    private const string Sato = "sato", Suzuki = "suzuki";

    private static readonly OpeningHours Hours = OpeningHours.Embedded;

    /// <summary>Tuesday, ten o'clock.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void It_goes_from_the_request_to_its_end()
    {
        var one = Asked(asks: true);
        Assert.Equal(CaseState.Requested, one.State);
        Done(one.Queue(), one, CaseState.Queued);
        Done(one.Assign(Sato, Hours, Now), one, CaseState.Offered);
        Done(one.Claim(Sato, Hours, Now), one, CaseState.Accepted);
        Done(one.Speak(Sato, Hours, Now), one, CaseState.Active);
        Done(one.WaitForCitizen(Sato, Now), one, CaseState.WaitingForCitizen);
        Done(one.CitizenSpoke(Hours, Now), one, CaseState.Active);
        Done(one.Resolve(Sato, Now), one, CaseState.Resolved);
        Assert.Equal((8, Now, null), (one.Revision, one.EndedAt, one.Due));
    }

    [Fact]
    public void What_one_has_another_cannot_take_or_move()
    {
        var one = Claimed();
        var held = new Handing.HeldBy(Sato);
        Assert.Equal(
            Enumerable.Repeat(held, 7),
            new[] { one.Claim(Suzuki, Hours, Now), one.Speak(Suzuki, Hours, Now), one.WaitForCitizen(Suzuki, Now), one.Resolve(Suzuki, Now), one.Return(Suzuki, Now), one.Release(Suzuki, Hours, Now), one.Escalate(Suzuki, Hours, Now) });
        Assert.Equal((CaseState.Accepted, 2), (one.State, one.Revision));
    }

    [Fact]
    public void Who_has_it_takes_it_once() => Assert.Equal(new Handing.HeldBy(Sato), Claimed().Claim(Sato, Hours, Now));

    [Fact]
    public void Nobody_speaks_in_a_case_that_nobody_has() => Assert.Equal(new Handing.NotNow(CaseState.Queued), Asked().Speak(Sato, Hours, Now));

    [Fact]
    public void It_is_handed_on_through_an_offer_and_to_the_council_through_the_queue()
    {
        var one = Claimed();
        Done(one.Assign(Suzuki, Hours, Now), one, CaseState.Offered);
        Assert.Equal((Suzuki, false), (one.Holder, one.IsHeld));
        Done(one.Claim(Suzuki, Hours, Now), one, CaseState.Accepted);
        Done(one.Escalate(Suzuki, Hours, Now), one, CaseState.Queued);
        Assert.Equal((CaseLevel.Council, null), (one.Level, one.Holder));
    }

    [Theory]
    [InlineData(CaseState.Resolved)]
    [InlineData(CaseState.Returned)]
    [InlineData(CaseState.Declined)]
    [InlineData(CaseState.Withdrawn)]
    public void What_is_over_stays_as_it_is(CaseState end)
    {
        var one = Claimed();
        _ = end switch { CaseState.Resolved => one.Resolve(Sato, Now), CaseState.Returned => one.Return(Sato, Now), CaseState.Declined => one.Decline(Sato, Now), _ => one.Withdraw(Now) };
        var over = new Handing.NotNow(end);
        Assert.Equal(
            Enumerable.Repeat(over, 6),
            new[] { one.Claim(Sato, Hours, Now), one.Speak(Sato, Hours, Now), one.Withdraw(Now), one.CitizenSpoke(Hours, Now), one.Assign(Sato, Hours, Now), one.Queue() });
    }

    [Fact]
    public void Whoever_waits_in_the_queue_hears_three_times_that_it_takes_longer_and_then_how_else()
    {
        var one = Asked();
        Assert.Equal(Silence.None, one.Ring(Hours, Now));
        var heard = new List<(Silence, string)>();
        while (one.Due is { } due) heard.Add((one.Ring(Hours, due), $"{due.ToOffset(Now.Offset):d日 H:mm}"));
        // Four hours of opening time lie between: 9 to 12 and 13 to 17.
        Assert.Equal(
            [(Silence.Apologize, "24日 11:00"), (Silence.Apologize, "24日 16:00"), (Silence.Apologize, "25日 12:00"), (Silence.RunOut, "25日 17:00")],
            heard);
        Assert.Equal(CaseState.Expired, one.State);
    }

    [Fact]
    public void Whoever_took_it_and_does_not_answer_is_reminded_and_then_it_goes_back()
    {
        var one = Claimed();
        Assert.Equal(Silence.RemindStaff, one.Ring(Hours, Now.AddHours(2)));
        Assert.Equal(Silence.BackToQueue, one.Ring(Hours, one.Due!.Value));
        Assert.Equal((CaseState.Queued, null, true), (one.State, one.Holder, one.Due > Now));
    }

    [Fact]
    public void Patience_runs_from_the_first_word_that_nobody_answered()
    {
        var one = Claimed();
        one.Speak(Sato, Hours, Now);
        one.CitizenSpoke(Hours, Now);
        var due = one.Due;
        one.CitizenSpoke(Hours, Now.AddHours(1));
        Assert.Equal(due, one.Due);
    }

    [Fact]
    public void Somebody_who_does_not_answer_staff_is_reminded_once_and_a_week_later_it_ends()
    {
        var one = Claimed();
        one.WaitForCitizen(Sato, Now);
        Assert.Equal((Now.AddDays(1), Silence.RemindCitizen), (one.Due, one.Ring(Hours, Now.AddDays(1))));
        Assert.Equal((Now.AddDays(7), Silence.RunOut), (one.Due, one.Ring(Hours, Now.AddDays(7))));
        Assert.Equal(CaseState.Expired, one.State);
    }

    [Fact]
    public void Only_what_is_over_is_rated()
    {
        var one = Claimed();
        Assert.False(one.Rate(Rating.Good));
        one.Resolve(Sato, Now);
        Assert.True(one.Rate(Rating.Good));
    }

    [Fact]
    public void Nothing_is_passed_on_that_the_person_has_not_agreed_to()
    {
        var referral = Referral.Propose(1, "hanako", "silver", Now);
        Assert.Equal(new Referring.NotNow(ReferralState.Proposed), referral.Move(Referral.On.PassOn, Now));
        foreach (var on in new[] { Referral.On.Consent, Referral.On.PassOn, Referral.On.Accept, Referral.On.Close }) Assert.IsType<Referring.Done>(referral.Move(on, Now));
        Assert.Equal(ReferralState.Closed, referral.State);
    }

    [Fact]
    public void A_yes_is_taken_back_until_the_slip_is_out_of_our_hands()
    {
        var referral = Referral.Propose(1, "hanako", "silver", Now);
        referral.Move(Referral.On.Consent, Now);
        Assert.IsType<Referring.Done>(referral.Move(Referral.On.Refuse, Now));
        Assert.Equal(new Referring.NotNow(ReferralState.Refused), referral.Move(Referral.On.PassOn, Now));
    }

    [Fact]
    public void It_is_late_once_the_promise_is_broken_and_stays_so_until_somebody_answers()
    {
        var one = Asked();
        Assert.False(one.IsLate(one.AnswerBy));
        var after = one.AnswerBy.AddMinutes(1);
        Assert.True(one.IsLate(after));
        // That the person was told of it does not make it good.
        one.Ring(Hours, after);
        Assert.True(one.IsLate(after));
        one.Claim(Sato, Hours, after);
        one.Speak(Sato, Hours, after);
        Assert.False(one.IsLate(after));
    }

    private static HandoffCase Asked(bool asks = false) => HandoffCase.Request("hanako", 1, CaseTrigger.Asked, asks, null, Hours, Now);

    private static HandoffCase Claimed()
    {
        var one = Asked();
        one.Claim(Sato, Hours, Now);
        return one;
    }

    private static void Done(Handing handing, HandoffCase one, CaseState then)
    {
        Assert.IsType<Handing.Done>(handing);
        Assert.Equal(then, one.State);
    }
}
