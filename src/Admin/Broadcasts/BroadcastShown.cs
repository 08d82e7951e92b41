using Concierge.Admin.Staff;
using Concierge.Core.Broadcasts;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>A broadcast as staff see it.</summary>
/// <param name="State">draft, submitted, approved, sending, paused, sent, stopped, expired or cancelled.</param>
/// <param name="Reason">Why it is paused or stopped: staff, quota, refused, changed, cap, same or restored; else null.</param>
/// <param name="Picture">Id of an uploaded one; see <c>GET /broadcast-pictures/{id}</c>.</param>
/// <param name="Alt">What is to be seen on its picture.</param>
/// <param name="Writers">Ids of all who wrote in it: none of them approves it.</param>
/// <param name="WriterNames">The same people by name; whoever has no account stays the id.</param>
/// <param name="ApprovedByName">Likewise.</param>
/// <param name="DueAt">From here on it goes out; null before the approval, and of one that repeats.</param>
/// <param name="LatestAt">From here on it is too late.</param>
/// <param name="Series">Of one time of a broadcast that repeats, and of a test: that one's id.</param>
/// <param name="IsTest">It went to phones of the staff alone.</param>
/// <param name="People">For how many it was frozen at the approval; null before.</param>
/// <param name="Sent">How many have it.</param>
public sealed record BroadcastShown(
    long Id, string State, string? Reason, string Title, string Text, string? Image, string? Picture, string? Alt, string? Seminar, long? Post, LinkWish? Link, AudienceWish Audience, TimingWish Timing, int WindowMinutes, int Cap,
    IReadOnlyList<string> Writers, IReadOnlyList<string> WriterNames, string? ApprovedBy, string? ApprovedByName, DateTimeOffset? ApprovedAt, DateTimeOffset? DueAt, DateTimeOffset? LatestAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    long? Series, string? Occurrence, bool IsTest, int? People, int Sent)
{
    public static BroadcastShown Of(Unit unit, Broadcast broadcast) => Of(unit, broadcast, StaffNames.Of(unit));

    /// <param name="names">Of staff, by id.</param>
    public static BroadcastShown Of(Unit unit, Broadcast b, IReadOnlyDictionary<string, string> names)
    {
        var (content, writers) = (b.Content, b.Writers.Split(' '));
        var chunks = unit.Db.Set<BroadcastChunk>().AsNoTracking().Where(c => c.BroadcastId == b.Id).Select(c => new { c.People, c.SentTo }).ToList();
        return new(
            b.Id, Names.Of(b.State), b.Reason is { } reason ? Names.Of(reason) : null,
            content.Title, content.Text, content.Image, content.Picture, content.Alt, content.Seminar, content.Post, content.Link is { } link ? new LinkWish(link.Label, link.Address) : null,
            AudienceWish.Of(b.Audience), TimingWish.Of(b.Timing), b.WindowMinutes, b.Cap,
            writers, [.. writers.Select(names.NameOf)], b.ApprovedBy, b.ApprovedBy is { } approver ? names.NameOf(approver) : null, b.ApprovedAt, b.DueAt, b.LatestAt, b.StartedAt, b.EndedAt,
            b.Series, b.Occurrence, b.IsTest, b.DueAt is null ? null : chunks.Sum(c => c.People), chunks.Sum(c => c.SentTo));
    }
}
