using System.Collections.Concurrent;
using Concierge.Bot.Line;
using Concierge.Data;

namespace Concierge.Bot.Workers;

/// <summary>
/// Sends what the turns decided: per conversation the oldest row first, under a lease with a fence. It alone retries; what
/// an outcome means is decided in <see cref="Delivery"/>.
/// </summary>
public sealed partial class OutboxWorker : BackgroundService
{
    /// <summary>How long a bot that is told to stop waits for LINE's answers: the usual patience of whoever stops it is 10 seconds.</summary>
    public static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan HoldRound = TimeSpan.FromSeconds(30);

    private readonly Writer _writer;
    private readonly Reader _reader;
    private readonly LineClient _line;
    private readonly Node _node;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxWorker> _log;
    private readonly OneAtATime _members;
    private readonly ConcurrentDictionary<string, OutboxRow> _handed = new();
    private readonly CancellationTokenSource _enough;
    private volatile bool _held;

    public OutboxWorker(Database database, LineClient line, Node node, TimeProvider time, ILogger<OutboxWorker> log)
    {
        (_writer, _reader, _line, _node, _time, _log) = (database.Writer, database.Reader, line, node, time, log);
        _members = new OneAtATime(SendOne, (member, bug) => LogFailed(member, bug.GetType().Name));
        _enough = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    public bool IsIdle => _members.IsIdle;

    /// <summary>Done when what was under way is done.</summary>
    public Task Idle() => _members.Idle();

    /// <summary>Takes over a row that a turn has just committed under our lease, without reading it again.</summary>
    public Task Hand(OutboxRow row)
    {
        if (_held) return Task.CompletedTask;
        if (row.State == OutboxState.Sending) _handed[row.MemberId] = row;
        return _members.Ring(row.MemberId);
    }

    /// <summary>Sends everything that is due, as at a start after a crash.</summary>
    public async Task SendWhatWaits()
    {
        if (_held) return;
        var due = await _writer.Write(unit => unit.Outbox.MembersDue(_time.GetUtcNow(), 1000));
        await Task.WhenAll(due.Select(member => _members.Ring(member, OneAtATime.UntilEmpty)));
    }

    public override Task StartAsync(CancellationToken cancel)
    {
        LookWhetherHeld();
        return base.StartAsync(cancel);
    }

    /// <summary>What has no answer by then is written down as ambiguous, and the next start goes on with it.</summary>
    public override Task StopAsync(CancellationToken cancel)
    {
        _enough.CancelAfter(LastWords);
        return base.StopAsync(cancel);
    }

    public override void Dispose()
    {
        _enough.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await WaitForRelease(stopping);
        await Rounds.Go(SendWhatWaits, _time, code => LogFailed("scan", code), stopping);
        await _members.Idle();
    }

    private void LookWhetherHeld()
    {
        _held = _reader.Read(Holds.Now) is not null;
        if (_held) LogHeld();
    }

    /// <summary>After a restore. What is decided meanwhile waits, until it is too late to be said.</summary>
    private async Task WaitForRelease(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(HoldRound, _time);
        while (_held && await timer.WaitForNextTickAsync(stopping)) LookWhetherHeld();
    }

    private async Task<bool> SendOne(string memberId)
    {
        if (!_handed.TryRemove(memberId, out var row))
            row = await _writer.Write(unit => unit.Outbox.Claim(memberId, _node.Id, _time.GetUtcNow(), _time.GetUtcNow() + Node.Lease));
        while (row is not null)
        {
            if (await Deliver(row) is not { } again) return true;
            row = again;
        }
        return false;
    }

    /// <summary>Sends one row and writes down what came of it.</summary>
    /// <returns>The row again when it is to go another way at once (a push after a refused reply).</returns>
    private async Task<OutboxRow?> Deliver(OutboxRow row)
    {
        var (before, to) = Check(row);
        var result = before ?? Delivery.After(row, await Send(row, to), _time.GetUtcNow());
        if (result is Delivery.Over { State: not OutboxState.Sent } over) LogOver(row.Seq, over.State, over.Reason);
        return await _writer.Write(unit =>
        {
            var now = _time.GetUtcNow();
            if (result is Delivery.Over end)
            {
                var finished = unit.Outbox.Finish(row.Seq, row.Fence, end.State, end.RequestId, end.Reason, now);
                // The receipt of somebody who left: its bearer goes with it.
                if (finished && row.PushTo is not null) Erasing.Everything(unit, row.MemberId);
                return null;
            }
            var again = (Delivery.Again)result;
            unit.Outbox.TryAgain(row.Seq, row.Fence, again.At, again.Ambiguous, again.Kind, again.Reason);
            return again.At <= now ? unit.Outbox.Claim(row.MemberId, _node.Id, now, now + Node.Lease) : null;
        });
    }

    /// <summary>Read outside the writer: a claim by staff that is committed is seen, and nothing waits for it.</summary>
    private (Delivery.Over? Before, string To) Check(OutboxRow row) => _reader.Read(unit =>
    {
        var to = row.Kind == OutboxKind.Push && unit.Members.Reachable(row.MemberId) ? row.PushTo ?? unit.Members.LineUserId(row.MemberId) : null;
        var before = Delivery.Before(row, _time.GetUtcNow(), unit.Conversations.Epoch(row.MemberId), row.Kind == OutboxKind.Reply || to is not null);
        return (before, to ?? "");
    });

    private Task<Sending> Send(OutboxRow row, string to) => row is { Kind: OutboxKind.Reply, ReplyToken: { } token }
        ? _line.Reply(token, row.Body, _enough.Token)
        : _line.Push(to, row.Body, row.RetryKey, _enough.Token);

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "Outbox row {Seq} ended as {State}: {Reason}")]
    private partial void LogOver(long seq, OutboxState state, string? reason);

    [LoggerMessage(EventId = 203, Level = LogLevel.Warning, Message = "Nothing is sent: this database was restored from a backup; release it when you have looked (see docs/operations.md)")]
    private partial void LogHeld();

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "Outbox of {Member} could not be sent: {Code}")]
    private partial void LogFailed(string member, string code);
}
