using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Frailty;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The checks that members have done, sealed.</summary>
public static class KeptFindings
{
    /// <summary>Those that we have asked, oldest first. A sheet of paper has another wording and is held against none of them.</summary>
    public static ImmutableArray<Finding> Of(Unit unit, string memberId, MemberKey key) => [.. All(unit, memberId, key).Where(finding => finding.Paper is null)];

    /// <summary>With the sheets of paper, in the order in which they were kept.</summary>
    public static IEnumerable<Finding> All(Unit unit, string memberId, MemberKey key) => Entries(unit, memberId).Select(entry => Open(unit, key, entry.Body));

    public static void Keep(Unit unit, string memberId, Finding finding, MemberKey key) => unit.Db.Add(new FindingEntry
    {
        MemberId = memberId,
        Form = finding.Form,
        At = finding.At,
        Body = Seal(unit, key, finding),
    });

    /// <summary>Takes out of the checks what was said in a message that was unsent. Before the answers themselves are blanked.</summary>
    public static void Blank(Unit unit, string memberId, string lineMessageId, MemberKey key)
    {
        var blanked = unit.Db.Answers.AsNoTracking().Where(a => a.MemberId == memberId && a.LineMessageId == lineMessageId).ToList();
        if (blanked.Count == 0) return;
        foreach (var entry in Entries(unit, memberId).Where(entry => blanked.Any(a => a.Questionnaire == entry.Form && a.At <= entry.At)))
        {
            var finding = Open(unit, key, entry.Body);
            var said = blanked.Where(a => a.At >= finding.Begun).Select(a => a.Question);
            entry.Body = Seal(unit, key, finding with { Answers = finding.Answers.RemoveRange(said) });
        }
    }

    private static List<FindingEntry> Entries(Unit unit, string memberId) =>
        [.. unit.Db.Findings.Where(f => f.MemberId == memberId).OrderBy(f => f.Id)];

    private static Sealed Seal(Unit unit, MemberKey key, Finding finding) =>
        unit.Vault.Seal(key, Fields.FindingBody, JsonSerializer.SerializeToUtf8Bytes(finding, FindingJson.Default.Finding));

    private static Finding Open(Unit unit, MemberKey key, Sealed body) =>
        JsonSerializer.Deserialize(unit.Vault.Open(key, Fields.FindingBody, body), FindingJson.Default.Finding)!;
}

[JsonSerializable(typeof(Finding))]
internal sealed partial class FindingJson : JsonSerializerContext;
