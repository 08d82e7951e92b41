using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>A gathering for everybody to read: nothing of who comes, and not how many.</summary>
public static class SeminarNotice
{
    public static Poster InShort(Seminar seminar, DateTimeOffset now) => new(
        Posters.Title(seminar), [SeminarTime.Spell(seminar), Posters.Place(seminar), State(seminar, now)], [], []);

    public static Poster InFull(Seminar seminar, DateTimeOffset now) => new(
        Posters.Title(seminar),
        [
            seminar.About,
            SeminarTime.Spell(seminar),
            Posters.Place(seminar),
            Words.Say("seminar_address", ("address", seminar.Address)),
            Words.Say("seminar_bring", ("bring", seminar.Bring)),
            State(seminar, now),
            Words.Say("seminar_deadline", ("deadline", SeminarTime.Spell(seminar.Deadline))),
        ],
        [],
        [Posters.Map(seminar), Posters.Calendar(seminar)]);

    public static string State(Seminar seminar, DateTimeOffset now) => Words.Say(
        seminar.State == SeminarState.CalledOff ? "seminar_state_called_off" : !seminar.TakesReservations(now) ? "site_closed" : seminar.Ways.Any(how => seminar.Free(how) > 0) ? "site_free" : "site_full");
}
