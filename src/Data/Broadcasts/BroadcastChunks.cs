using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// The chunks that go out, each under a lease with a fence, as the outbox has it. Consent, a no to news and block are looked at again when a chunk is
/// first tried; from there on it is the same to the byte until LINE has answered for certain.
/// </summary>
public static class BroadcastChunks
{
    /// <summary>The next chunk that can be tried now; null when there is none. What can be tried no more is put aside on the way.</summary>
    /// <param name="among">Broadcasts that may send now.</param>
    public static ChunkToSend? Claim(Unit unit, IReadOnlyCollection<long> among, string node, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        while (Due(unit, among, now) is { } chunk)
        {
            if (Claim(unit, chunk, node, now, leaseUntil) is { } claimed) return claimed;
            unit.Db.SaveChanges();
        }
        return null;
    }

    /// <summary>LINE has it: it stands in everybody's conversation from now on.</summary>
    /// <returns>False when another has taken the chunk over meanwhile.</returns>
    public static bool Sent(Unit unit, ChunkToSend sent, string? requestId, DateTimeOffset now)
    {
        if (Held(unit, sent) is not { } chunk) return false;
        Close(chunk, ChunkState.Sent, null);
        (chunk.SentAt, chunk.SentTo, chunk.LineRequestId) = (now, sent.Addresses.Count, requestId);
        var people = Waiting(unit, chunk).ToList();
        foreach (var person in people) person.State = RecipientState.Sent;
        Remember(unit, sent, [.. people.Select(person => person.MemberId)], now);
        return true;
    }

    /// <param name="ambiguous">This try may have arrived; once true it stays true. Else the people are looked at anew before the next.</param>
    public static void Again(Unit unit, ChunkToSend tried, DateTimeOffset at, bool ambiguous, string reason)
    {
        if (Held(unit, tried) is not { } chunk) return;
        (chunk.State, chunk.NextAt, chunk.Reason) = (ChunkState.Waiting, at, reason);
        chunk.Ambiguous |= ambiguous;
        if (!chunk.Ambiguous) (chunk.Addresses, chunk.RetryKey, chunk.BodyHash, chunk.FirstTryAt) = (null, null, null, null);
    }

