namespace Concierge.LineSimulator;

/// <summary>Takes events to the bot: one person's in order, many people's at once, with whatever goes wrong on the way.</summary>
internal sealed class Courier(World world)
{
    private readonly Wire wire = new(world);
    private readonly Lock gate = new();
    private readonly List<WebhookEvent> late = [];
    private List<WebhookEvent>? held;

    public IReadOnlyList<SentWebhook> Sent => wire.Sent;

    public event Action<SentWebhook>? Answered
    {
        add => wire.Answered += value;
        remove => wire.Answered -= value;
    }

    public async Task<WebhookAnswer> Send(WebhookEvent happened)
    {
        lock (gate)
        {
            held?.Add(happened);
            if (held is not null) return WebhookAnswer.Held;
        }
        await happened.Person.Turn.WaitAsync();
        try
        {
            var answer = await Carry(happened, world.Faults.ForWebhook(happened.MessageId is not null));
            // The late ones come after the next one, but only if that one did not join them.
            if (answer != WebhookAnswer.Held) foreach (var one in TakeLate()) await Carry(one, null);
            return answer;
        }
        finally
        {
            happened.Person.Turn.Release();
        }
    }

    /// <summary>From now on events wait, to be sent in one body.</summary>
    public void Hold()
    {
        lock (gate) held ??= [];
    }

    /// <summary>Sends what waited, in one body.</summary>
    public async Task<WebhookAnswer> Release(bool reversed)
    {
        WebhookEvent[] all;
        lock (gate)
        {
            all = [.. held ?? []];
            held = null;
        }
        if (all.Length == 0) return WebhookAnswer.NotSent;
        if (reversed) Array.Reverse(all);
        return await wire.Deliver(all);
    }

    /// <summary>Sends an event again that was sent before, as LINE does when it was not answered.</summary>
    public Task<WebhookAnswer> Redeliver(string webhookEventId) => wire.Redeliver(webhookEventId);

    public Task<WebhookAnswer> Raw(byte[] body, string? signature) => wire.Post(world.WebhookUrl, body, signature);

    /// <summary>The Verify button: no events.</summary>
    public Task<WebhookAnswer> Test(Uri url) => wire.Post(url, wire.Body([]), signature: null);

    private async Task<WebhookAnswer> Carry(WebhookEvent happened, PlannedFault? fault)
    {
        switch (fault?.Kind)
        {
            case Fault.WebhookTwice: return await Twice(happened, happened);
            case Fault.WebhookTwiceMarked: return await Twice(happened, happened.Again());
            case Fault.WebhookDelayed: return Later(happened, fault.By);
            case Fault.WebhookReordered:
                lock (gate) late.Add(happened);
                return WebhookAnswer.Held;
            case Fault.WebhookUnsendFirst: return await UnsendFirst(happened);
            default: return await wire.Deliver(WebhookFaults.Changed(happened, fault?.Kind, world.Events));
        }
    }

    private async Task<WebhookAnswer> Twice(WebhookEvent first, WebhookEvent second)
    {
        var answer = await wire.Deliver([first]);
        await wire.Deliver([second]);
        return answer;
    }

    private async Task<WebhookAnswer> UnsendFirst(WebhookEvent message)
    {
        message.Person.TakesBack(message.MessageId!);
        await wire.Deliver([world.Events.Unsend(message.Person, message.MessageId!)]);
        return await wire.Deliver([message]);
    }

    private WebhookAnswer Later(WebhookEvent happened, TimeSpan by)
    {
        _ = Delayed();
        return WebhookAnswer.Held;

        async Task Delayed()
        {
            await Task.Delay(by, world.Time);
            await wire.Deliver([happened]);
        }
    }

    private WebhookEvent[] TakeLate()
    {
        lock (gate)
        {
            WebhookEvent[] all = [.. late];
            late.Clear();
            return all;
        }
    }
}
