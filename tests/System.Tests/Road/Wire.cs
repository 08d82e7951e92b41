namespace Concierge.SystemTests.Road;

/// <summary>The bot's way to LINE, which can be held and broken.</summary>
public sealed class Wire : DelegatingHandler
{
    private TaskCompletionSource? _held;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Wire()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
    }

    /// <summary>Completes when the next request has been answered.</summary>
    public Task Next => _next.Task;

    /// <summary>From now on requests wait before they leave.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Requests leave at once again.</summary>
    public void Release()
    {
        _held?.TrySetResult();
        _held = null;
    }

    /// <summary>Those that wait never leave.</summary>
    public void Break() => _held?.TrySetException(new HttpRequestException("The process died before it sent this."));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (_held is { } held) await held.Task.WaitAsync(cancel);
        var answer = await base.SendAsync(request, cancel);
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return answer;
    }
}
