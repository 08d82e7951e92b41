using System.Globalization;
using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Consultation;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Kpi;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What happened in a fiscal year and counts in the plan's figures.</summary>
public static class Happenings
{
    /// <summary>A gathering of the plan's series, whatever its number, and one of none.</summary>
    private const string OfSeries = "series", OfNoSeries = "other";

    /// <summary>The plan counts mini-meetings wherever they are held; one of the series counts as both.</summary>
    private const string MiniMeeting = "miniMeeting", MiniMeetingOfSeries = "series/miniMeeting";

    public static IReadOnlyList<Happening> Of(Unit unit, FiscalYear year, DateTimeOffset now) =>
    [
        .. Entries(unit, year), .. Kept(unit, year), .. Held(unit, year, now), .. Attended(unit, year, null), .. Rated(unit, year, null), .. Placed(unit, year.Start, year.End, null),
        .. Referred(unit, year.Start, year.End, null),
        .. Checks(unit, year.Start, year.End, null), .. Consulted(unit, year), .. CasesRated(unit, year.Start, year.End, null), .. Visited(unit, year), .. FollowedUp.Of(unit, year),
    ];

    /// <summary>What staff have written down of the labour market until the year's end.</summary>
    public static IReadOnlyList<Happening> Labour(Unit unit, FiscalYear year)
    {
        var keys = KpiSources.Embedded.Labour.Select(count => count.Key).ToArray();
        return [.. Entries(unit, DateOnly.MinValue, Tokyo.Day(year.End)).Where(entry => keys.Contains(entry.What))];
    }

    private static IEnumerable<Happening> Entries(Unit unit, FiscalYear year) => Entries(unit, Tokyo.Day(year.Start), Tokyo.Day(year.End));

    private static IEnumerable<Happening> Entries(Unit unit, DateOnly from, DateOnly until) =>
        unit.Db.Set<KpiEntry>().AsNoTracking().Where(e => e.Day >= from && e.Day < until).AsEnumerable()
            .Select(e => new Happening(KpiSource.Entries, e.Day, e.Indicator, e.Number, e.OutOf, Id: e.Id));

    private static IEnumerable<Happening> Kept(Unit unit, FiscalYear year)
    {
        var (from, until) = (Tokyo.Day(year.Start), Tokyo.Day(year.End));
        return unit.Db.Set<KpiKept>().AsNoTracking().Where(k => k.Day >= from && k.Day < until).AsEnumerable()
            .Select(k => new Happening(Enum.Parse<KpiSource>(k.Source), k.Day, k.What, k.Number, k.OutOf));
    }

