namespace Concierge.Bot.Line;

/// <summary>
/// Who we are to LINE: the user id that webhooks are addressed to (<c>destination</c>). LINE is asked at the start, and until
/// it has answered every address counts as ours: an answer that is late must not cost a person theirs.
/// </summary>
public sealed class LineAccount(LineClient line, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<string> _userId = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when LINE has told it.</summary>
    public Task<string> UserId => _userId.Task;

    /// <summary>True only when it is certain: our secret is used by another channel, or its webhooks were pointed at us.</summary>
    public bool IsOther(string? destination) =>
        destination is not null && UserId.IsCompletedSuccessfully && UserId.Result != destination;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            while (!UserId.IsCompleted)
            {
                if (await line.OwnUserId(stopping) is { } ours) _userId.SetResult(ours);
                else await Task.Delay(Again, time, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped before LINE had answered.
        }
    }
}
