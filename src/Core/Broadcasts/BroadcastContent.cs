using Concierge.Core.Board;
using Concierge.Core.Seminars;

namespace Concierge.Core.Broadcasts;

/// <summary>What is said, the same to everybody: nothing of a person can stand in it.</summary>
/// <param name="Title">What it is about, on top of it and in everybody's conversation.</param>
/// <param name="Image">Address of a picture that LINE fetches; null for none.</param>
/// <param name="Seminar">Id of the seminar whose card it shows; null for none.</param>
/// <param name="Post">Id of the post whose card it shows; null for none.</param>
public sealed record BroadcastContent(string Title, string Text, string? Image = null, string? Seminar = null, long? Post = null, BroadcastLink? Link = null)
{
    /// <summary>In characters (UTF-16 units).</summary>
    public const int LongestTitle = 40, LongestText = 1_000, LongestLabel = 20, LongestAddress = 900;

    /// <summary>What is wrong with it; null when it can be sent. The names are also those of the API's problems.</summary>
    public string? Wrong()
    {
        if (Title.Trim().Length is 0 or > LongestTitle) return "title";
        if (Text.Trim().Length is 0 or > LongestText) return "text";
        if (Image is not null && !IsAddress(Image)) return "image";
        if (Seminar is not null && Post is not null) return "post";
        if (Link is null) return null;
        if (Link.Label.Trim().Length is 0 or > LongestLabel) return "label";
        return IsAddress(Link.Address) ? null : "address";
    }

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
