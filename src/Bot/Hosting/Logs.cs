namespace Concierge.Bot;

/// <summary>
/// Logs: one JSON object a line outside development. What the framework tells below Warning names addresses, and an address
/// may be a person's one-time link: it is left out whatever level an operator asks for. Our own messages hold ids only.
/// </summary>
public static class Logs
{
    private static readonly string[] TellAddresses = ["Microsoft.AspNetCore", "System.Net"];

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        if (!builder.Environment.IsDevelopment()) builder.Logging.ClearProviders().AddJsonConsole();
        builder.Services.PostConfigure<LoggerFilterOptions>(options =>
        {
            // The rule for whatever no other rule speaks of.
            options.Rules.Insert(0, new LoggerFilterRule(null, null, options.MinLevel, null));
            for (var i = 0; i < options.Rules.Count; i++) options.Rules[i] = WithoutAddresses(options.Rules[i]);
        });
    }

    private static LoggerFilterRule WithoutAddresses(LoggerFilterRule rule) => new(
        rule.ProviderName,
        rule.CategoryName,
        rule.LogLevel,
        (provider, category, level) => Allows(category, level) && rule.Filter?.Invoke(provider, category, level) != false);

    private static bool Allows(string? category, LogLevel level) =>
        level >= LogLevel.Warning || category is null || !TellAddresses.Any(name => category.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
