using Concierge.Bot.Workers;
using Concierge.Core.Points;
using Concierge.Data;

namespace Concierge.Bot.Points;

/// <summary>
/// Asks the operator of the point card what turns wished to know, after they were committed, and brings the answer to the
/// inbox. It alone asks again; after a minute the person is told that there is no answer now.
/// </summary>
public sealed partial class ErrandWorker : BackgroundService
{
    /// <summary>How long is asked again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long a page waits for the answer before it says that it is waiting.</summary>
    public static readonly TimeSpan WhileThePageLoads = TimeSpan.FromSeconds(3);

    private readonly Writer _writer;
    private readonly Reader _reader;
    private readonly IPointCards _cards;
    private readonly InboxWorker _inbox;
    private readonly TimeProvider _time;
    private readonly ILogger<ErrandWorker> _log;
    private readonly OneAtATime _members;
    private readonly CancellationTokenSource _enough = new();

    public ErrandWorker(Database database, IPointCards cards, InboxWorker inbox, TimeProvider time, ILogger<ErrandWorker> log)
    {
        (_writer, _reader, _cards, _inbox, _time, _log) = (database.Writer, database.Reader, cards, inbox, time, log);
        _members = new OneAtATime(AskOne, (member, bug) => LogFailed(member, bug.GetType().Name));
    }

    public bool IsIdle => _members.IsIdle;

    /// <summary>Done when what was under way is done.</summary>
    public Task Idle() => _members.Idle();

    /// <summary>Asks everything that is due, as at a start after a crash.</summary>
    public async Task AskWhatWaits()
    {
        var due = _reader.Read(unit => Errands.MembersDue(unit, _time.GetUtcNow(), 1000));
        await Task.WhenAll(due.Select(member => _members.Ring(member, OneAtATime.UntilEmpty)));
    }

    /// <summary>Asks what this member waits for; done when the answer has been said, or after a moment.</summary>
    public async Task Answered(string memberId)
    {
        if (!_reader.Read(unit => Errands.IsDue(unit, memberId, _time.GetUtcNow()))) return;
        try
        {
            await _members.Ring(memberId, OneAtATime.UntilEmpty).WaitAsync(WhileThePageLoads, _time);
        }
        catch (TimeoutException)
        {
            // The page says that it is waiting; the answer comes when it comes.
        }
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
        await Rounds.Go(AskWhatWaits, _time, code => LogFailed("scan", code), stopping);
        await _members.Idle();
    }

    private async Task<bool> AskOne(string memberId)
    {
        if (await _writer.Write(unit => Errands.Claim(unit, memberId, _time.GetUtcNow(), _time.GetUtcNow() + Node.Lease)) is not { } errand) return false;
        var answer = errand.Refused ? new CardAnswer.NoMatch() : await _cards.Look(errand.Card, _enough.Token);
        if (!await _writer.Write(unit => Settle(unit, errand, answer))) return true;
        await _inbox.Ring(memberId);
        return true;
    }

    /// <returns>True when there is an answer for the person.</returns>
    private bool Settle(Unit unit, Errand errand, CardAnswer answer)
    {
        var now = _time.GetUtcNow();
        var last = errand.AskedAt + Patience;
        if (answer is CardAnswer.Silent { Passing: true } && now < last)
        {
            var next = now + TimeSpan.FromSeconds(1 << Math.Min(errand.Attempts - 1, 5));
            Errands.TryAgain(unit, errand, next < last ? next : last);
            return false;
        }
        if (!Errands.Answered(unit, errand)) return false;
        if (errand.Links && answer is CardAnswer.Found) CardTries.Forget(unit, errand.Card.Number);
        else if (errand.Links && answer is CardAnswer.Silent) CardTries.GiveBack(unit, errand.Card.Number);
        return unit.Inbox.Accept(CardAnswers.Event(errand, answer, now));
    }

    [LoggerMessage(EventId = 421, Level = LogLevel.Error, Message = "Point errand of {Member} could not be done: {Code}")]
    private partial void LogFailed(string member, string code);
}
