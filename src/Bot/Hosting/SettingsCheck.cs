using Concierge.Bot.Line;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Concierge.Bot;

/// <summary>Reads every setting once, before anything is opened: a wrong one is named in one sentence.</summary>
public static class SettingsCheck
{
    /// <exception cref="StartupRefused">Names the key.</exception>
    public static void Run(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<LineOptions>>().Value;
            _ = services.GetRequiredService<IOptions<BotOptions>>().Value;
            _ = services.GetRequiredService<IOptions<PrivacyOptions>>().Value;
            _ = services.GetRequiredService<IOptions<DeskOptions>>().Value;
            _ = services.GetRequiredService<IOptions<BroadcastOptions>>().Value;
            _ = services.GetRequiredService<IOptions<WebOptions>>().Value;
            Addresses(services.GetRequiredService<IConfiguration>());
            _ = services.GetRequiredService<IOptions<Points.PointsOptions>>().Value;
            _ = services.GetRequiredService<Questionnaires>();
        }
        catch (OptionsValidationException wrong)
        {
            throw new StartupRefused(string.Join(" ", wrong.Failures), wrong);
        }
        catch (InvalidOperationException wrong)
        {
            // The binder: "Failed to convert configuration value at 'Privacy:PrivateQuestions' …".
            throw new StartupRefused(wrong.Message, wrong);
        }
    }

    /// <summary>Those that the framework reads for itself, and would only mention in a stack trace or not at all.</summary>
    private static void Addresses(IConfiguration settings)
    {
        foreach (var url in (settings["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!CanListen(url)) throw new StartupRefused($"urls is \"{settings["urls"]}\"; it must be an address to listen on, such as http://127.0.0.1:5100.");
        if (settings[Telemetry.Endpoint] is { Length: > 0 } collector && !Bot.Addresses.IsBase(collector))
            throw new StartupRefused($"{Telemetry.Endpoint} is \"{collector}\"; it must be the absolute address of a collector, such as http://127.0.0.1:4317.");
    }

    private static bool CanListen(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
