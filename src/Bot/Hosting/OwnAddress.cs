using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Concierge.Bot;

/// <summary>The address this host listens on, for links in development when <c>Bot:PublicUrl</c> is not set.</summary>
public sealed class OwnAddress(IServer server)
{
    public string Url => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5100";
}
