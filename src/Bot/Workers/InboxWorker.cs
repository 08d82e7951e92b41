using Concierge.Bot.Turns;
using Concierge.Data;

namespace Concierge.Bot.Workers;

/// <summary>
/// Takes events from the inbox: one member at a time and in order, many members at once. An event that throws is tried
/// again a few times, then parked; it never blocks the member's next event for long, and never other members.
/// </summary>
public sealed partial class InboxWorker : BackgroundService
{
    /// <summary>1 + 2 + 4 + 8 seconds: after that the event is parked and the next one goes on.</summary>
    private const int Tries = 5;

    private readonly Writer _writer;
    private readonly TurnRunner _turns;
    private readonly OutboxWorker _outbox;
    private readonly Dots _dots;
    private readonly TurnMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<InboxWorker> _log;
    private readonly OneAtATime _members;
    private readonly CancellationTokenSource _enough = new();
    private readonly CancellationToken _stop;

    public InboxWorker(
        Database database, TurnRunner turns, OutboxWorker outbox, Dots dots, TurnMetrics metrics, TimeProvider time, ILogger<InboxWorker> log)
    {
        (_writer, _turns, _outbox, _dots, _metrics, _time, _log) = (database.Writer, turns, outbox, dots, metrics, time, log);
        _stop = _enough.Token;
        _members = new OneAtATime(TakeOne, (member, bug) => LogFailed(member, bug.GetType().Name));
    }

    /// <summary>Says that this member has new events, after they were committed.</summary>
    /// <returns>Done when they are taken.</returns>
    public Task Ring(string memberId, int events = 1) => _members.Ring(memberId, events);

    public bool IsIdle => _members.IsIdle;

    /// <summary>Done when what was under way is done.</summary>
    public Task Idle() => _members.Idle();

    /// <summary>Takes everything that is due, as at a start after a crash.</summary>
    public async Task TakeWhatWaits()
    {
        var waiting = await _writer.Write(unit => unit.Inbox.MembersWaiting(_time.GetUtcNow(), 1000));
        await Task.WhenAll(waiting.Select(member => _members.Ring(member, OneAtATime.UntilEmpty)));
    }

    public override Task StopAsync(CancellationToken cancel)
    {
        _enough.Cancel();
        return base.StopAsync(cancel);
    }

    public override void Dispose()
    {
        _enough.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Rounds.Go(TakeWhatWaits, _time, code => LogFailed("scan", code), stopping);
        await _members.Idle();
    }

    private async Task<bool> TakeOne(string memberId)
    {
        try
        {
            var begun = _time.GetTimestamp();
            if (await _dots.While(memberId, TakeTurn(memberId), _stop) is not { } taken) return false;
            _metrics.Took(_time.GetElapsedTime(begun));
            if (taken.Outgoing is { } row) _ = _outbox.Hand(row);
            return true;
        }
        catch (TurnFailed failed)
        {
            await PutBack(memberId, failed);
            if (failed.Attempts < Tries) await _dots.Show(memberId, _stop);
            return true;
        }
    }

    private async Task<TurnTaken?> TakeTurn(string memberId)
    {
        while (true)
        {
            try
            {
                return await _writer.Write(unit => _turns.TakeNext(unit, memberId, _time.GetUtcNow()));
            }
            catch (Conflict)
            {
                // Somebody else (staff, another node) changed the conversation meanwhile: the turn is pure, take it again.
            }
        }
    }

    private async Task PutBack(string memberId, TurnFailed failed)
    {
        var parks = failed.Attempts >= Tries;
        LogTurnFailed(failed.Seq, failed.Attempts, failed.Code, parks);
        _metrics.Failed(parks);
        await _writer.Write(unit =>
        {
            var now = _time.GetUtcNow();
            if (!parks)
            {
                unit.Inbox.TryAgain(failed.Seq, failed.Attempts, now + Backoff(failed.Attempts), failed.Code);
                return;
            }
            unit.Inbox.Park(failed.Seq, failed.Code);
            unit.Feed.Add(now, FeedKind.Parked, memberId, failed.Seq);
        });
    }

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(1 << (attempts - 1));

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "Inbox row {Seq} failed at try {Attempts} with {Code}; parked: {Parked}")]
    private partial void LogTurnFailed(long seq, int attempts, string code, bool parked);

    [LoggerMessage(EventId = 102, Level = LogLevel.Error, Message = "Inbox of {Member} could not be taken: {Code}")]
    private partial void LogFailed(string member, string code);
}
