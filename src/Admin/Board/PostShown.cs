using Concierge.Core.Board;

namespace Concierge.Admin.Board;

/// <summary>One post, as the office has it.</summary>
/// <param name="State">draft, open, paused, filled, closed or expired.</param>
/// <param name="Area">Key of the community area.</param>
/// <param name="Days">mon … sun.</param>
/// <param name="Parts">early, morning, noon, afternoon, evening, night.</param>
/// <param name="Minutes">Of one time.</param>
/// <param name="Rhythm">once, weekly, some or long.</param>
/// <param name="Engagement">employed, entrusted, thanked or volunteer.</param>
/// <param name="From">First day of work.</param>
/// <param name="PlaceChecks">The place makes the check of the child law.</param>
/// <param name="TrainingFirst">Who applies has been to a training of its task.</param>
public sealed record PostShown(
    long Id, string State, string Task, string Title, string Place, string Requester, string Area, IReadOnlyList<string> Days, IReadOnlyList<string> Parts, int Minutes,
    string Rhythm, string Engagement, PayShown Pay, DateOnly From, DateOnly Until, string? Needs, string? Insurance,
    double Latitude, double Longitude, bool PlaceChecks, bool TrainingFirst)
{
    public static PostShown Of(Listing listing)
    {
        var post = listing.Body;
        return new PostShown(
            post.Id, Names.Of(listing.State), post.Task, post.Name, post.Place, post.Requester, post.Area, [.. post.Days.Select(day => Names.Of(day))], [.. post.Parts.Select(part => Names.Of(part))],
            post.Minutes, Names.Of(post.Rhythm), Names.Of(post.Engagement), new PayShown(Names.Of(post.Pay.Kind), post.Pay.Yen, post.Pay.Per), post.From, post.Until, post.Needs, post.Insurance,
            post.Latitude, post.Longitude, post.PlaceChecks, post.TrainingFirst);
    }
}

/// <param name="Kind">none, hourly, piece, points or talk.</param>
/// <param name="Yen">0 for what is not money.</param>
/// <param name="Per">For what, when it is a piece.</param>
public sealed record PayShown(string Kind, int Yen, string? Per);

/// <summary>応募: somebody would like to do it; staff introduce them.</summary>
/// <param name="Terms">Which wording was agreed to.</param>
/// <param name="OnLine">What we send reaches them; whom it does not is telephoned.</param>
public sealed record ApplicationShown(long Post, string? Title, string Member, DateTimeOffset At, string? Terms, bool OnLine);