    /// <summary>LINE takes nothing of it. In two halves with keys of their own, or, when it is one person, that person alone.</summary>
    public static void Refused(Unit unit, ChunkToSend tried, string reason, DateTimeOffset now)
    {
        if (Held(unit, tried) is not { } chunk) return;
        // An earlier try may have arrived, and a half would have another key: nobody hears it twice.
        if (chunk.Ambiguous)
        {
            Close(chunk, ChunkState.Review, reason);
            return;
        }
        var people = Waiting(unit, chunk).ToList();
        if (people.Count < 2)
        {
            foreach (var person in people) Lost(unit, person, now);
            Close(chunk, ChunkState.Refused, reason);
            return;
        }
        Close(chunk, ChunkState.Divided, reason);
        chunk.People -= people.Count;
        var (first, second) = Chunks.Halve(people);
        var last = unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == chunk.BroadcastId).Max(c => c.Number);
        foreach (var (number, half) in new[] { (last + 1, first), (last + 2, second) })
        {
            foreach (var person in half) person.Chunk = number;
            unit.Db.Add(new BroadcastChunk { BroadcastId = chunk.BroadcastId, Number = number, People = half.Count, State = ChunkState.Waiting, NextAt = BeforeAllOthers(number) });
        }
    }

    /// <summary>
    /// What was divided is done before another chunk is begun: so a few whom LINE does not know lead to somebody who has had it at once, and
    /// <see cref="InVain"/> counts up only when it is the message that LINE refuses.
    /// </summary>
    private static DateTimeOffset BeforeAllOthers(int number) => DateTimeOffset.UnixEpoch.AddSeconds(-number);

    /// <summary>LINE does not know this one. Nor will it tomorrow, unless they come back, and then we hear of it; but when nobody has had it, it may be the message.</summary>
    private static void Lost(Unit unit, BroadcastRecipient person, DateTimeOffset now)
    {
        person.State = RecipientState.Refused;
        if (unit.Db.Set<BroadcastChunk>().Any(c => c.BroadcastId == person.BroadcastId && c.SentTo > 0)) unit.Members.SetReachable(person.MemberId, false, now);
    }

    /// <summary>As <see cref="Outbox.EndLeases"/>: for a process that starts and is alone.</summary>
    public static void EndLeases(Unit unit, DateTimeOffset now) => unit.Db.Set<BroadcastChunk>()
        .Where(c => c.State == ChunkState.Sending && c.NextAt > now).ExecuteUpdate(set => set.SetProperty(c => c.NextAt, now));

    /// <summary>How often it was divided while nobody has had it.</summary>
    public static int InVain(Unit unit, long broadcastId)
    {
        var chunks = unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == broadcastId);
        return chunks.Any(c => c.SentTo > 0) ? 0 : chunks.Count(c => c.State == ChunkState.Divided);
    }

    /// <summary>Somebody is being erased: what may have reached them is not tried again. Only a request that is under way cannot be called back.</summary>
    public static void Forget(Unit unit, string memberId)
    {
        foreach (var chunk in unit.Db.Set<BroadcastChunk>().Where(c => c.State == ChunkState.Waiting && c.Addresses != null
            && unit.Db.Set<BroadcastRecipient>().Any(r => r.BroadcastId == c.BroadcastId && r.Chunk == c.Number && r.MemberId == memberId)).ToList())
            Close(chunk, ChunkState.Review, "erased");
        unit.Db.SaveChanges();
    }

    /// <summary>Its broadcast is over: what was not tried is not tried, what may have arrived is for staff to know. Whoever holds one under a lease finishes it.</summary>
    public static void GiveUp(Unit unit, long broadcastId, DateTimeOffset now)
    {
        foreach (var chunk in unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == broadcastId && (c.State == ChunkState.Waiting || (c.State == ChunkState.Sending && c.NextAt <= now))).ToList())
            Close(chunk, chunk.Ambiguous || chunk.State == ChunkState.Sending ? ChunkState.Review : ChunkState.Unsent, "over");
    }

    private static BroadcastChunk? Due(Unit unit, IReadOnlyCollection<long> among, DateTimeOffset now) => unit.Db.Set<BroadcastChunk>()
        .Where(c => (c.State == ChunkState.Waiting || c.State == ChunkState.Sending) && c.NextAt <= now && among.Contains(c.BroadcastId))
        .OrderBy(c => c.NextAt).ThenBy(c => c.BroadcastId).ThenBy(c => c.Number).FirstOrDefault();

    private static ChunkToSend? Claim(Unit unit, BroadcastChunk chunk, string node, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        // A lease ran out: its holder may have sent it before it died.
        chunk.Ambiguous |= chunk.State == ChunkState.Sending;
        if (now - chunk.FirstTryAt >= RetryKeys.Life)
        {
            Close(chunk, ChunkState.Review, "23 hours");
            return null;
        }
        var broadcast = unit.Db.Set<Broadcast>().AsNoTracking().Where(b => b.Id == chunk.BroadcastId)
            .Select(b => new { b.Code, b.Content, b.Audience, b.IsTest, Body = EF.Property<byte[]?>(b, BroadcastMapping.Body) }).Single();
        if (chunk.Addresses is null && !Address(unit, chunk, broadcast.IsTest ? Audience.Everybody : broadcast.Audience, broadcast.Code, broadcast.Body!, now)) return null;
        (chunk.State, chunk.Node, chunk.NextAt) = (ChunkState.Sending, node, leaseUntil);
        chunk.Fence++;
        chunk.Attempts++;
        var addresses = JsonSerializer.Deserialize<string[]>(unit.Vault.OpenForSystem(Fields.ChunkAddresses, chunk.Addresses!.Value))!;
        if (!BodyHash(addresses, broadcast.Body!).AsSpan().SequenceEqual(chunk.BodyHash)) throw new InvalidOperationException($"Chunk {chunk.Number} of broadcast {chunk.BroadcastId} is not the same to the byte as before.");
        return new ChunkToSend(chunk.BroadcastId, chunk.Number, chunk.Fence, chunk.Attempts, broadcast.Content.Title, addresses, broadcast.Body!, chunk.RetryKey!.Value);
    }

    /// <summary>Who of the chunk is still to have it.</summary>
    /// <returns>False when nobody is.</returns>
    private static bool Address(Unit unit, BroadcastChunk chunk, Audience audience, string code, byte[] body, DateTimeOffset now)
    {
        var people = Waiting(unit, chunk).ToList();
        var lines = Waiting(unit, chunk).Join(unit.Db.LineUsers, r => r.MemberId, l => l.MemberId, (r, l) => l).Join(unit.Db.Members.Where(m => m.Reachable), l => l.MemberId, m => m.Id, (l, m) => l)
            .AsNoTracking().ToDictionary(l => l.MemberId, l => l.LineUserId);
        var consents = GivenConsents.Of(Waiting(unit, chunk).Join(unit.Db.Set<ConsentEntry>(), r => r.MemberId, c => c.MemberId, (r, c) => c));
        foreach (var person in people)
            person.State = consents.GetValueOrDefault(person.MemberId) is not { } given || !MayHave(audience, given) ? RecipientState.Withdrawn
                : !GivenConsents.TakesNews(given) ? RecipientState.Declined
                : !lines.ContainsKey(person.MemberId) ? RecipientState.Blocked
                : RecipientState.Waiting;
        string[] addresses = [.. people.Where(person => person.State == RecipientState.Waiting).Select(person => lines[person.MemberId])];
        if (addresses.Length == 0)
        {
            Close(chunk, ChunkState.Sent, "nobody");
            return false;
        }
        chunk.Addresses = unit.Vault.SealForSystem(Fields.ChunkAddresses, JsonSerializer.SerializeToUtf8Bytes(addresses));
        chunk.BodyHash = BodyHash(addresses, body);
        // Other people, another key: the same key never stands for other bytes.
        chunk.RetryKey = RetryKeys.From($"broadcast/{code}/{Convert.ToHexStringLower(chunk.BodyHash)}", chunk.Number);
        chunk.FirstTryAt = now;
        return true;
    }

    private static bool MayHave(Audience audience, HashSet<Purpose> given) =>
        given.Contains(Purpose.Service) && audience.StillMayHave(GivenConsents.NamesOf(given).ToHashSet());

    private static byte[] BodyHash(string[] addresses, byte[] body) => SHA256.HashData([.. Encoding.UTF8.GetBytes(string.Join('\n', addresses)), 0, .. body]);

    /// <summary>Not the words, which are the same for everybody: what it was about, and which it was.</summary>
    private static void Remember(Unit unit, ChunkToSend sent, IReadOnlyList<string> members, DateTimeOffset now)
    {
        var said = StoredMessage.Of(new Reply([new Bubble.Say(Words.Say("broadcast_in_talk", ("title", sent.Title)))], []));
        foreach (var key in unit.Db.Set<MemberKeyEntry>().AsNoTracking().Where(k => members.Contains(k.MemberId)).OrderBy(k => k.MemberId))
            unit.Db.Add(new MessageEntry
            {
                MemberId = key.MemberId, At = now, Sender = Speaker.Bot, Channel = Channel.Line, EventId = $"broadcast/{sent.BroadcastId}", Place = 0, Epoch = 0,
                Body = unit.Vault.Seal(unit.Vault.Unwrap(key.MemberId, key.Wrapped), Fields.MessageBody, said),
            });
    }

    private static IQueryable<BroadcastRecipient> Waiting(Unit unit, BroadcastChunk chunk) =>
        unit.Db.Set<BroadcastRecipient>().Where(r => r.BroadcastId == chunk.BroadcastId && r.Chunk == chunk.Number && r.State == RecipientState.Waiting).OrderBy(r => r.MemberId);

    private static BroadcastChunk? Held(Unit unit, ChunkToSend tried) => unit.Db.Set<BroadcastChunk>()
        .SingleOrDefault(c => c.BroadcastId == tried.BroadcastId && c.Number == tried.Number && c.Fence == tried.Fence && c.State == ChunkState.Sending);

    private static void Close(BroadcastChunk chunk, ChunkState state, string? reason) =>
        (chunk.State, chunk.Reason, chunk.Addresses, chunk.Node) = (state, reason, null, null);
}

/// <summary>A chunk under a lease of ours.</summary>
/// <param name="Attempts">Including the one under way.</param>
public sealed record ChunkToSend(long BroadcastId, int Number, int Fence, int Attempts, string Title, IReadOnlyList<string> Addresses, byte[] Body, Guid RetryKey)
{
    // Records print themselves, and LINE user ids must reach no log.
    public override string ToString() => $"chunk {Number} of broadcast {BroadcastId}";
}
