using System.Collections.Immutable;
using System.Text.Json;
using Concierge.Core.Consultation;
using Concierge.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What residents have handed in for staff, sealed.</summary>
public static class Troubles
{
    /// <summary>Not taken back, oldest first.</summary>
    public static ImmutableArray<Trouble> Of(Unit unit, string memberId, MemberKey key) =>
        [.. Open(unit, memberId).Select(entry => Read(unit, key, entry))];

    public static void Keep(Unit unit, string memberId, Trouble trouble, MemberKey key) => unit.Db.Add(new TroubleEntry
    {
        MemberId = memberId,
        Key = trouble.Id,
        At = trouble.At,
        Body = Seal(unit, key, trouble),
    });

    /// <summary>What was written is forgotten at once; that it was taken back is kept.</summary>
    public static void TakeBack(Unit unit, string memberId, string id, DateTimeOffset now)
    {
        if (unit.Db.Set<TroubleEntry>().Find(memberId, id) is not { Body: not null } entry) return;
        entry.Body = null;
        entry.TakenBackAt = now;
    }

    /// <summary>Before they become another member's: ids that cannot meet those which that member has or will have.</summary>
    public static void Rename(Unit unit, string memberId, string ending) =>
        unit.Db.Database.ExecuteSql($"UPDATE trouble SET key = key || {ending} WHERE member_id = {memberId}");

    /// <summary>Takes words out that were said in a message that was unsent. Before the answers themselves are blanked.</summary>
    public static void Blank(Unit unit, string memberId, string lineMessageId, MemberKey key)
    {
        var unsent = unit.Db.Answers.AsNoTracking()
            .Where(answer => answer.MemberId == memberId && answer.LineMessageId == lineMessageId && answer.Question == HandInTrouble.WordsKey && answer.Value != null)
            .AsEnumerable()
            .Select(answer => unit.Answers.Open(answer.Value!.Value, key))
            .OfType<AnswerValue.Written>()
            .Select(written => written.Text)
            .ToHashSet();
        if (unsent.Count == 0) return;
        foreach (var entry in Open(unit, memberId))
            if (Read(unit, key, entry) is { Words: { } words } trouble && unsent.Contains(words)) entry.Body = Seal(unit, key, trouble with { Words = null });
    }

    private static List<TroubleEntry> Open(Unit unit, string memberId) =>
        [.. unit.Db.Set<TroubleEntry>().Where(entry => entry.MemberId == memberId && entry.Body != null).OrderBy(entry => entry.At).ThenBy(entry => entry.Key)];

    private static Sealed Seal(Unit unit, MemberKey key, Trouble trouble) => unit.Vault.Seal(key, Fields.TroubleBody, JsonSerializer.SerializeToUtf8Bytes(trouble));

    private static Trouble Read(Unit unit, MemberKey key, TroubleEntry entry) =>
        JsonSerializer.Deserialize<Trouble>(unit.Vault.Open(key, Fields.TroubleBody, entry.Body!.Value))! with { Id = entry.Key };
}
