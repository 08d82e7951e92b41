using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concierge.SystemTests.Road;

/// <summary>
/// A host whose schedule does not ring by itself: it goes by the clock on the wall, and tests have their own. What is due they ring for by hand.
/// </summary>
internal sealed class WithoutBell : IServiceProviderFactory<IServiceCollection>
{
    public IServiceCollection CreateBuilder(IServiceCollection services)
    {
        foreach (var bell in services.Where(IsBell).ToList()) services.Remove(bell);
        return services;
    }

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder) => containerBuilder.BuildServiceProvider();

    private static bool IsBell(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service is { IsKeyedService: false, ImplementationType: { } type }
        && (type.Name == "QuartzHostedService" || type == typeof(Bot.Jobs.ForgetOldJobs));
}
