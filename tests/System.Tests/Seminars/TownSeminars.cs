using Concierge.Admin.Seminars;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.SystemTests.Handoff;
using Concierge.SystemTests.Road;
using Concierge.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Concierge.SystemTests.Seminars;

/// <summary>What other people do with the town's seats, by the same rows and rules as everybody.</summary>
public static class TownSeminars
{
    /// <summary>The part of a transcript that others play. False: it is nothing of theirs.</summary>
    public static async Task<bool> OthersDo(this Town town, ScriptLine.Does does)
    {
        switch (does.What)
        {
            case "fills": await town.Fill(does.Number); break;
            case "waits": await town.OthersWait(does.Number); break;
            case "frees": await town.OneCancels(does.Number); break;
            case "moves": await town.StaffMove(does.Number); break;
            case "cancels": await town.StaffCallOff(does.Number); break;
            default: return await town.StaffDo(does);
        }
        await town.Settles();
        return true;
    }

    public static Seminar Seminar(this Town town, int number) =>
        town.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Number == number));

    public static IReadOnlyList<Reservation> Reservations(this Town town, int number) =>
        town.Database.Reader.Read(unit => unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.SeminarId == $"demo-{number}").OrderBy(r => r.Id).ToList());

    /// <summary>Staff put it off by a week, into another house.</summary>
    public static Task StaffMove(this Town town, int number) => town.Others((unit, now) =>
    {
        var old = unit.Db.Set<Seminar>().Single(s => s.Number == number);
        var wish = SeminarWish.Of(old);
        Gatherings.Rewrite(unit, old, (wish with { StartsAt = wish.StartsAt?.AddDays(7), EndsAt = wish.EndsAt?.AddDays(7), Place = "アミュゼ柏" }).Make(old.Id, old.DayCode, now), now);
    });

    /// <summary>It lasts two hours then, and one can reserve until it begins.</summary>
    public static Task StaffMove(this Town town, int number, DateTimeOffset to) => town.Others((unit, now) =>
    {
        var old = unit.Db.Set<Seminar>().Single(s => s.Number == number);
        Gatherings.Rewrite(unit, old, (SeminarWish.Of(old) with { StartsAt = to, EndsAt = to.AddHours(2), Deadline = to }).Make(old.Id, old.DayCode, now), now);
    });

    private static Task StaffCallOff(this Town town, int number) => town.Others((unit, now) =>
        Gatherings.CallOff(unit, unit.Db.Set<Seminar>().Single(s => s.Number == number), "大雪の おそれが あるためです。", now));

    private static Task Fill(this Town town, int number) => town.Others((unit, now) =>
    {
        var seminar = town.Seminar(number);
        foreach (var how in seminar.Ways)
            for (var i = seminar.Free(how); i > 0; i--) Rosters.Do(unit, Newcomer(unit, now), new Effect.Reserve(seminar.Id, how, 1), now);
    });

    private static Task OthersWait(this Town town, int number) => town.Others((unit, now) =>
    {
        var seminar = town.Seminar(number);
        foreach (var how in seminar.Ways) Rosters.Do(unit, Newcomer(unit, now), new Effect.WaitForSeat(seminar.Id, how, 1), now);
    });

    private static Task OneCancels(this Town town, int number) => town.Others((unit, now) =>
    {
        var last = town.Reservations(number).Last(r => r.State == ReservationState.Reserved && r.MemberId.StartsWith("other", StringComparison.Ordinal));
        Rosters.Do(unit, last.MemberId, new Effect.CancelReservation(last.SeminarId), now);
    });

    private static Task Others(this Town town, Action<Unit, DateTimeOffset> act) => town.Database.Writer.Write(unit => act(unit, town.Clock.GetUtcNow()));

    private static string Newcomer(Unit unit, DateTimeOffset now) => unit.Members.AddAnonymous(now, () => $"other-{Guid.NewGuid():N}");
}
