using System.Text;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Secrets;

/// <summary>What staff write down of people, with a canary in it.</summary>
internal static class AtTheDesk
{
    public static Task StaffWriteDown(this Town town, Canaries canaries) => town.Database.Writer.Write(unit =>
    {
        var now = town.Clock.GetUtcNow();
        unit.Db.Add(new StaffEntry
        {
            Id = "sato", Login = "sato", Name = "佐藤", Role = Role.Desk, SecurityStamp = "1", TwoFactor = true, MustChangePassword = false, FailedTries = 0, Enabled = true, CreatedAt = now, Revision = 1,
            AuthenticatorKey = unit.Vault.SealForSystem(Fields.AuthenticatorKey, Encoding.UTF8.GetBytes(canaries.Words("authenticator"))),
        });
        var member = unit.Members.AddAnonymous(now, () => "m-telephone");
        Contacts.Keep(unit, member, new Contact(canaries.Words("contact.name"), canaries.Words("contact.phone")), "sato", now);
        var consultation = new ConsultationEntry { Id = "c-1", At = now, Way = ConsultationWay.Telephone, Theme = ConsultationTheme.Work, Minutes = 5, MemberId = member, TakenBy = "sato", Revision = 1 };
        ConsultationNotes.Write(unit, consultation, canaries.Words("consultation"));
        unit.Db.Add(consultation);
        Gatherings.WriteSupporters(unit, unit.Db.Set<Seminar>().First(), canaries.Words("supporters"));
        var number = new KpiEntry { Id = "k-1", Indicator = "site-accesses", Day = Core.Calendar.Tokyo.Day(now), Number = 1, WrittenBy = "sato", Revision = 1 };
        KpiNotes.Write(unit, number, canaries.Words("kpi"));
        unit.Db.Add(number);
    });
}
