using System.Globalization;
using Concierge.Core.Board;
using Concierge.Core.Seminars;

namespace Concierge.Bot.Site;

/// <summary>Something that somebody chose on the open site and takes along into the talk.</summary>
/// <param name="Path">Where it stands on the site.</param>
/// <param name="Words">The sentence by which the talk knows it. It says nothing of the person.</param>
public sealed record SiteChoice(string Path, string Title, string Words)
{
    public const string Tasks = "tasks", Seminars = "seminars";

    public static SiteChoice Of(Post post) => new(SitePages.PathOf(post), post.Name, FindWork.ChosenWords(post));

    public static SiteChoice Of(Seminar seminar) => new(SitePages.PathOf(seminar), seminar.Short, ReserveSeminar.ChosenWords(seminar));

    /// <summary>Null when it is not, or no longer, on offer.</summary>
    /// <param name="part">Of the site, as its addresses have it.</param>
    public static SiteChoice? Find(SiteOffers offers, string part, string id) => part switch
    {
        Tasks when long.TryParse(id, CultureInfo.InvariantCulture, out var number) && offers.Now().Find(number) is { } post => Of(post),
        Seminars when offers.Seminar(id) is { State: SeminarState.Open } seminar => Of(seminar),
        _ => null,
    };
}
