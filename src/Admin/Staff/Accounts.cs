using Concierge.Admin.SignIn;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Staff;

/// <summary>What an administrator does to the accounts of others. What changes what somebody may do, or with what they enter, ends their sessions.</summary>
public sealed class Accounts(Database database, AccountChanges changes, Passwords passwords, NewId newId, TimeProvider time)
{
    private const int LongestName = 60;

    /// <param name="Role">By name, as a form has it.</param>
    /// <param name="Scope">Of a partner: its area.</param>
    public sealed record Wanted(string? Name, string? Role, string? Scope, bool Enabled = true);

    /// <exception cref="Problem">There is none of that id.</exception>
    public StaffEntry Of(string id) => changes.Of(id);

    /// <summary>Makes an account and a first password, which cannot be shown again.</summary>
    /// <exception cref="Problem">A part is missing or wrong, or there is somebody of that login.</exception>
    public async Task<(StaffEntry Staff, string Password)> Create(string actor, string? typed, Wanted wanted)
    {
        var (password, login) = (Passwords.OneTime(), Entrance.LoginOf(typed));
        if (login.Length == 0 || login.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_' or '@')))
            throw Problem.Invalid("login", Words.Say("console_refused_login"));
        var (name, role, scope) = Checked(wanted);
        var staff = new StaffEntry
        {
            Id = newId(), Login = login, Name = name, Role = role, Scope = scope, PasswordHash = passwords.Hash(password), SecurityStamp = newId(), TwoFactor = false,
            MustChangePassword = true, FailedTries = 0, Enabled = true, CreatedAt = time.GetUtcNow(), Revision = 1,
        };
        await database.Writer.Write(unit =>
        {
            if (unit.Db.Set<StaffEntry>().Any(other => other.Login == login)) throw Problem.Conflict("login-taken");
            unit.Db.Add(staff);
            AuditTrail.Append(unit, time.GetUtcNow(), actor, "create", "staff/" + staff.Id);
        });
        return (staff, password);
    }

    /// <exception cref="Problem">A part is missing or wrong; somebody else changed it meanwhile; or it is one's own: nobody shuts themselves out, so one administrator is always left.</exception>
    public Task Change(Actor actor, string id, int seen, Wanted wanted) => changes.Make(actor.Id, id, seen, "change", (unit, staff) =>
    {
        var (name, role, scope) = Checked(wanted);
        var isPower = (staff.Role, staff.Scope, staff.Enabled) != (role, scope, wanted.Enabled);
        if (isPower && staff.Id == actor.Id) throw Problem.Conflict("own-account");
        (staff.Name, staff.Role, staff.Scope, staff.Enabled) = (name, role, scope, wanted.Enabled);
        if (!isPower) return;
        staff.SecurityStamp = newId();
        // Their programs keep no right that they have lost.
        unit.Db.Set<TokenEntry>().Where(token => token.StaffId == id && token.RevokedAt == null).ExecuteUpdate(set => set.SetProperty(token => token.RevokedAt, time.GetUtcNow()));
    });

    /// <summary>For who has forgotten theirs: a first password, which cannot be shown again.</summary>
    public async Task<string> ResetPassword(string actor, string id, int? seen)
    {
        var password = Passwords.OneTime();
        var hash = passwords.Hash(password);
        await changes.Make(actor, id, seen, "reset-password", (_, staff) =>
            (staff.PasswordHash, staff.SecurityStamp, staff.MustChangePassword, staff.FailedTries, staff.LockedUntil) = (hash, newId(), true, 0, null));
        return password;
    }

    /// <summary>For who has lost their telephone.</summary>
    public Task ResetTwoFactor(string actor, string id, int seen) => changes.Make(actor, id, seen, "reset-second-factor", (_, staff) =>
        (staff.TwoFactor, staff.AuthenticatorKey, staff.SecurityStamp) = (false, null, newId()));

    private static (string Name, Role Role, string? Scope) Checked(Wanted wanted)
    {
        if (wanted.Name?.Trim() is not { Length: > 0 and <= LongestName } name) throw Problem.Invalid("name", Words.Say("console_refused_name", ("max", LongestName)));
        if (Rights.Named(wanted.Role) is not { } role) throw Problem.Invalid("role", Words.Say("console_refused_role"));
        if (role != Role.Partner) return (name, role, null);
        return wanted.Scope?.Trim() is { Length: > 0 and <= LongestName } scope ? (name, role, scope) : throw Problem.Invalid("scope", Words.Say("console_refused_scope"));
    }
}
