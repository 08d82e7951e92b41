using Concierge.Bot.Line;
using Concierge.Bot.Web;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.Broadcasts;

/// <summary>
/// Sends broadcasts, chunk by chunk. Everything it goes by stands in rows: it may be rung too often, on several nodes, or die anywhere.
/// Between two chunks staff may pause or end what is being sent.
/// </summary>
public sealed partial class BroadcastSender(
    Database database, LineClient line, PageLinkMaker links, OwnAddress own, TapTokens taps, Node node, IOptions<BroadcastOptions> options, TimeProvider time, ILogger<BroadcastSender> log)
{
    /// <summary>So often divided, and nobody has had it: then it is not somebody whom LINE does not know.</summary>
    private const int Hopeless = 32;

    /// <returns>How many chunks LINE has taken.</returns>
    public async Task<int> SendWhatIsDue(CancellationToken cancel)
    {
        if (database.Reader.Read(Holds.Now) is not null) return 0;
        await MakeWhatRepeats();
        if (!database.Reader.Read(unit => BroadcastRounds.AnyDue(unit, time.GetUtcNow()))) return 0;
        var sent = 0;
        while (!cancel.IsCancellationRequested && await Claim() is { } chunk)
            if (await Send(chunk, cancel)) sent++;
        return sent;
    }

    private async Task MakeWhatRepeats()
    {
        foreach (var (series, occurrence) in database.Reader.Read(unit => BroadcastRounds.Due(unit, time.GetUtcNow())))
        {
            var people = database.Reader.Read(unit => AudienceReading.People(unit, series.Audience));
            await database.Writer.Write(unit => BroadcastRounds.Make(unit, series.Id, occurrence, [.. people.Select(one => one.MemberId)], BroadcastBook.NewCode(), time.GetUtcNow()));
        }
    }

    private Task<ChunkToSend?> Claim() => database.Writer.Write(unit =>
    {
        var now = time.GetUtcNow();
        return Holds.Now(unit) is null && BroadcastRounds.Turn(unit, Render, options.Value.Quiet, now) is { Count: > 0 } among
            ? BroadcastChunks.Claim(unit, among, node.Id, now, now + Node.Lease)
            : null;
    });

    private async Task<bool> Send(ChunkToSend chunk, CancellationToken cancel)
    {
        var outcome = ChunkOutcome.Of(chunk, await line.Multicast(chunk.Addresses, chunk.Body, chunk.RetryKey, cancel), time.GetUtcNow());
        if (outcome is not ChunkOutcome.Sent) LogNotSent(chunk.Number, chunk.BroadcastId, outcome.GetType().Name);
        await database.Writer.Write(unit => WriteDown(unit, chunk, outcome, time.GetUtcNow()));
        return outcome is ChunkOutcome.Sent;
    }

    private static void WriteDown(Unit unit, ChunkToSend chunk, ChunkOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case ChunkOutcome.Sent sent:
                BroadcastChunks.Sent(unit, chunk, sent.RequestId, now);
                break;
            case ChunkOutcome.Again again:
                BroadcastChunks.Again(unit, chunk, again.At, again.Ambiguous, again.Reason);
                break;
            case ChunkOutcome.Divide no:
                BroadcastChunks.Refused(unit, chunk, no.Reason, now);
                unit.Db.SaveChanges();
                if (BroadcastChunks.InVain(unit, chunk.BroadcastId) >= Hopeless) BroadcastRounds.Pause(unit, chunk.BroadcastId, BroadcastReason.Refused, now);
                break;
            case ChunkOutcome.UsedUp:
                BroadcastChunks.Again(unit, chunk, now, ambiguous: false, "quota");
                BroadcastRounds.Pause(unit, chunk.BroadcastId, BroadcastReason.Quota, now);
                break;
            case ChunkOutcome.NoUse no:
                BroadcastChunks.Again(unit, chunk, now, ambiguous: false, no.Reason);
                BroadcastRounds.Pause(unit, chunk.BroadcastId, BroadcastReason.Refused, now);
                break;
        }
    }

    /// <returns>Null when it shows a picture of ours, and LINE cannot come here for it.</returns>
    private byte[]? Render(Reply reply) => reply.Bubbles.Any(bubble => bubble is Bubble.Image { Address: ['/', ..] }) && !own.IsPublic ? null : LineBytes.Write(LineRenderer.Render(
        links.Absolute(reply), _ => throw new InvalidOperationException("A broadcast leads to nobody's own page."), taps));

    [LoggerMessage(EventId = 211, Level = LogLevel.Warning, Message = "Chunk {Number} of broadcast {Broadcast} was not sent: {Outcome}")]
    private partial void LogNotSent(int number, long broadcast, string outcome);
}
