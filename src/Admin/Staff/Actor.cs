using System.Security.Claims;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Staff;

/// <summary>Who calls: a member of staff, or a program with a token of its own.</summary>
/// <param name="Id">Of the member of staff; for a program of its token. Stands in the audit trail.</param>
/// <param name="Name">As citizens and colleagues read it.</param>
/// <param name="Scope">Of a partner: its area; null for all others.</param>
public sealed record Actor(string Id, string Name, Role Role, string? Scope)
{
    private const string RoleClaim = "role", ScopeClaim = "scope";

    /// <summary>For a parameter of an endpoint: behind a right there is always one.</summary>
    public static ValueTask<Actor?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http.User));

    /// <summary>Null when nobody is signed in.</summary>
    public static Actor? Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Enum.TryParse<Role>(user.FindFirstValue(RoleClaim), out var role)
            ? new Actor(id, user.FindFirstValue(ClaimTypes.Name) ?? "", role, user.FindFirstValue(ScopeClaim))
            : null;

    public static Actor Of(StaffEntry staff) => new(staff.Id, staff.Name, staff.Role, staff.Scope);

    /// <summary>A token of a member of staff acts for them, with the token's role.</summary>
    public static Actor Of(TokenEntry token, StaffEntry? staff) => new(staff?.Id ?? token.Id, staff?.Name ?? token.Name, token.Role, token.Scope);

    public ClaimsPrincipal Principal(string scheme)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(RoleClaim, Role.ToString()) };
        if (Scope is not null) claims.Add(new(ScopeClaim, Scope));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
