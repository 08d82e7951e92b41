using Concierge.Core.Conversations;

namespace Concierge.Core.Seminars;

/// <summary>Which place is nearer to where somebody lives. Only their part of the city is known, so it is an estimate.</summary>
public static class Nearness
{
    /// <summary>About the middle of each part of the city that people answer with: degrees north and east.</summary>
    private static readonly Dictionary<string, (double Latitude, double Longitude)> Middles = new()
    {
        ["north"] = (35.891, 139.967),
        ["centre"] = (35.862, 139.970),
        ["south"] = (35.834, 139.972),
        ["shonan"] = (35.845, 140.022),
    };

    /// <summary>Null: it is not known, or not in the city.</summary>
    public static string? AreaOf(Turn turn) =>
        turn.Answers.LastOrDefault(a => a.Question == "area")?.Value is AnswerValue.Chosen { Options: [var area, ..] } && Middles.ContainsKey(area) ? area : null;

    /// <summary>For sorting: the square of the distance, in no unit.</summary>
    public static double From(string area, Seminar seminar)
    {
        var (latitude, longitude) = Middles[area];
        var there = Spot(seminar);
        var north = there.Latitude - latitude;
        // A degree east is shorter than a degree north.
        var east = (there.Longitude - longitude) * Math.Cos(latitude * Math.PI / 180);
        return (north * north) + (east * east);
    }

    /// <summary>Where the place is not known to the point, the middle of its part of the city has to do.</summary>
    private static (double Latitude, double Longitude) Spot(Seminar seminar) => seminar is { Latitude: { } latitude, Longitude: { } longitude }
        ? (latitude, longitude)
        : Middles.GetValueOrDefault(seminar.Area, Middles["centre"]);
}
