using Concierge.Admin.Members;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>Phones of the staff's own, where tests arrive: members like everybody, named here by hand.</summary>
public static class BroadcastPhonesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/broadcast-phones", List).Needs(Right.WriteBroadcasts).WithSummary("Where tests of broadcasts arrive");
        api.MapPut("/broadcast-phones/{member}", Add).Needs(Right.ApproveBroadcasts).WithSummary("Tests arrive there too, from now on");
        api.MapDelete("/broadcast-phones/{member}", Remove).Needs(Right.ApproveBroadcasts).WithSummary("No test arrives there any more");
    }

    /// <param name="AddedByName">Of whoever has no account, the id.</param>
    public sealed record PhoneShown(string Member, string AddedBy, string AddedByName, DateTimeOffset At);

    internal static Listed<PhoneShown> List(Database database) => database.Reader.Read(unit =>
    {
        var names = StaffNames.Of(unit);
        var phones = unit.Db.Set<BroadcastPhone>().AsNoTracking().OrderBy(p => p.At).ThenBy(p => p.MemberId).AsEnumerable();
        return new Listed<PhoneShown>([.. phones.Select(p => new PhoneShown(p.MemberId, p.AddedBy, names.NameOf(p.AddedBy), p.At))], null);
    });

    internal static async Task<NoContent> Add(string member, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Write(unit =>
        {
            MemberReading.Require(unit, member);
            if (unit.Db.Find<BroadcastPhone>(member) is not null) return;
            if (unit.Db.Set<BroadcastPhone>().Count() >= BroadcastPhone.Most) throw Problem.Invalid("member", Words.Say("problem_broadcast_phones", ("max", BroadcastPhone.Most)));
            unit.Db.Add(new BroadcastPhone { MemberId = member, AddedBy = actor.Id, At = time.GetUtcNow() });
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "add", "broadcast-phone/" + member);
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> Remove(string member, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Write(unit =>
        {
            if (unit.Db.Find<BroadcastPhone>(member) is not { } phone) throw Problem.NotFound();
            unit.Db.Remove(phone);
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "remove", "broadcast-phone/" + member);
        });
        return TypedResults.NoContent();
    }
}
