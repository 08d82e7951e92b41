using System.Net;
using System.Net.Sockets;

namespace Concierge.Admin.SignIn;

/// <summary>
/// How often may be guessed from one address, whatever the account. Whoever gets in gives their own tries back, so that an office behind one
/// address is not shut out by a few slips; those on other accounts stay. Kept by this process alone: it is the second fence.
/// </summary>
public sealed class AddressTries(StaffOptions options)
{
    private const int MostAddresses = 10_000, NetworkOfIpV6 = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Try>> tries = [];

    /// <summary>False when there were too many within <see cref="Tries.Locked"/>.</summary>
    public bool Take(IPAddress? from, string login, DateTimeOffset now)
    {
        lock (gate)
        {
            if (tries.Count >= MostAddresses) Forget(now);
            var known = tries.TryGetValue(Name(from), out var found) ? found : tries[Name(from)] = [];
            known.RemoveAll(one => one.At + Tries.Locked <= now);
            if (known.Count >= options.TriesPerAddress) return false;
            known.Add(new Try(login, now));
            return true;
        }
    }

    public void GiveBack(IPAddress? from, string login)
    {
        lock (gate)
        {
            if (tries.TryGetValue(Name(from), out var known)) known.RemoveAll(one => one.Login == login);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (address, known) in tries)
            if (known.TrueForAll(one => one.At + Tries.Locked <= now)) tries.Remove(address);
    }

    /// <summary>Of IPv6 the network: one household or office has all the addresses in it.</summary>
    private static string Name(IPAddress? from) =>
        from is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(from.GetAddressBytes().AsSpan(0, NetworkOfIpV6))
            : from?.MapToIPv4().ToString() ?? "";

    private sealed record Try(string Login, DateTimeOffset At);
}
