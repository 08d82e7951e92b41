using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.SignIn;

/// <summary>Somebody of every role, to try the console with; in development alone.</summary>
public static class DemoStaff
{
    /// <summary>No secret: <c>scripts/dev</c> prints it.</summary>
    public const string Password = "kashiwa-demo-2026";

    private static readonly (string Login, string Name, Role Role, string? Scope)[] All =
    [
        ("sato", "窓口 佐藤", Role.Desk, null),
        ("suzuki", "事務局 鈴木", Role.Secretariat, null),
        ("tanaka", "柏の葉 田中", Role.Partner, "柏の葉"),
        ("ito", "研究 伊藤", Role.Research, null),
        ("watanabe", "監査 渡辺", Role.Auditor, null),
        ("admin", "管理者 高橋", Role.Administrator, null),
    ];

    /// <summary>Where there is somebody already, nothing is changed.</summary>
    public static Task Seed(IServiceProvider services)
    {
        var (hash, now) = (services.GetRequiredService<Passwords>().Hash(Password), services.GetRequiredService<TimeProvider>().GetUtcNow());
        return services.GetRequiredService<Database>().Writer.Write(unit =>
        {
            if (unit.Db.Set<StaffEntry>().Any()) return;
            unit.Db.AddRange(All.Select(one => new StaffEntry
            {
                Id = "demo-" + one.Login, Login = one.Login, Name = one.Name, Role = one.Role, Scope = one.Scope, PasswordHash = hash, SecurityStamp = "demo",
                TwoFactor = false, MustChangePassword = false, FailedTries = 0, Enabled = true, CreatedAt = now, Revision = 1,
            }));
        });
    }
}
