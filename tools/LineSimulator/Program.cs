using Concierge.LineSimulator;

// Stand-alone: the LINE platform and phones for development and demonstrations, on this machine only.
try
{
    await using var line = await Simulator.Start(Settings.Read(args));
    Console.WriteLine($"The phones are at {line.Url}/phone/, webhooks go to {line.WebhookUrl}. Ctrl-C stops.");
    await line.Run();
    return 0;
}
catch (Exception refused) when (refused is RefusedSetting or IOException)
{
    // A setting out of bounds, or an address that is taken.
    Console.Error.WriteLine(refused.Message);
    return 1;
}
