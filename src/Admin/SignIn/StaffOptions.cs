using Concierge.Core.Staff;

namespace Concierge.Admin.SignIn;

/// <summary>Settings under <c>Staff:</c>.</summary>
public sealed class StaffOptions
{
    /// <summary>How many guesses in 15 minutes one address has, whatever the account.</summary>
    public int TriesPerAddress { get; set; } = Tries.Most;

    /// <summary>The city's identity provider; without an Authority there is none.</summary>
    public OidcOptions Oidc { get; set; } = new();

    public IEnumerable<string> Wrong()
    {
        if (TriesPerAddress < 1) yield return $"Staff:TriesPerAddress is {TriesPerAddress}; it must be at least 1.";
        if (Oidc.Authority is null) yield break;
        if (!Uri.TryCreate(Oidc.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback))
            yield return $"Staff:Oidc:Authority is \"{Oidc.Authority}\"; it must be an https address.";
        if (string.IsNullOrEmpty(Oidc.ClientId)) yield return "Staff:Oidc:ClientId is missing; the identity provider gave it to you.";
        if (string.IsNullOrEmpty(Oidc.ClientSecret)) yield return "Staff:Oidc:ClientSecret is missing; the identity provider gave it to you.";
        foreach (var role in Oidc.Roles.Keys.Where(role => Rights.Named(role) is null))
            yield return $"Staff:Oidc:Roles:{role} names no role; there are {string.Join(", ", Enum.GetValues<Role>().Select(Rights.Name))}.";
    }
}

/// <summary>Settings under <c>Staff:Oidc:</c>.</summary>
public sealed class OidcOptions
{
    public string? Authority { get; set; }
    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }

    /// <summary>The claim that holds what somebody's account here is called.</summary>
    public string LoginClaim { get; set; } = "preferred_username";

    /// <summary>The claim that says what somebody is, where the provider decides that; null: the account says it.</summary>
    public string? RoleClaim { get; set; }

    /// <summary>What the role claim says for each of our roles, e.g. <c>Staff:Oidc:Roles:desk = concierge-desk</c>.</summary>
    public Dictionary<string, string> Roles { get; set; } = [];
}
