using Microsoft.Extensions.Configuration.Memory;

namespace Concierge.Bot;

/// <summary>The settings under all others: appsettings.json and the environment win over these.</summary>
public static class Defaults
{
    private static readonly Dictionary<string, string?> Always = new()
    {
        ["urls"] = "http://127.0.0.1:5100",
    };

    /// <summary>In development the LINE simulator is LINE. Its secret and token are fixed and worth nothing.</summary>
    private static readonly Dictionary<string, string?> Development = new(Always)
    {
        ["Line:ChannelSecrets:0"] = "development-secret-not-for-production",
        ["Line:ChannelId"] = "1234567890",
        ["Line:ApiBase"] = "http://127.0.0.1:5300",
        ["Line:DataApiBase"] = "http://127.0.0.1:5300",
        ["Line:AddFriendUrl"] = "http://127.0.0.1:5300/phone/",
        ["Points:File"] = Path.Combine(AppContext.BaseDirectory, "demo", "points.csv"),
        ["Web:EmbedOrigins:0"] = "http://127.0.0.1:5300",
        ["Web:EmbedOrigins:1"] = "http://localhost:5300",
    };

    public static MemoryConfigurationSource Of(IHostEnvironment host) => new() { InitialData = host.IsDevelopment() ? Development : Always };
}
