using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.SignIn;

/// <summary>Where nobody has an account yet: one administrator, whose password stands once on the screen that the host was started from.</summary>
public static class FirstAccounts
{
    private const string Login = "admin", Actor = "command";

    /// <param name="screen">The console itself: what is logged is kept, and this must not be.</param>
    public static async Task Make(WebApplication app, TextWriter screen)
    {
        var database = app.Services.GetRequiredService<Database>();
        if (app.Environment.IsDevelopment()) await DemoStaff.Seed(app.Services);
        if (database.Reader.Read(unit => unit.Db.Set<StaffEntry>().Any())) return;
        var (_, password) = await app.Services.GetRequiredService<Accounts>().Create(Actor, Login, new Accounts.Wanted("管理者", Role.Administrator.Name(), null));
        await screen.WriteLineAsync($"\n  The first account of the console, shown only now: {Login} / {password}\n");
    }
}
