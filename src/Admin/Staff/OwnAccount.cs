using System.Net;
using Concierge.Admin.SignIn;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Staff;

/// <summary>What people do to their own account. It ends their other sessions; the caller begins this one anew.</summary>
public sealed class OwnAccount(Database database, AccountChanges changes, Entrance entrance, Passwords passwords, NewId newId, TimeProvider time)
{
    public StaffEntry Of(string id) => changes.Of(id);

    /// <summary>Instead of the first one, which somebody else made.</summary>
    /// <exception cref="Problem">The two are not the same, or it is too easy to guess or the old one.</exception>
    public Task<StaffEntry> SetPassword(StaffEntry staff, string? password, string? again)
    {
        if (password is null || password != again) throw Problem.Invalid("again", Words.Say("console_refused_again"));
        if (!Passwords.IsGood(password, staff.Login)) throw Problem.Invalid("password", Words.Say("console_refused_password", ("min", Passwords.Shortest)));
        if (passwords.Fits(staff.PasswordHash, password)) throw Problem.Invalid("password", Words.Say("console_refused_same"));
        var hash = passwords.Hash(password);
        return changes.Make(staff.Id, staff.Id, staff.Revision, "change-password", (_, known) => (known.PasswordHash, known.MustChangePassword, known.SecurityStamp) = (hash, false, newId()));
    }

    /// <exception cref="Problem">The old one is wrong, or the new one is refused.</exception>
    public async Task<StaffEntry> ChangePassword(string id, string? old, string? password, string? again, IPAddress? from) => await SetPassword(await Confirmed(id, old, from), password, again);

    /// <summary>A new device; it counts once a code of it was right.</summary>
    public Task BeginTwoFactor(string id) => changes.Make(id, id, null, "begin-second-factor", (unit, staff) =>
    {
        if (staff.TwoFactor) throw Problem.Conflict("second-factor-on");
        staff.AuthenticatorKey = Authenticator.New().Seal(unit.Vault);
    });

    /// <exception cref="Problem">The code is wrong.</exception>
    public Task<StaffEntry> ConfirmTwoFactor(string id, string? code) => changes.Make(id, id, null, "set-second-factor", (unit, staff) =>
    {
        if (!entrance.TakeCode(staff, code, unit.Vault)) throw Problem.Invalid("code", Words.Say("console_code_wrong"));
        (staff.TwoFactor, staff.SecurityStamp) = (true, newId());
    });

    /// <exception cref="Problem">The password is wrong.</exception>
    public async Task<StaffEntry> RemoveTwoFactor(string id, string? password, IPAddress? from)
    {
        var seen = await Confirmed(id, password, from);
        return await changes.Make(id, id, seen.Revision, "remove-second-factor", (_, staff) => (staff.TwoFactor, staff.AuthenticatorKey, staff.SecurityStamp) = (false, null, newId()));
    }

    /// <summary>On leaving. Not a change that an administrator's open page would stumble over.</summary>
    public Task EndSessions(string id) => database.Writer.Write(unit =>
    {
        unit.Db.Set<StaffEntry>().Find(id)!.SecurityStamp = newId();
        AuditTrail.Append(unit, time.GetUtcNow(), id, "sign-out", "staff/" + id);
    });

    /// <summary>Whoever sits at an open screen is not always its owner; guesses here are counted as at the entrance.</summary>
    private async Task<StaffEntry> Confirmed(string id, string? password, IPAddress? from)
    {
        var staff = await entrance.ByPassword(Of(id).Login, password, from) ?? throw Problem.Invalid("old", Words.Say("console_refused_old"));
        await entrance.GiveBackTries(staff, from);
        return staff;
    }
}
