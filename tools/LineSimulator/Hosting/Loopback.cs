using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Concierge.LineSimulator;

/// <summary>The simulator speaks with its own machine only: neither strangers nor LINE itself are ever reached.</summary>
internal static class Loopback
{
    public const string Why = "the simulator uses loopback addresses only, such as http://127.0.0.1:5300.";

    public static bool IsLoopback(string address, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(address, UriKind.Absolute, out url)
        && url.Scheme is "http" or "https"
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    public static Uri Webhook(string address) => IsLoopback(address, out var url)
        ? url
        : throw new RefusedSetting($"Simulator:WebhookUrl is {address}, but {Why}");

    public static string Listening(string addresses)
    {
        var outside = addresses.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(address => !IsLoopback(address, out _));
        return outside is null ? addresses : throw new RefusedSetting($"urls is {outside}, but {Why}");
    }
}

/// <summary>A setting that the simulator will not start with; the message says which and why.</summary>
public sealed class RefusedSetting(string message) : Exception(message);
