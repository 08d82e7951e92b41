using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What is stored here of a person, and what becomes of it when they leave.</summary>
public sealed partial class ReserveSeminar
{
    public IEnumerable<Row> Tells(Turn turn)
    {
        var facts = turn.Facts.Seminars.Value;
        return Planned(turn).Select(seminar => new Row(Words.Say("seminar_open_mine", ("short", seminar.Short)), Posters.InOneLine(turn, seminar, facts.Of(seminar.Id)!), null));
    }

    /// <summary>Their seats go to those who wait.</summary>
    public void Leaves(Turn turn)
    {
        var facts = turn.Facts.Seminars.Value;
        foreach (var seminar in facts.All.Where(s => Cancelling.Decide(s, facts.Of(s.Id), turn.Facts.Now) is Cancelling.Allowed))
            turn.Do(new Effect.CancelReservation(seminar.Id));
    }
}
