using System.Diagnostics;

namespace Concierge.Bench;

/// <summary>So many people at once, each answering as soon as the bot has replied.</summary>
public sealed class Crowd(FakeLine line, BotProcess bot, int people)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<Figures> Play(TimeSpan warmup, TimeSpan measured)
    {
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromHours(1), UseProxy = false };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(bot.Url), Timeout = Patience };
        using var stop = new CancellationTokenSource();
        var figures = new Figures();
        var everybody = Enumerable.Range(0, people).Select(i => Task.Run(() => Live(i, http, figures, stop.Token))).ToArray();

        await Task.Delay(warmup);
        var cpu = bot.Cpu;
        var clock = Stopwatch.StartNew();
        figures.Begin();
        await Task.Delay(measured);
        figures.End(clock.Elapsed, bot.Cpu - cpu, bot.Memory);

        await stop.CancelAsync();
        await Task.WhenAll(everybody);
        return figures;
    }

    private async Task Live(int number, HttpClient http, Figures figures, CancellationToken stop)
    {
        var person = new Person(number);
        while (!stop.IsCancellationRequested)
        {
            var (body, token) = person.Next();
            var reply = line.Reply(token);
            var start = Stopwatch.GetTimestamp();
            try
            {
                using var answer = await http.SendAsync(Webhook.Of(body), CancellationToken.None);
                var taken = Stopwatch.GetElapsedTime(start);
                if (!answer.IsSuccessStatusCode)
                {
                    figures.Fail();
                    continue;
                }
                person.Hear(await reply.WaitAsync(Patience, CancellationToken.None));
                figures.Add(taken, Stopwatch.GetElapsedTime(start));
            }
            catch (Exception lost) when (lost is TimeoutException or HttpRequestException or TaskCanceledException)
            {
                figures.Fail();
                person = new Person(number);
            }
        }
    }
}
