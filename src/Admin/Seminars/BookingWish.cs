using Concierge.Core.Seminars;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>A booking by telephone or on paper: for a member, or for somebody without LINE by name.</summary>
/// <param name="Member">Id; or <paramref name="Name"/>.</param>
/// <param name="Phone">With a name only; null when none was said.</param>
/// <param name="How">onSite or online.</param>
/// <param name="Seats">1, or 2 with a companion.</param>
/// <param name="Wait">When it is full, into the line; else it is refused.</param>
public sealed record BookingWish(string? Member, string? Name, string? Phone, string? How, int? Seats, bool? Wait)
{
    public const int LongestName = 100, LongestPhone = 30;

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public (Attendance How, int Seats, bool Waits) Checked()
    {
        if ((Member is null) == (Name is null)) throw Problem.Invalid("member", Words.Say("problem_member_or_name"));
        if (Name is not null && (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)) throw Problem.Invalid("name", Words.Say("problem_name", ("max", LongestName)));
        if (Phone is not null && (Name is null || string.IsNullOrWhiteSpace(Phone) || Phone.Length > LongestPhone)) throw Problem.Invalid("phone", Words.Say("problem_phone", ("max", LongestPhone)));
        if (Seats is not (null or >= 1 and <= Reservation.MostSeats)) throw Problem.Invalid("seats", Words.Say("problem_seats", ("max", Reservation.MostSeats)));
        return (Names.Read<Attendance>("how", How), Seats ?? 1, Wait ?? false);
    }

    /// <summary>Somebody without LINE becomes a member whom nobody else can reach; who telephones again is the same one.</summary>
    /// <exception cref="Problem">There is nobody of that id.</exception>
    public string MemberIn(Unit unit, NewId newId, string by, DateTimeOffset now)
    {
        if (Member is not null) return unit.Members.Exists(Member) ? Member : throw Problem.Invalid("member", Words.Say("problem_no_such_member"));
        var contact = new Contact(Name!, Phone);
        if (Contacts.Find(unit, contact) is { } known) return known;
        var added = unit.Members.AddAnonymous(now, () => newId());
        Contacts.Keep(unit, added, contact, by, now);
        return added;
    }

    // Records print themselves, and a name must reach no log.
    public override string ToString() => nameof(BookingWish);
}