    private static IEnumerable<Happening> Held(Unit unit, FiscalYear year, DateTimeOffset now)
    {
        var (from, until) = (year.Start, year.End);
        return unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.State == SeminarState.Open && s.StartsAt >= from && s.StartsAt < until && s.EndsAt <= now).AsEnumerable()
            .Select(s => new Happening(KpiSource.SeminarsHeld, Tokyo.Day(s.StartsAt), KindOf(s), 1, null, s.Title, s.Id));
    }

    /// <summary>A companion has taken part too.</summary>
    internal static IEnumerable<Happening> Attended(Unit unit, FiscalYear? year, string? memberId) => Came(unit, year, memberId).Select(came => new Happening(
        KpiSource.SeminarsAttended, Tokyo.Day(came.Seminar.StartsAt), KindOf(came.Seminar), came.All.Sum(one => one.Seats), null, came.Seminar.Title, came.Seminar.Id));

    /// <summary>How many were satisfied, of those who said how it was.</summary>
    internal static IEnumerable<Happening> Rated(Unit unit, FiscalYear? year, string? memberId) =>
        from came in Came(unit, year, memberId)
        let rated = came.All.Where(one => one.Rating is not null).ToList()
        where rated.Count > 0
        select new Happening(
            KpiSource.SeminarsRated, Tokyo.Day(came.Seminar.StartsAt), KindOf(came.Seminar), rated.Count(one => one.Rating is Satisfaction.VeryGood or Satisfaction.Good), rated.Count,
            came.Seminar.Title, came.Seminar.Id);

    private static IEnumerable<(Seminar Seminar, IReadOnlyList<Reservation> All)> Came(Unit unit, FiscalYear? year, string? memberId)
    {
        var (from, until) = (year?.Start ?? DateTimeOffset.MinValue, year?.End ?? DateTimeOffset.MaxValue);
        var came = unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.State == ReservationState.Attended && (memberId == null || r.MemberId == memberId))
            .Join(unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.State == SeminarState.Open && s.StartsAt >= from && s.StartsAt < until), r => r.SeminarId, s => s.Id, (r, s) => new { Seminar = s, Reservation = r });
        return came.AsEnumerable().GroupBy(one => one.Seminar.Id).Select(group => (group.First().Seminar, (IReadOnlyList<Reservation>)[.. group.Select(one => one.Reservation)]));
    }

    /// <summary>Somebody has done what stood on the board.</summary>
    internal static IEnumerable<Happening> Placed(Unit unit, DateTimeOffset from, DateTimeOffset until, string? memberId)
    {
        var posts = new Posts(unit);
        var did = unit.Db.Set<PostMarkEntry>().AsNoTracking()
            .Where(m => m.Mark == Mark.Did && m.PostId > 0 && m.At >= from && m.At < until && (memberId == null || m.MemberId == memberId)).ToList();
        // Each is opened once, however often it was done and by however many.
        var post = did.Select(mark => mark.PostId).Distinct().ToDictionary(id => id, posts.Find);
        var answers = did.Select(mark => mark.MemberId).Distinct().ToDictionary(id => id, id => AnswersOf(unit, id));
        foreach (var mark in did)
            if (post[mark.PostId] is { } done)
                yield return new Happening(
                    KpiSource.Placements, Tokyo.Day(mark.At), Placement.Of(done, AgeAt(answers[mark.MemberId], mark.At)), 1, null, done.Name, mark.PostId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Somebody was led on to another body that has taken them on; only where that is about work or volunteering.</summary>
    internal static IEnumerable<Happening> Referred(Unit unit, DateTimeOffset from, DateTimeOffset until, string? memberId)
    {
        foreach (var one in unit.Db.Set<Referral>().AsNoTracking().Where(r => r.AcceptedAt >= from && r.AcceptedAt < until && (memberId == null || r.MemberId == memberId)).ToList())
            if (Partners.Embedded.All.FirstOrDefault(partner => partner.Key == one.Partner) is { Placement: { } hours } partner)
                yield return new Happening(KpiSource.Placements, Tokyo.Day(one.AcceptedAt!.Value), Placement.OfReferral(hours, AgeAt(AnswersOf(unit, one.MemberId), one.AcceptedAt.Value)), 1, null, partner.Name);
    }

    /// <summary>Somebody counts once in a fiscal year, on the day of the year's first check: so the quarters add up to the year.</summary>
    internal static IEnumerable<Happening> Checks(Unit unit, DateTimeOffset from, DateTimeOffset until, string? memberId) =>
        unit.Db.Findings.AsNoTracking().Where(f => f.At >= from && f.At < until && (memberId == null || f.MemberId == memberId)).Select(f => new { f.MemberId, f.At }).AsEnumerable()
            .GroupBy(f => (f.MemberId, FiscalYear.Of(f.At))).Select(checks => new Happening(KpiSource.FirstChecks, Tokyo.Day(checks.Min(f => f.At)), "", 1));

    private static IEnumerable<Happening> Consulted(Unit unit, FiscalYear year)
    {
        var (from, until) = (year.Start, year.End);
        return unit.Db.Set<ConsultationEntry>().AsNoTracking().Where(c => c.At >= from && c.At < until).Select(c => new { c.Id, c.At }).AsEnumerable()
            .Select(c => new Happening(KpiSource.Consultations, Tokyo.Day(c.At), "", 1, Id: c.Id));
    }

    /// <summary>Of those who spoke with staff and said how it was: who liked it.</summary>
    internal static IEnumerable<Happening> CasesRated(Unit unit, DateTimeOffset from, DateTimeOffset until, string? memberId) =>
        unit.Db.Set<HandoffCase>().AsNoTracking().Where(c => c.Rating != null && c.EndedAt >= from && c.EndedAt < until && (memberId == null || c.MemberId == memberId))
            .Select(c => new { c.EndedAt, c.Rating }).AsEnumerable().Select(c => new Happening(KpiSource.CasesRated, Tokyo.Day(c.EndedAt!.Value), "", c.Rating == Rating.Good ? 1 : 0, 1));

    /// <summary>Pages of the site that were opened, by anybody.</summary>
    private static IEnumerable<Happening> Visited(Unit unit, FiscalYear year) =>
        Tally.ByDay(unit, Tally.Site, year.Start, year.End).Select(day => new Happening(KpiSource.SiteVisits, day.Day, "", day.Times));

    private static string KindOf(Seminar seminar) => (IsOfSeries(seminar), seminar.Kind) switch
    {
        (true, GatheringKind.MiniMeeting) => MiniMeetingOfSeries,
        (true, _) => OfSeries,
        (false, GatheringKind.MiniMeeting) => MiniMeeting,
        _ => OfNoSeries,
    };

    private static bool IsOfSeries(Seminar seminar) => seminar.Series == SeminarSeries.Embedded.Series && seminar.Number > 0;

    private static IReadOnlyList<Answer> AnswersOf(Unit unit, string memberId) => unit.Members.KeyIfAny(memberId) is { } key ? unit.Answers.Of(memberId, key) : [];

    private static string? AgeAt(IReadOnlyList<Answer> answers, DateTimeOffset at) => answers.At("age", at) is AnswerValue.Chosen { Options: [var age] } ? age : null;
}
