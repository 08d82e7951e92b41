using Concierge.Core.Seminars;
using Xunit;

namespace Concierge.CoreTests.Seminars;

/// <summary>Every no has its name.</summary>
public sealed class DecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void A_seat_may_be_had_until_the_last_one_is_gone()
    {
        var seminar = Some.Small(Now);
        Assert.IsType<Reserving.Allowed>(Reserve(seminar, null, 2));
        seminar.Take(Attendance.OnSite, 2);
        Assert.Equal(new Reserving.Full(1), Reserve(seminar, null, 2));
        Assert.IsType<Reserving.Allowed>(Reserve(seminar, null, 1));
    }

    [Fact]
    public void After_the_deadline_it_is_closed_and_a_freed_seat_still_goes_to_those_who_wait()
    {
        var seminar = Some.Small(Now);
        Assert.IsType<Reserving.Allowed>(Reserve(seminar, null, 1, seminar.Deadline.AddTicks(-1)));
        Assert.IsType<Reserving.Closed>(Reserve(seminar, null, 1, seminar.Deadline));
        Assert.IsType<TakingOffer.Allowed>(TakingOffer.Decide(Offered(seminar.Deadline.AddHours(2)), seminar.Deadline.AddHours(1)));
    }

    [Fact]
    public void Nobody_reserves_twice_but_after_cancelling_one_may_again()
    {
        var (seminar, mine) = (Some.Small(Now), Mine());
        Assert.IsType<Reserving.AlreadyReserved>(Reserve(seminar, mine, 1));
        mine.Cancel(Now);
        Assert.IsType<Reserving.Allowed>(Reserve(seminar, mine, 1));
    }

    [Fact]
    public void Three_people_on_one_reservation_are_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reservation.Of(Some.Small(Now), "hanako", Attendance.OnSite, 3, waits: false, Now));

    [Fact]
    public void More_seats_are_had_only_where_they_are_free_and_the_old_ones_count()
    {
        var (seminar, mine) = (Some.Small(Now), Mine());
        seminar.Take(Attendance.OnSite, 3);
        Assert.Equal(new Changing.Full(1), Change(seminar, mine, Attendance.OnSite, 2));
        Assert.IsType<Changing.Same>(Change(seminar, mine, Attendance.OnSite, 1));
        Assert.Equal(new Changing.Allowed(true), Change(seminar, mine, Attendance.Online, 2));
        Assert.IsType<Changing.Closed>(Changing.Decide(seminar, mine, Attendance.Online, 2, seminar.StartsAt));
    }

    [Fact]
    public void Once_it_has_begun_nothing_is_cancelled()
    {
        var (seminar, mine) = (Some.Small(Now), Mine());
        Assert.IsType<Cancelling.Allowed>(Cancelling.Decide(seminar, mine, seminar.StartsAt.AddTicks(-1)));
        Assert.IsType<Cancelling.AlreadyOver>(Cancelling.Decide(seminar, mine, seminar.StartsAt));
        Assert.IsType<Cancelling.NothingToCancel>(Cancelling.Decide(seminar, null, Now));
    }

    [Fact]
    public void An_offer_can_be_taken_until_its_time_and_not_at_it()
    {
        var mine = Offered(Now.AddHours(24));
        Assert.IsType<TakingOffer.Allowed>(TakingOffer.Decide(mine, Now.AddHours(24).AddTicks(-1)));
        Assert.IsType<TakingOffer.RanOut>(TakingOffer.Decide(mine, Now.AddHours(24)));
        Assert.IsType<TakingOffer.NotOffered>(TakingOffer.Decide(Mine(), Now));
        Assert.Throws<InvalidOperationException>(() => mine.Take(Now.AddHours(24)));
    }

    [Fact]
    public void The_door_opens_two_hours_before_for_those_who_have_a_seat()
    {
        var (seminar, mine) = (Some.Small(Now), Mine());
        Assert.IsType<CheckingIn.NotNow>(CheckingIn.Decide(seminar, mine, seminar.StartsAt.AddHours(-2).AddTicks(-1)));
        Assert.IsType<CheckingIn.Welcome>(CheckingIn.Decide(seminar, mine, seminar.StartsAt.AddHours(-2)));
        Assert.IsType<CheckingIn.NotReserved>(CheckingIn.Decide(seminar, null, seminar.StartsAt));
        mine.CheckIn(seminar.StartsAt);
        Assert.IsType<CheckingIn.AlreadyIn>(CheckingIn.Decide(seminar, mine, seminar.StartsAt));
        Assert.IsType<CheckingIn.NotNow>(CheckingIn.Decide(seminar, mine, seminar.EndsAt));
    }

    private static Reserving Reserve(Seminar seminar, Reservation? mine, int seats, DateTimeOffset? at = null) =>
        Reserving.Decide(seminar, mine, Attendance.OnSite, seats, at ?? Now);

    private static Changing Change(Seminar seminar, Reservation mine, Attendance how, int seats) => Changing.Decide(seminar, mine, how, seats, Now);

    private static Reservation Mine(bool waits = false) => Reservation.Of(Some.Small(Now), "hanako", Attendance.OnSite, 1, waits, Now);

    private static Reservation Offered(DateTimeOffset until)
    {
        var mine = Mine(waits: true);
        mine.Offer(until, Now);
        return mine;
    }
}
