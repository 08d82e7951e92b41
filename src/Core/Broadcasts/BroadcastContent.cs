using Concierge.Core.Board;
using Concierge.Core.Seminars;

namespace Concierge.Core.Broadcasts;

/// <summary>What is said, the same to everybody: nothing of a person can stand in it.</summary>
/// <param name="Title">What it is about, on top of it and in everybody's conversation.</param>
/// <param name="Image">Address of a picture elsewhere that LINE fetches; null for none.</param>
/// <param name="Picture">Id of one that staff have uploaded, in the place of <paramref name="Image"/>.</param>
/// <param name="Alt">What is to be seen on it, for who does not see it; wanted with any picture.</param>
/// <param name="Seminar">Id of the seminar whose card it shows; null for none.</param>
/// <param name="Post">Id of the post whose card it shows; null for none.</param>
public sealed record BroadcastContent(string Title, string Text, string? Image = null, string? Seminar = null, long? Post = null, BroadcastLink? Link = null, string? Picture = null, string? Alt = null)
{
    /// <summary>In characters (UTF-16 units).</summary>
    public const int LongestTitle = 40, LongestText = 1_000, LongestLabel = 20, LongestAlt = 100, LongestAddress = 900;

    /// <summary>The path under which our own host shows what was uploaded; the shell completes it.</summary>
    public string? Shown => Picture is { } id ? PathOf(id) : Image;

    public bool HasCard => Seminar is not null || Post is not null;

    public static string PathOf(string picture) => "/pictures/" + picture;

    /// <summary>What is wrong with it; nothing when it can be sent. The names are also those of the API's problems.</summary>
    public IEnumerable<string> Wrong()
    {
        if (Title.Trim().Length is 0 or > LongestTitle) yield return "title";
        if (Text.Trim().Length is 0 or > LongestText) yield return "text";
        if (Image is not null && !IsAddress(Image)) yield return "image";
        if (Image is not null && Picture is not null) yield return "picture";
        if (Shown is not null && Alt?.Trim().Length is null or 0 or > LongestAlt) yield return "alt";
        if (Seminar is not null && Post is not null) yield return "post";
        if (Link is null) yield break;
        if (Link.Label.Trim().Length is 0 or > LongestLabel) yield return "label";
        if (!IsAddress(Link.Address)) yield return "address";
    }

    /// <summary>Whether a part is only not written yet: so it may stand in a draft.</summary>
    public bool IsUnwritten(string part) => part switch
    {
        "title" => string.IsNullOrWhiteSpace(Title),
        "text" => string.IsNullOrWhiteSpace(Text),
        "alt" => string.IsNullOrWhiteSpace(Alt),
        _ => false,
    };

    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", Host.Length: > 0 };
}

/// <summary>Leads over our own host, where it is counted how often it was followed. Not by whom.</summary>
public sealed record BroadcastLink(string Label, string Address);

/// <summary>What the cards of a broadcast are made of, as it is now.</summary>
/// <param name="Gone">The content names something that takes nobody any more.</param>
public sealed record BroadcastCards(Seminar? Seminar, Post? Post, bool Gone)
{
    public static readonly BroadcastCards None = new(null, null, false);
}
