using Concierge.Core.Broadcasts;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>What staff write. A draft may be unfinished; what is in it must be right.</summary>
/// <param name="Image">An https address that LINE fetches.</param>
/// <param name="Seminar">Id of the seminar whose card it shows.</param>
/// <param name="Post">Id of the post whose card it shows; not beside a seminar.</param>
/// <param name="Audience">Null: everybody who has consented and can be reached.</param>
/// <param name="SavedAudience">Id of a saved one, in the place of <paramref name="Audience"/>: its rule as it is now.</param>
/// <param name="Timing">Null: as soon as it is approved.</param>
/// <param name="WindowMinutes">How long after its time it is still worth sending: 15 to 2880.</param>
/// <param name="Cap">More people than this never get it.</param>
public sealed record BroadcastWish(
    string? Title, string? Text, string? Image, string? Seminar, long? Post, LinkWish? Link, AudienceWish? Audience, long? SavedAudience, TimingWish? Timing, int? WindowMinutes, int? Cap)
{
    internal const int UsualWindow = 240;

    /// <exception cref="Problem">A part is wrong; it is named.</exception>
    public Broadcast Make(Unit unit, string staff, string code) => new()
    {
        Code = code, Writers = staff, Content = Content(), Audience = Whom(unit), Timing = When(), WindowMinutes = WindowMinutes ?? UsualWindow, Cap = Cap ?? 0,
    };

    /// <exception cref="Problem">A part is wrong; it is named.</exception>
    public BroadcastMove Edit(Unit unit, Broadcast broadcast, string staff) =>
        BroadcastBook.Edit(unit, broadcast, staff, Content(), Whom(unit), When(), WindowMinutes ?? UsualWindow, Cap ?? 0);

    private BroadcastContent Content()
    {
        var content = new BroadcastContent(Title ?? "", Text ?? "", Image, Seminar, Post, Link is { } link ? new BroadcastLink(link.Label ?? "", link.Address ?? "") : null);
        return content.Wrong() is { } wrong && !IsUnfinished(wrong) ? throw Problem.Invalid(wrong, Words.Say("problem_broadcast_" + wrong)) : content;
    }

    /// <summary>Not written yet.</summary>
    private bool IsUnfinished(string item) => (item == "title" && string.IsNullOrWhiteSpace(Title)) || (item == "text" && string.IsNullOrWhiteSpace(Text));

    private Audience Whom(Unit unit) => SavedAudience is { } id
        ? unit.Db.Set<SavedAudience>().AsNoTracking().SingleOrDefault(saved => saved.Id == id)?.Rule ?? throw Problem.Invalid("savedAudience", Words.Say("problem_not_found"))
        : Audience?.Read(unit) ?? Core.Broadcasts.Audience.Everybody;

    private Timing When() => Timing?.Read() ?? new Timing.Once(null);
}

/// <param name="Address">Https; people are led there over our own host, where it is counted.</param>
public sealed record LinkWish(string? Label, string? Address);
