using Concierge.Bench;

// Plays simulated people against the published bot with a fake LINE, and prints one table row per load.
var settings = Settings.From(args);
if (settings.Search is { } messages)
{
    await SearchBench.Run(settings, messages);
    return;
}
Console.WriteLine(Figures.Head);
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
await using var line = await FakeLine.Start();
foreach (var stored in settings.Stored)
{
    using var place = new Place(settings);
    if (stored > 0) await Population.Store(place, stored);
    foreach (var people in settings.People)
    {
        await using var bot = await BotProcess.Start(settings, place, line.Url);
        var figures = await new Crowd(line, bot, people).Play(settings.Warmup, settings.Measured);
        Console.WriteLine(figures.Row(settings.Provider, stored, people, bot));
        line.Forget();
    }
}
