using Microsoft.Extensions.Options;

namespace Concierge.Bot.Points;

/// <summary>Registers what asks the operator of the point card.</summary>
public static class PointsSetup
{
    /// <summary>Reads <c>Points:</c>; wrong settings stop the start with an error that names the key.</summary>
    public static IServiceCollection AddPoints(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PointsOptions>().Bind(configuration.GetSection("Points"));
        services.AddSingleton<IValidateOptions<PointsOptions>, PointsOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PointsOptions>>().Value);
        services.AddSingleton<CsvPointCards>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HttpPointCards>(provider, HttpPointCards.NewHttpClient()));
        services.AddSingleton<IPointCards>(provider => provider.GetRequiredService<PointsOptions>().Source switch
        {
            PointsSource.Http => provider.GetRequiredService<HttpPointCards>(),
            _ => provider.GetRequiredService<CsvPointCards>(),
        });
        services.AddSingleton<ErrandWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ErrandWorker>());
        return services;
    }
}
