using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.CoreTests.Wording;

namespace Concierge.CoreTests.Seminars;

/// <summary>Seminars and everybody's reservations, in memory: what the database is to the bot.</summary>
public sealed class SeminarHall(params ImmutableArray<Seminar> seminars)
{
    private static readonly SeminarPlan Plan = SeminarPlan.Read(File.ReadAllText(Repository.Path("data/demo/seminars.json")));

    private readonly List<Reservation> _reservations = [];
    private int _others;

    public ImmutableArray<Seminar> All { get; private set; } = seminars;

    /// <summary>The seminars of the demonstration, as if it had begun now.</summary>
    public static SeminarHall Demo(DateTimeOffset now) =>
        new([.. Plan.Make(SeminarSeries.Embedded, now, number => $"demo-{number}")]);

    public void Opens(Seminar seminar) => All = All.Add(seminar);

    /// <summary>Staff put it off by a week, into another house.</summary>
    public void Moves(int number, DateTimeOffset now)
    {
        var later = Plan with { Dates = [.. Plan.Dates.Select(date => date with { Week = date.Week + 1, Place = "アミュゼ柏" })] };
        var moved = later.Make(SeminarSeries.Embedded, now, n => $"demo-{n}").First(seminar => seminar.Number == number);
        moved.Continue(Of(number));
        All = All.Replace(Of(number), moved);
    }

    public IReadOnlyList<Reservation> Reservations => _reservations;

    public Seminar Of(int number) => All.First(seminar => seminar.Number == number);

    public Seminar Find(string id) => All.First(seminar => seminar.Id == id);

    public string Newcomer() => $"other-{++_others}";

    public bool HasOthers(int number) => Others(number).Any();

    public string LastOther(int number) => Others(number).Last().MemberId;

    /// <returns>Those to whom a seat was offered by it.</returns>
    public IReadOnlyList<Reservation> Do(string member, Effect.OfSeminar wish, DateTimeOffset at)
    {
        if (wish is Effect.CommentSeminar) return [];
        var roster = new Roster(Find(wish.Seminar), _reservations.Where(r => r.SeminarId == wish.Seminar && r.IsLive));
        roster.Do(member, wish, at);
        foreach (var added in roster.Added)
            _reservations.Add(Reservation.Of(Find(added.SeminarId), added.MemberId, added.How, added.Seats, added.State == ReservationState.Waiting, at, _reservations.Count + 1));
        return roster.Offered;
    }

    public SeminarFacts Facts(string member, DateTimeOffset at) => new(
        [.. All.Where(seminar => !seminar.IsOver(at))],
        [.. _reservations.Where(r => r.MemberId == member)],
        [.. _reservations.Where(r => r.State == ReservationState.Waiting).Select(r => new Waiter(r.SeminarId, r.How, r.Id))])
    {
        Trained = [.. _reservations.Where(r => r.MemberId == member && r.State == ReservationState.Attended).Select(r => Find(r.SeminarId).Task).OfType<string>()],
        Attended = [.. All.Where(seminar => seminar.IsOver(at) && _reservations.Exists(r => r.SeminarId == seminar.Id && r.MemberId == member && r.State == ReservationState.Attended))],
    };

    private IEnumerable<Reservation> Others(int number) => _reservations.Where(r =>
        r.SeminarId == Of(number).Id && r.State == ReservationState.Reserved && r.MemberId.StartsWith("other", StringComparison.Ordinal));
}
