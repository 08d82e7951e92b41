namespace Concierge.Bot.Workers;

/// <summary>A worker's rounds: it looks for what is due at once and then every second, whatever became of the last look.</summary>
internal static class Rounds
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="failed">Told the type of an exception: its message may hold a person's words.</param>
    public static async Task Go(Func<Task> look, TimeProvider time, Action<string> failed, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await look();
            }
            catch (Exception world) when (!stopping.IsCancellationRequested)
            {
                failed(world.GetType().Name);
            }
        }
        while (await Next(timer, stopping));
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
