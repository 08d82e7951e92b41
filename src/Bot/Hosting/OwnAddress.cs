using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Concierge.Bot;

/// <summary>Where people reach this host: <c>Bot:PublicUrl</c>, or in development the address we listen on.</summary>
public sealed class OwnAddress(IServer server, IOptions<BotOptions> options)
{
    /// <summary>Without a slash at its end.</summary>
    public string Base => (options.Value.PublicUrl ?? Listening).TrimEnd('/');

    /// <summary>Whether LINE itself can fetch something from here.</summary>
    public bool IsPublic => options.Value.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5100";
}
