using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.Line;

/// <summary>Registers what speaks to LINE. The key for buttons is not LINE's business: register <see cref="TapTokens"/> beside it.</summary>
public static class LineSetup
{
    /// <summary>Reads <c>Line:</c>; wrong settings stop the start with an error that names the key.</summary>
    public static IServiceCollection AddLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LineOptions>().Bind(configuration.GetSection(LineOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LineOptions>, LineOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LineOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RateLimits>();
        services.AddSingleton<LineMetrics>();
        services.AddSingleton<ChannelTokens>();
        services.AddSingleton<LineClient>();
        services.AddSingleton<LineAccount>();
        services.AddSingleton<RichMenu>();
        services.AddSingleton<RichMenuSetup>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LineTransport>(provider, LineTransport.NewHttpClient()));
        return services;
    }
}
