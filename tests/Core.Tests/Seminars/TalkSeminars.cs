using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.CoreTests.Seminars;

namespace Concierge.CoreTests.Conversations;

public sealed partial class Talk
{
    public const string Me = "hanako";

    /// <summary>The town's seminars, of which this person's talk knows.</summary>
    public SeminarHall Hall { get; private set; } = null!;

    public Talk WithSeminars()
    {
        Hall = SeminarHall.Demo(Now);
        Knows.Add(facts => facts with { Seminars = new(() => Hall.Facts(Me, Now)) });
        Does.Add(effect => { if (effect is Effect.OfSeminar wish) InHall(Me, wish); });
        return this;
    }

    /// <summary>Other people take every seat that is left.</summary>
    public void OthersFill(int number) => Others(number, all: true);

    /// <summary>One of the others cannot come: the last who reserved.</summary>
    public void OneCancels(int number) => InHall(Hall.LastOther(number), new Effect.CancelReservation(Hall.Of(number).Id));

    /// <summary>Staff put it off, and everybody whom it concerns is told.</summary>
    public void StaffMove(int number)
    {
        Hall.Moves(number, Now);
        TellNews(number);
    }

    public void StaffCallOff(int number)
    {
        Hall.Of(number).CallOff("大雪の おそれが あるためです。");
        TellNews(number);
    }

    /// <summary>One more waits.</summary>
    public void OneWaits(int number) => Others(number, all: false);

    private void Others(int number, bool all)
    {
        var seminar = Hall.Of(number);
        foreach (var how in seminar.Ways)
        {
            if (!all) InHall(Hall.Newcomer(), new Effect.WaitForSeat(seminar.Id, how, 1));
            while (all && seminar.Free(how) > 0) InHall(Hall.Newcomer(), new Effect.Reserve(seminar.Id, how, 1));
        }
    }

    private void InHall(string member, Effect.OfSeminar wish)
    {
        foreach (var offered in Hall.Do(member, wish, Now).Where(r => r.MemberId == Me)) Tell(Hall.Find(offered.SeminarId), offered);
    }

    private void TellNews(int number)
    {
        var seminar = Hall.Of(number);
        var key = ReserveSeminar.Key(ReserveSeminar.News, seminar);
        _timers[key] = new Effect.SetTimer(key, ReserveSeminar.Id, ReserveSeminar.News, seminar.Id, Now);
        Passes(TimeSpan.Zero);
    }

    /// <summary>As the shell does: the two times of an offer are set by whoever freed the seat.</summary>
    private void Tell(Seminar seminar, Reservation offer)
    {
        foreach (var (kind, due) in new[] { (ReserveSeminar.OfferMade, OfferTimes.TellAt(seminar, Now)), (ReserveSeminar.OfferOver, offer.OfferedUntil!.Value) })
            _timers[ReserveSeminar.Key(kind, seminar)] = new Effect.SetTimer(ReserveSeminar.Key(kind, seminar), ReserveSeminar.Id, kind, seminar.Id, due);
    }
}
