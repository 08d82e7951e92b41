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
        var north = seminar.Latitude - latitude;
        // A degree east is shorter than a degree north.
        var east = (seminar.Longitude - longitude) * Math.Cos(latitude * Math.PI / 180);
        return (north * north) + (east * east);
    }
}
