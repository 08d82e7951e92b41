using System.Globalization;
using Concierge.Core.Board;
using Concierge.Core.Wording;

namespace Concierge.Admin.Board;

/// <summary>What staff write of a post. Of which task it is stays: another one is another post.</summary>
/// <param name="Title">Null: that of its task.</param>
/// <param name="Place">As people call it; of a private home only its area.</param>
/// <param name="Area">Key of the community area.</param>
/// <param name="Days">mon … sun.</param>
/// <param name="Parts">early, morning, noon, afternoon, evening, night.</param>
/// <param name="Minutes">Of one time.</param>
/// <param name="Rhythm">once, weekly, some or long.</param>
/// <param name="Engagement">employed, entrusted, thanked or volunteer.</param>
/// <param name="From">First day of work.</param>
/// <param name="Insurance">Null: the usual one of its form.</param>
/// <param name="PlaceChecks">The place makes the check of the child law.</param>
/// <param name="TrainingFirst">Who applies has been to a training of its task; there has to be one that people can see.</param>
public sealed record PostWish(
    string? Title, string? Place, string? Requester, string? Area, double? Latitude, double? Longitude, IReadOnlyList<string>? Days, IReadOnlyList<string>? Parts, int? Minutes,
    string? Rhythm, string? Engagement, PostWish.Paying? Pay, DateOnly? From, DateOnly? Until, string? Needs, string? Insurance, bool PlaceChecks, bool TrainingFirst)
{
    public const int LongestName = 40, LongestText = 200, LongestPer = 10, MostMinutes = 12 * 60, MostYen = 1_000_000;

    /// <param name="Kind">none, hourly, piece, points or talk.</param>
    /// <param name="Yen">Of what is hourly or by the piece.</param>
    /// <param name="Per">By what piece, e.g. 1回.</param>
    public sealed record Paying(string? Kind, int? Yen, string? Per);

    public static PostWish Of(Post post) => new(
        post.Title, post.Place, post.Requester, post.Area, post.Latitude, post.Longitude, [.. post.Days.Select(day => Names.Of(day))], [.. post.Parts.Select(part => Names.Of(part))], post.Minutes,
        Names.Of(post.Rhythm), Names.Of(post.Engagement), new Paying(Names.Of(post.Pay.Kind), post.Pay.Yen, post.Pay.Per), post.From, post.Until, post.Needs, post.Insurance, post.PlaceChecks, post.TrainingFirst);

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public Post Over(Post old) => old with
    {
        Title = Title == old.Type.Title ? null : TextIfAny("title", Title, LongestName),
        Place = Text("place", Place, LongestName),
        Requester = Text("requester", Requester, LongestName),
        Area = Areas.Find(Area) is { } area ? area.Key : throw Names.NoneOf("area", Areas.All.Select(known => known.Key)),
        Latitude = Latitude is >= -90 and <= 90 ? Latitude.Value : throw Problem.Invalid("latitude", Words.Say("problem_spot")),
        Longitude = Longitude is >= -180 and <= 180 ? Longitude.Value : throw Problem.Invalid("longitude", Words.Say("problem_spot")),
        Days = [.. Several<Day>("days", Days)],
        Parts = [.. Several<DayPart>("parts", Parts)],
        Minutes = Minutes is >= 1 and <= MostMinutes ? Minutes.Value : throw Problem.Invalid("minutes", Words.Say("problem_post_minutes", ("max", MostMinutes))),
        Rhythm = Names.Read<Rhythm>("rhythm", Rhythm),
        Engagement = Names.Read<Engagement>("engagement", Engagement),
        Pay = Paid(Pay ?? throw Problem.Missing("pay")),
        From = From ?? throw Problem.Missing("from"),
        Until = Until ?? throw Problem.Missing("until"),
        Needs = TextIfAny("needs", Needs, LongestText),
        Insurance = TextIfAny("insurance", Insurance, LongestText),
        PlaceChecks = PlaceChecks,
        TrainingFirst = TrainingFirst,
    };

    /// <summary>What is no money has no yen.</summary>
    private static Pay Paid(Paying pay)
    {
        var kind = Names.Read<PayKind>("pay", pay.Kind);
        if (kind is not (PayKind.Hourly or PayKind.Piece)) return new Pay(kind);
        if (pay.Yen is not (>= 1 and <= MostYen)) throw Problem.Invalid("yen", Words.Say("problem_post_yen", ("max", MostYen)));
        return new Pay(kind, pay.Yen.Value, kind == PayKind.Piece ? Text("per", pay.Per, LongestPer) : null);
    }

    private static IEnumerable<T> Several<T>(string item, IReadOnlyList<string>? names)
        where T : struct, Enum => names is { Count: > 0 } ? names.Select(name => Names.Read<T>(item, name)).Distinct().Order() : throw Problem.Missing(item);

    private static string? TextIfAny(string item, string? text, int longest) => text is null ? null : Text(item, text, longest);

    private static string Text(string item, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Problem.Missing(item);
        if (Letters.HasControl(text)) throw Problem.Invalid(item, Words.Say("problem_control", ("item", item)));
        return new StringInfo(text).LengthInTextElements <= longest ? text : throw Problem.Invalid(item, Words.Say("problem_too_long", ("item", item), ("max", longest)));
    }
}
