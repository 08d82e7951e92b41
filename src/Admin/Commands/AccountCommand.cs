using System.CommandLine;
using Concierge.Admin.SignIn;
using Concierge.Data;

namespace Concierge.Admin.Commands;

/// <summary><c>account reset LOGIN</c>: for the only administrator, whom no colleague can let in again.</summary>
public static class AccountCommand
{
    public static Command Make() => new("account", "Accounts of staff; everything else about them is done in the console") { Reset() };

    private static Command Reset()
    {
        var login = new Argument<string>("login") { Description = "What the person signs in with" };
        var command = new Command("reset", "Make a new first password, and lift the lock and the second factor") { login };
        command.SetAction((parsed, _) => CommandLine.With((database, now) => Reset(database, parsed.GetValue(login)!, Console.Out, now)));
        return command;
    }

    /// <summary>A closed account stays closed: that was somebody's decision.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> Reset(Database database, string typed, TextWriter screen, DateTimeOffset now)
    {
        var (login, password) = (Entrance.LoginOf(typed), Passwords.OneTime());
        var hash = new Passwords().Hash(password);
        var isReset = await database.Writer.Write(unit =>
        {
            if (unit.Db.Set<StaffEntry>().FirstOrDefault(staff => staff.Login == login && staff.Enabled) is not { } staff) return false;
            (staff.PasswordHash, staff.MustChangePassword, staff.FailedTries, staff.LockedUntil) = (hash, true, 0, null);
            (staff.TwoFactor, staff.AuthenticatorKey, staff.SecurityStamp, staff.Revision) = (false, null, Guid.CreateVersion7().ToString("N"), staff.Revision + 1);
            AuditTrail.Append(unit, now, "command", "reset-account", "staff/" + staff.Id);
            return true;
        });
        await screen.WriteLineAsync(isReset ? $"First password, shown only now: {password}" : $"There is no open account \"{login}\".");
        return isReset ? 0 : 1;
    }
}
