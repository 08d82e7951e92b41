using System.Text;
using System.Security.Cryptography;
using Concierge.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Concierge.Admin.Web;

/// <summary>
/// Seals cookies and forms with the system key, which comes from the master key: there is no ring of keys to keep, to protect and to share
/// between machines. What it is for is authenticated with it, so that a cookie cannot be passed off as a form's secret.
/// </summary>
public sealed class VaultProtection(Vault vault, string purpose = "admin") : IDataProtector
{
    public IDataProtector CreateProtector(string inner) => new VaultProtection(vault, $"{purpose}/{Encoding.UTF8.GetByteCount(inner)}:{inner}");

    public byte[] Protect(byte[] plaintext) => vault.SealForSystem(purpose, plaintext).Bytes;

    /// <exception cref="CryptographicException">Not ours, changed, or for something else.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        try
        {
            return vault.OpenForSystem(purpose, new Sealed(protectedData));
        }
        catch (CannotOpen e)
        {
            throw new CryptographicException("It is not ours.", e);
        }
    }
}

public static class VaultProtectionExtensions
{
    public static IServiceCollection AddVaultProtection(this IServiceCollection services)
    {
        services.AddSingleton<IDataProtectionProvider>(provider => new VaultProtection(provider.GetRequiredService<Database>().Vault));
        // It would make a ring of keys in the home folder at every start.
        foreach (var one in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly).ToArray())
            services.Remove(one);
        return services;
    }
}
