using System.Globalization;
using Concierge.Admin.Audit;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Seminars;

/// <summary>名簿: who comes to a seminar.</summary>
public static class ReservationsApi
{
    private const string Path = "/seminars/{id}/reservations";

    private static readonly string[] Heads = ["member", "name", "phone", "how", "seats", "state", "madeAt"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Path, List).Needs(Right.RunSeminars).WithSummary("Who comes, in the order of booking; filter: state; format=csv for the list at the door");
        api.MapPost(Path, Book).Needs(Right.RunSeminars).NeedsKey().WithSummary("Book by telephone or on paper");
        api.MapDelete(Path + "/{member}", Cancel).Needs(Right.RunSeminars).WithSummary("Give somebody's seats back; whoever waits is offered them");
        api.MapPut(Path + "/{member}/attendance", Attend).Needs(Right.RunSeminars).WithSummary("Write down that somebody came");
    }

    /// <param name="State">reserved or waiting.</param>
    public sealed record Booked(string Member, string State);

    private static async Task<Results<Ok<Listed<ReservationShown>>, FileContentHttpResult>> List(
        string id, Paging paging, Format format, string? state, Actor actor, Database database, TimeProvider time)
    {
        var (sort, of, part) = ($"id/{id}/{state}", Names.ReadIfAny<ReservationState>("state", state), format.Of(paging));
        var after = part.After<LastSeq>(sort)?.Seq ?? 0;
        var list = await database.Show(actor, time.GetUtcNow(), "seminar/" + id, "names", unit =>
            part.Part(sort, SeminarReading.Reservations(unit, id, of, after, part.Limit + 1), reservation => reservation, reservation => new LastSeq(reservation.Id)));
        return format.Answer(list, "reservations", Heads, Row);
    }

    internal static async Task<Created<Booked>> Book(string id, BookingWish wish, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var (how, seats, waits) = wish.Checked();
        var now = time.GetUtcNow();
        var booked = await database.Writer.Decide(unit => Once.Do(unit, http, actor, wish, now, () =>
        {
            var member = wish.MemberIn(unit, newId, actor.Id, now);
            var state = Booking.Reserve(unit, id, member, how, seats, waits, now);
            Note(unit, now, actor, "reserve", id, member);
            unit.Feed.Add(now, "seminar-reserved", member, null);
            return new Booked(member, Names.Of(state));
        }));
        return TypedResults.Created($"/api/v1/seminars/{id}/reservations/{booked.Member}", booked);
    }

    internal static async Task<NoContent> Cancel(string id, string member, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Decide(unit =>
        {
            Booking.Cancel(unit, id, member, time.GetUtcNow());
            unit.Feed.Add(time.GetUtcNow(), "seminar-cancelled", member, null);
            return Note(unit, time.GetUtcNow(), actor, "cancel", id, member);
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> Attend(string id, string member, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Decide(unit =>
        {
            Booking.Attend(unit, id, member, time.GetUtcNow());
            return Note(unit, time.GetUtcNow(), actor, "attend", id, member);
        });
        return TypedResults.NoContent();
    }

    private static bool Note(Unit unit, DateTimeOffset now, Actor actor, string what, string seminar, string member)
    {
        AuditTrail.Append(unit, now, actor.Id, what, $"seminar/{seminar}/reservation/{member}");
        return true;
    }

    private static string?[] Row(ReservationShown of) =>
        [of.Member, of.Name, of.Phone, of.How, of.Seats.ToString(CultureInfo.InvariantCulture), of.State, TokyoTime.Write(of.MadeAt)];
}
