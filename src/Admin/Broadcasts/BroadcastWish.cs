using Concierge.Core.Broadcasts;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>What staff write. A draft may be unfinished; what is in it must be right.</summary>
/// <param name="Image">An https address elsewhere that LINE fetches.</param>
/// <param name="Picture">Id of an uploaded one, in the place of <paramref name="Image"/>.</param>
/// <param name="Alt">What is to be seen on it; at most 100 characters, and wanted with any picture.</param>
/// <param name="Seminar">Id of the seminar whose card it shows.</param>
/// <param name="Post">Id of the post whose card it shows; not beside a seminar.</param>
/// <param name="Audience">Null: everybody who has consented and can be reached.</param>
/// <param name="SavedAudience">Id of a saved one, in the place of <paramref name="Audience"/>: its rule as it is now.</param>
/// <param name="Timing">Null: as soon as it is approved.</param>
/// <param name="WindowMinutes">How long after its time it is still worth sending: 15 to 2880.</param>
/// <param name="Cap">More people than this never get it.</param>
public sealed record BroadcastWish(
    string? Title, string? Text, string? Image, string? Picture, string? Alt, string? Seminar, long? Post, LinkWish? Link, AudienceWish? Audience, long? SavedAudience, TimingWish? Timing, int? WindowMinutes, int? Cap)
{
    internal const int UsualWindow = 240;

    /// <exception cref="Problem">A part is wrong; it is named.</exception>
    public Broadcast Make(Unit unit, string staff, string code) => new()
    {
        Code = code, Writers = staff, Content = Content(unit), Audience = Whom(unit), Timing = When(unit), WindowMinutes = WindowMinutes ?? UsualWindow, Cap = Cap ?? 0,
    };

    /// <exception cref="Problem">A part is wrong; it is named.</exception>
    public BroadcastMove Edit(Unit unit, Broadcast broadcast, string staff, DateTimeOffset now) =>
        BroadcastBook.Edit(unit, broadcast, staff, Content(unit), Whom(unit), When(unit), WindowMinutes ?? UsualWindow, Cap ?? 0, now);

    private BroadcastContent Content(Unit unit)
    {
        var content = new BroadcastContent(Title ?? "", Text ?? "", Image, Seminar, Post, Link is { } link ? new BroadcastLink(link.Label ?? "", link.Address ?? "") : null, Picture, Alt);
        if (content.Wrong().FirstOrDefault(part => !content.IsUnwritten(part)) is { } wrong) throw Problem.Invalid(wrong, Words.Say("problem_broadcast_" + wrong));
        if (Picture is { } id && !unit.Db.Set<BroadcastPicture>().Any(p => p.Id == id)) throw Problem.Invalid("picture", Words.Say("problem_broadcast_picture_none"));
        return content;
    }

    private Audience Whom(Unit unit) => SavedAudience is { } id
        ? unit.Db.Set<SavedAudience>().AsNoTracking().SingleOrDefault(saved => saved.Id == id)?.Rule ?? throw Problem.Invalid("savedAudience", Words.Say("problem_not_found"))
        : Audience?.Read(unit) ?? Core.Broadcasts.Audience.Everybody;

    private Timing When(Unit unit)
    {
        var timing = Timing?.Read() ?? new Timing.Once(null);
        // A name with a slip of the pen would never be due, and never say so.
        if (timing is Timing.BeforeSeminar { Series: { } series } && !unit.Db.Set<Seminar>().Any(s => s.Series == series)) throw Problem.Invalid("series", Words.Say("problem_broadcast_series"));
        return timing;
    }
}

/// <param name="Address">Https; people are led there over our own host, where it is counted.</param>
public sealed record LinkWish(string? Label, string? Address);
