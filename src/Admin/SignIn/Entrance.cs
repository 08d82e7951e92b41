using System.Net;
using Concierge.Core.Understanding;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.SignIn;

/// <summary>Lets staff in. Whatever was wrong, the answer is the same no, as late and after the same writing: nobody learns which accounts there are.</summary>
public sealed class Entrance(Database database, Passwords passwords, AddressTries addresses, TimeProvider time)
{
    public const int LongestLogin = 60;

    /// <summary>However it was typed: the widths and sizes of letters make no difference.</summary>
    public static string LoginOf(string? typed) =>
        typed is { Length: <= LongestLogin } ? Normal.Wide(typed.Trim()).ToLowerInvariant() : "";

    /// <summary>The account, when the password is right. Who has a second factor is not in yet, and their tries still count.</summary>
    public async Task<StaffEntry?> ByPassword(string? typed, string? password, IPAddress? from)
    {
        var login = LoginOf(typed);
        var may = await TakeTry(login, from);
        var staff = database.Reader.Read(unit => unit.Db.Set<StaffEntry>().AsNoTracking().SingleOrDefault(s => s.Login == login));
        var fits = passwords.Fits(staff?.PasswordHash, password is { Length: <= Passwords.Longest } ? password : "");
        return may && fits ? staff : null;
    }

    /// <summary>The account, when the code is right.</summary>
    public async Task<StaffEntry?> ByCode(StaffEntry staff, string? code, IPAddress? from)
    {
        if (!await TakeTry(staff.Login, from)) return null;
        return await database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find(staff.Id) is { } known && TakeCode(known, code, unit.Vault) ? known : null);
    }

    /// <summary>Somebody is in.</summary>
    public async Task Welcome(StaffEntry staff, IPAddress? from)
    {
        await GiveBackTries(staff, from);
        await database.Writer.Write(unit => AuditTrail.Append(unit, time.GetUtcNow(), staff.Id, "sign-in", "staff/" + staff.Id));
    }

    public Task GiveBackTries(StaffEntry staff, IPAddress? from)
    {
        addresses.GiveBack(from, staff.Login);
        return database.Writer.Write(unit => Tries.GiveBack(unit, staff.Login));
    }

    /// <summary>True for a right code of this account, which is then used up.</summary>
    public bool TakeCode(StaffEntry staff, string? code, Vault vault)
    {
        var typed = Normal.Wide(code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (Authenticator.Of(staff, vault)?.Taking(typed, time.GetUtcNow()) is not { } taken) return false;
        staff.AuthenticatorKey = taken.Seal(vault);
        return true;
    }

    private async Task<bool> TakeTry(string login, IPAddress? from)
    {
        var now = time.GetUtcNow();
        return addresses.Take(from, login, now) && await database.Writer.Write(unit =>
        {
            // Told of an unknown one as well, without what was typed: that may be a password in the wrong place.
            var id = unit.Db.Set<StaffEntry>().Where(staff => staff.Login == login).Select(staff => staff.Id).SingleOrDefault();
            AuditTrail.Append(unit, now, "nobody", "try", id is null ? "staff" : "staff/" + id);
            return Tries.Take(unit, login, now);
        });
    }
}
