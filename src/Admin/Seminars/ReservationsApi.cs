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
        api.MapDelete(Path + "/{member}/attendance", UndoAttend).Needs(Right.RunSeminars).WithSummary("It was a mistake: they have not come");
        api.MapPut(Path + "/{member}/seat", TakeOffer).Needs(Right.RunSeminars).WithSummary("They say yes, by telephone, to the seat that was offered");
        api.MapPut(Path + "/{member}/told", Told).Needs(Right.RunSeminars).WithSummary("Staff have telephoned: the person knows what has changed");
        api.MapPut("/seminars/{id}/check-ins", CheckIn).Needs(Right.RunSeminars).WithSummary("The list at the door, all at once: who came and who did not");
    }

    /// <param name="Revision">Of the seminar, as it was told: what has changed since is still to be told.</param>
    public sealed record Telling(int? Revision);

    /// <param name="Came">Ids of members; so <paramref name="NotCame"/>, to take a mistake back. Who stands in neither stays as they are.</param>
    public sealed record CheckIns(IReadOnlyList<string>? Came, IReadOnlyList<string>? NotCame);

    /// <param name="State">reserved or waiting.</param>
    public sealed record Booked(string Member, string State);

    private static async Task<Results<Ok<Listed<ReservationShown>>, FileContentHttpResult>> List(
        string id, Paging paging, Format format, string? state, Actor actor, Database database, TimeProvider time)
    {
        var (sort, of, part) = ($"id/{id}/{state}", Names.ReadIfAny<ReservationState>("state", state), format.Of(paging));
        var after = part.After<LastSeq>(sort)?.Seq ?? 0;
        var list = await database.Show(actor, time.GetUtcNow(), "seminar/" + id, "names", unit =>
            part.Part(sort, SeminarReading.Reservations(unit, id, of, after, part.Limit + 1, time.GetUtcNow()), reservation => reservation, reservation => new LastSeq(reservation.Id)));
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

    internal static async Task<NoContent> UndoAttend(string id, string member, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Decide(unit =>
        {
            Booking.UndoAttend(unit, id, member, time.GetUtcNow());
            return Note(unit, time.GetUtcNow(), actor, "undo-attend", id, member);
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> TakeOffer(string id, string member, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Decide(unit =>
        {
            Booking.TakeOffer(unit, id, member, time.GetUtcNow());
            unit.Feed.Add(time.GetUtcNow(), "seminar-reserved", member, null);
            return Note(unit, time.GetUtcNow(), actor, CallsApi.TakesOffer, id, member);
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> Told(string id, string member, Telling told, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Decide(unit =>
        {
            Booking.Told(unit, id, member, told.Revision ?? throw Problem.Missing("revision"));
            return Note(unit, time.GetUtcNow(), actor, CallsApi.IsTold, id, member);
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> CheckIn(string id, CheckIns list, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        await database.Writer.Decide(unit =>
        {
            foreach (var member in list.Came ?? []) Booking.Attend(unit, id, member, now);
            foreach (var member in list.NotCame ?? []) Booking.UndoAttend(unit, id, member, now);
            AuditTrail.Append(unit, now, actor.Id, "check-in", "seminar/" + id, string.Join(',', [.. list.Came ?? [], .. list.NotCame ?? []]));
            return true;
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
