namespace Concierge.Data;

/// <summary>A piece of work in the writer's queue, and the task of whoever waits for it.</summary>
internal abstract class Work
{
    public Exception? Failure { get; set; }

    public abstract void Run(Unit unit);

    public abstract void Complete();
}

internal sealed class Work<T>(Func<Unit, T> body) : Work
{
    // Continuations must not run on the writer's thread: everybody waits for it.
    private readonly TaskCompletionSource<T> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Task => waiting.Task;

    public override void Run(Unit unit) => result = unit.Do(body);

    public override void Complete()
    {
        if (Failure is null) waiting.SetResult(result);
        else waiting.SetException(Failure);
    }
}
