using Concierge.Core.Board;

namespace Concierge.Core.Kpi;

/// <summary>
/// Somebody has found something to do, in the plan's six classes (4(2)ウ): by hours a week, unpaid apart, and people of 55 and over apart
/// from others.
/// </summary>
public static class Placement
{
    private const string Young = "under55", From20Hours = "from20h", Under20Hours = "under20h", Unpaid = "unpaid";

    private const int MinutesOf20Hours = 20 * 60;

    /// <param name="age">Key of the age band; who did not say is counted with those whom the service is for.</param>
    public static string Of(Post post, string? age) => $"{Group(age)}/{Hours(post)}";

    /// <summary>Somebody was led on to another body, and it has taken them on.</summary>
    /// <param name="hours">As the body has it: <see cref="Consultation.Partner.Placement"/>.</param>
    public static string OfReferral(string hours, string? age) => $"{Group(age)}/{hours}";

    private static string Group(string? age) => age == Young ? "other" : "older";

    private static string Hours(Post post) => post.Engagement == Engagement.Volunteer ? Unpaid : IsFrom20Hours(post) ? From20Hours : Under20Hours;

    /// <summary>As people read it: 「週に1回くらい」 is once, on whichever of its days, 「週に2〜3回」 three times at most, and 「週20時間以上」 says it itself.</summary>
    private static bool IsFrom20Hours(Post post) => post.Rhythm switch
    {
        Rhythm.Long => true,
        Rhythm.Some => 3 * post.Minutes >= MinutesOf20Hours,
        Rhythm.Weekly => post.Minutes >= MinutesOf20Hours,
        _ => false,
    };
}
