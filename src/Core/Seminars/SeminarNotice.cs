using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>A gathering for everybody to read: nothing of who comes, and not how many.</summary>
public static class SeminarNotice
{
    public static Poster InShort(Seminar seminar, DateTimeOffset now) => new(
        Posters.Title(seminar), [SeminarTime.Spell(seminar), Posters.Place(seminar), State(seminar, now)], [], []);

    public static Poster InFull(Seminar seminar, DateTimeOffset now) => new(
        Posters.Title(seminar), Posters.Everything(seminar, State(seminar, now)), [], [Posters.Map(seminar), Posters.Calendar(seminar)]);

    private static string State(Seminar seminar, DateTimeOffset now) => Words.Say(
        seminar.State == SeminarState.CalledOff ? "seminar_state_called_off" : !seminar.TakesReservations(now) ? "site_closed" : seminar.Ways.Any(how => seminar.Free(how) > 0) ? "site_free" : "site_full");
}
