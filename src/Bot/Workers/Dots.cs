using Concierge.Bot.Line;
using Concierge.Data;

namespace Concierge.Bot.Workers;

/// <summary>
/// LINE's loading animation: the three dots that say that somebody heard, shown when an answer takes longer than people wait
/// without a sign. Only to see; whether it arrives does not matter.
/// </summary>
public sealed class Dots(Database database, LineClient line, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int Seconds = 20;

    /// <param name="stop">The process stops: nobody waits for LINE then, only for the work.</param>
    public async Task<T> While<T>(string memberId, Task<T> work, CancellationToken stop)
    {
        try
        {
            return await work.WaitAsync(Patience, time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            await Show(memberId, stop);
            return await work;
        }
    }

    public async Task Show(string memberId, CancellationToken stop)
    {
        if (database.Reader.Read(unit => unit.Members.LineUserId(memberId)) is { } user)
            await line.ShowLoading(user, Seconds, stop);
    }
}
