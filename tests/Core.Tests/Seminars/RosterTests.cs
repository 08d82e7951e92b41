using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Seminars;

public sealed class RosterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    private static readonly string[] People = ["hanako", "taro", "yoshiko", "ichiro", "sachiko", "kenji", "fumi"];

    [Fact]
    public void Whatever_people_do_seats_are_never_given_twice_and_nobody_waits_while_one_is_free() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, People.Length - 1], Gen.Int[1, 2], Gen.Int[0, 1], Gen.Int[0, 30]).Array[1, 80].Sample(
            steps =>
            {
                var (hall, now) = (Small(), Now);
                foreach (var (deed, person, seats, how, hours) in steps)
                {
                    now += TimeSpan.FromHours(hours);
                    if (Deed(hall, deed, People[person], (Attendance)how, seats, now) is { } wish) hall.Do(People[person], wish, now);
                    Holds(hall, now);
                }
            },
            iter: 700);

    [Fact]
    public void A_freed_seat_is_offered_to_whoever_waits_longest_and_then_to_the_next()
    {
        var hall = Small();
        foreach (var person in People[..3]) hall.Do(person, new Effect.Reserve("small", Attendance.OnSite, 1), Now);
        foreach (var person in People[3..6]) hall.Do(person, new Effect.WaitForSeat("small", Attendance.OnSite, 1), Now);

        Assert.Equal("ichiro", Assert.Single(hall.Do("taro", new Effect.CancelReservation("small"), Now)).MemberId);
        var later = Now + TimeSpan.FromHours(24);
        Assert.Equal("sachiko", Assert.Single(hall.Do("ichiro", new Effect.EndOffer("small"), later)).MemberId);
        Assert.Equal("kenji", Assert.Single(hall.Do("sachiko", new Effect.CancelReservation("small"), later)).MemberId);
        hall.Do("kenji", new Effect.TakeOffer("small"), later);
        Assert.Equal(ReservationState.Reserved, hall.Facts("kenji", later).Of("small")!.State);
    }

    [Fact]
    public void Two_who_want_to_sit_together_keep_their_place_while_a_single_seat_goes_on()
    {
        var hall = Small();
        foreach (var person in People[..3]) hall.Do(person, new Effect.Reserve("small", Attendance.OnSite, 1), Now);
        hall.Do("ichiro", new Effect.WaitForSeat("small", Attendance.OnSite, 2), Now);
        hall.Do("sachiko", new Effect.WaitForSeat("small", Attendance.OnSite, 1), Now);

        Assert.Equal("sachiko", Assert.Single(hall.Do("taro", new Effect.CancelReservation("small"), Now)).MemberId);
        hall.Do("hanako", new Effect.CancelReservation("small"), Now);
        Assert.Equal("ichiro", Assert.Single(hall.Do("yoshiko", new Effect.CancelReservation("small"), Now)).MemberId);
    }

    [Fact]
    public void What_was_not_decided_is_a_bug_and_changes_nothing()
    {
        var hall = Small();
        hall.Do("hanako", new Effect.Reserve("small", Attendance.OnSite, 2), Now);
        Assert.Throws<InvalidOperationException>(() => hall.Do("taro", new Effect.Reserve("small", Attendance.OnSite, 2), Now));
        Assert.Throws<InvalidOperationException>(() => hall.Do("taro", new Effect.WaitForSeat("small", Attendance.OnSite, 1), Now));
        Assert.Throws<InvalidOperationException>(() => hall.Do("hanako", new Effect.TakeOffer("small"), Now));
        Holds(hall, Now);
    }

    [Theory]
    [InlineData(10, "2026-11-24T10:00", "2026-11-25T10:00")]
    [InlineData(22, "2026-11-25T08:00", "2026-11-26T08:00")]
    [InlineData(3, "2026-11-24T08:00", "2026-11-25T08:00")]
    public void An_offer_made_at_night_is_told_in_the_morning_and_kept_from_then(int hour, string told, string until)
    {
        var (seminar, now) = (Small().Find("small"), Now.Date.AddHours(hour).In(Now.Offset));
        Assert.Equal((At(told), At(until)), (OfferTimes.TellAt(seminar, now), OfferTimes.Until(seminar, now)));
    }

    [Fact]
    public void An_offer_is_kept_to_a_full_hour() =>
        Assert.Equal(At("2026-11-25T11:00"), OfferTimes.Until(Small().Find("small"), Now.AddMinutes(3)));

    [Fact]
    public void An_offer_is_never_kept_into_the_seminar_itself()
    {
        var seminar = Small().Find("small");
        Assert.Equal(seminar.StartsAt, OfferTimes.Until(seminar, seminar.StartsAt.AddHours(-3)));
        Assert.Equal(seminar.StartsAt.AddHours(-2), OfferTimes.TellAt(seminar, seminar.StartsAt.AddHours(-3)));
    }

    /// <summary>What this person may do now, as the flow would decide it; null when it is a no.</summary>
    private static Effect.OfSeminar? Deed(SeminarHall hall, int deed, string person, Attendance how, int seats, DateTimeOffset now)
    {
        var (seminar, mine) = (hall.Find("small"), hall.Facts(person, DateTimeOffset.MinValue).Of("small"));
        return deed switch
        {
            0 or 1 => Reserving.Decide(seminar, mine, how, seats, now) switch
            {
                Reserving.Allowed => new Effect.Reserve("small", how, seats),
                Reserving.Full => new Effect.WaitForSeat("small", how, seats),
                _ => null,
            },
            2 => Changing.Decide(seminar, mine, how, seats, now) is Changing.Allowed ? new Effect.ChangeReservation("small", how, seats) : null,
            3 or 4 => Cancelling.Decide(seminar, mine, now) is Cancelling.Allowed ? new Effect.CancelReservation("small") : null,
            5 when TakingOffer.Decide(mine, now) is TakingOffer.Allowed => new Effect.TakeOffer("small"),
            _ => mine is { State: ReservationState.Offered } && now >= mine.OfferedUntil ? new Effect.EndOffer("small") : null,
        };
    }

    private static void Holds(SeminarHall hall, DateTimeOffset now)
    {
        var seminar = hall.Find("small");
        foreach (var how in seminar.Ways)
        {
            var held = hall.Reservations.Where(r => r.How == how && r.HoldsSeats).Sum(r => r.Seats);
            Assert.Equal(seminar.Seats(how) - held, seminar.Free(how));
            Assert.InRange(seminar.Free(how), 0, seminar.Seats(how));
            if (!seminar.HasBegun(now)) Assert.DoesNotContain(hall.Reservations, r => r.State == ReservationState.Waiting && r.How == how && r.Seats <= seminar.Free(how));
        }
        Assert.All(hall.Reservations.Where(r => r.IsLive).GroupBy(r => r.MemberId), live => Assert.Single(live));
    }

    private static SeminarHall Small() => new(Some.Small(Now));

    private static DateTimeOffset At(string tokyo) => DateTime.Parse(tokyo, System.Globalization.CultureInfo.InvariantCulture).In(Now.Offset);
}

internal static class Clocks
{
    public static DateTimeOffset In(this DateTime time, TimeSpan offset) => new(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), offset);
}
