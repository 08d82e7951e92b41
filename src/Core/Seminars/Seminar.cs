namespace Concierge.Core.Seminars;

/// <summary>Where somebody takes part. Each has seats of its own.</summary>
public enum Attendance { OnSite, Online }

/// <summary>Stored by name.</summary>
public enum SeminarState { Draft, Open, CalledOff }

/// <summary>What people come to. Stored by name.</summary>
public enum GatheringKind
{
    Seminar,

    /// <summary>地域ミニ集会.</summary>
    MiniMeeting,

    /// <summary>フレイルチェック会, which supporters hold.</summary>
    FrailtyCheck,

    /// <summary>職場見学・体験.</summary>
    Workplace,

    /// <summary>研修 that a task asks for.</summary>
    Training,
}

/// <summary>
/// One gathering that people reserve seats at, of whatever kind. Everything but the seats that are taken is public. What staff write of
/// it is fixed in the object: other words are another object that goes on with its life (<see cref="Continue"/>).
/// </summary>
public sealed partial class Seminar
{
    public required string Id { get; init; }

    public required GatheringKind Kind { get; init; }

    /// <summary>What it is a part of, e.g. 柏市地域人材養成研修・セミナー.</summary>
    public required string Series { get; init; }

    /// <summary>Its place in the series, from 1; 0: it is none of a series.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>What people call it: at most 16 grapheme clusters, for 「…を見る」 has to fit on a button.</summary>
    public required string Short { get; init; }

    /// <summary>Other names, divided by 、.</summary>
    public required string AlsoCalled { get; init; }

    public required string About { get; init; }

    public required string Bring { get; init; }

    public required string Place { get; init; }

    public required string Address { get; init; }

    /// <summary>Degrees north; null where nobody knows it to the point.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required double? Longitude { get; init; }

    /// <summary>Key of the part of the city, as people answer where they live.</summary>
    public required string Area { get; init; }

    /// <summary>0: nobody can come there.</summary>
    public required int OnSiteSeats { get; init; }

    /// <summary>0: it is not online.</summary>
    public required int OnlineSeats { get; init; }

    /// <summary>Shown on the day to those who take part online.</summary>
    public string? OnlineUrl { get; init; }

    /// <summary>Of a training: the type of task that asks for it; null: it is for everybody.</summary>
    public string? Task { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>From here on nobody can reserve; freed seats still go to those who wait.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How many hours a freed seat is kept for whoever it was offered to.</summary>
    public required int OfferHours { get; init; }

    /// <summary>Four digits that stand at the door on the day.</summary>
    public required string DayCode { get; init; }

    /// <summary>Reserved and offered seats. The database keeps it from 0 to <see cref="OnSiteSeats"/>.</summary>
    public int OnSiteTaken { get; private set; }

    /// <summary>As <see cref="OnSiteTaken"/>.</summary>
    public int OnlineTaken { get; private set; }

    public IEnumerable<Attendance> Ways => Enum.GetValues<Attendance>().Where(how => Seats(how) > 0);

    public int Seats(Attendance how) => how == Attendance.OnSite ? OnSiteSeats : OnlineSeats;

    public int Free(Attendance how) => Seats(how) - (how == Attendance.OnSite ? OnSiteTaken : OnlineTaken);

    public bool TakesReservations(DateTimeOffset now) => State == SeminarState.Open && now < Deadline;

    public bool IsOpenToStaff(DateTimeOffset now) => State == SeminarState.Open && !IsOver(now);

    public bool HasBegun(DateTimeOffset now) => now >= StartsAt;

    public bool IsOver(DateTimeOffset now) => now >= EndsAt;

    /// <exception cref="InvalidOperationException">There are not so many: a bug, for that is decided before.</exception>
    public void Take(Attendance how, int seats) => Move(how, seats);

    public void GiveBack(Attendance how, int seats) => Move(how, -seats);

    private void Move(Attendance how, int seats)
    {
        if (Free(how) - seats is var free && (free < 0 || free > Seats(how)))
            throw new InvalidOperationException($"Seminar {Id}: {seats} seats {how} do not go, {Free(how)} of {Seats(how)} are free.");
        if (how == Attendance.OnSite) OnSiteTaken += seats;
        else OnlineTaken += seats;
    }
}
