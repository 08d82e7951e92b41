using System.Collections.Immutable;
using Concierge.Core.Seminars;

namespace Concierge.Core.Conversations
{
    public sealed partial record Facts
    {
        public Lazy<SeminarFacts> Seminars { get; init; } = new(() => SeminarFacts.None);
    }
}

namespace Concierge.Core.Seminars
{
    /// <summary>The seminars that people can see, and what this person has there.</summary>
    /// <param name="All">In the order of time; without drafts and without those that are over.</param>
    /// <param name="Mine">This person's reservations there, in the order in which they were made.</param>
    /// <param name="Lines">Everybody who waits.</param>
    public sealed record SeminarFacts(ImmutableArray<Seminar> All, ImmutableArray<Reservation> Mine, ImmutableArray<Waiter> Lines)
    {
        public static readonly SeminarFacts None = new([], [], []);

        /// <summary>Where this person has been of late.</summary>
        public ImmutableArray<Seminar> Attended { get; init; } = [];

        /// <summary>The types of task whose training this person has been to.</summary>
        public ImmutableArray<string> Trained { get; init; } = [];

        /// <summary>The next ones first.</summary>
        public IEnumerable<Seminar> TrainingsFor(string task, DateTimeOffset now) =>
            All.Where(seminar => seminar.Kind == GatheringKind.Training && seminar.Task == task && seminar.TakesReservations(now));

        public Seminar? Find(string? id) => All.FirstOrDefault(seminar => seminar.Id == id);

        /// <summary>The newest: earlier ones were cancelled or ran out.</summary>
        public Reservation? Of(string? seminarId) => Mine.LastOrDefault(reservation => reservation.SeminarId == seminarId);

        public int Waiting(string seminarId, Attendance how) => Lines.Count(waiter => waiter.SeminarId == seminarId && waiter.How == how);

        /// <summary>The place in the line, from 1.</summary>
        public int Place(Reservation mine) =>
            Lines.Count(waiter => waiter.SeminarId == mine.SeminarId && waiter.How == mine.How && waiter.Reservation < mine.Id) + 1;
    }

    /// <summary>Somebody in a line: who it is, is nobody's business.</summary>
    public sealed record Waiter(string SeminarId, Attendance How, long Reservation);
}
