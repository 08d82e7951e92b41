using Concierge.Bot;
using Concierge.Data;

// The bot: receives webhooks, takes turns, sends replies, serves the private page.
try
{
    await using var app = BotHost.Build(args);
    await BotHost.Start(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartupRefused refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
