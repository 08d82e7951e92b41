namespace Concierge.Core.Board;

/// <summary>Why a post cannot stand on the board. The closed set of reasons, each with what staff must know.</summary>
public abstract record Refusal
{
    private Refusal() { }

    public sealed record UnknownTask(string Task) : Refusal;

    public sealed record UnknownArea(string Area) : Refusal;

    /// <summary>Not eight values from 0 to 3.</summary>
    public sealed record BadLoad : Refusal;

    public sealed record NoTimes : Refusal;

    public sealed record EndsBeforeItBegins : Refusal;

    /// <summary>Employment must name what it pays.</summary>
    public sealed record WageNotNamed : Refusal;

    /// <param name="Yen">What it pays an hour.</param>
    /// <param name="Minimum">What it must pay on <paramref name="On"/>, the first day on which it is too little.</param>
    public sealed record BelowMinimumWage(int Yen, int Minimum, DateOnly On) : Refusal;

    /// <summary>With children on or after the day of the law, and the place has not said that it makes the check.</summary>
    public sealed record ChildCheckMissing(DateOnly On) : Refusal;

    /// <summary>Recruiting with an upper age limit is forbidden (労働施策総合推進法 9条).</summary>
    public sealed record AgeLimit(string Words) : Refusal;
}

/// <summary>What must be true of a post before anybody sees it.</summary>
public static class PostCheck
{
    /// <summary>From this day places for children must make the check (こども性暴力防止法, 日本版DBS).</summary>
    public static readonly DateOnly ChildLaw = new(2026, 12, 25);

    private static readonly string[] AgeLimits = ["歳まで", "歳以下", "歳未満", "才まで", "才以下", "才未満"];

    /// <summary>Null when it may stand on the board.</summary>
    public static Refusal? Of(Post post, Wages wages)
    {
        if (!Tasks.Knows(post.Task)) return new Refusal.UnknownTask(post.Task);
        if (Areas.Find(post.Area) is null) return new Refusal.UnknownArea(post.Area);
        if (!post.Loads.IsDefaultOrEmpty && (post.Loads.Length != 8 || post.Loads.Any(l => l is < 0 or > Load.Hardest))) return new Refusal.BadLoad();
        if (post.Slots.IsEmpty || post.Minutes <= 0) return new Refusal.NoTimes();
        if (post.Until < post.From) return new Refusal.EndsBeforeItBegins();
        return AgeLimit(post) ?? Wage(post, wages) ?? ChildCheck(post);
    }

    private static Refusal.AgeLimit? AgeLimit(Post post)
    {
        var limited = Limits(post.Title) ? post.Title : Limits(post.Needs) ? post.Needs : null;
        return limited is null ? null : new Refusal.AgeLimit(limited);
    }

    private static bool Limits(string? text) => text is not null && AgeLimits.Any(limit => text.Contains(limit, StringComparison.Ordinal));

    private static Refusal? Wage(Post post, Wages wages)
    {
        if (post.Engagement != Engagement.Employed) return null;
        if (Hourly(post) is not { } yen) return new Refusal.WageNotNamed();
        return wages.Highest(post.From, post.Until) is { } minimum && yen < minimum.Yen ? new Refusal.BelowMinimumWage(yen, minimum.Yen, minimum.From) : null;
    }

    /// <summary>A day's pay is held against the hours of that day.</summary>
    private static int? Hourly(Post post) => post.Pay.Kind switch
    {
        PayKind.Hourly => post.Pay.Yen,
        PayKind.Piece => post.Pay.Yen * 60 / post.Minutes,
        PayKind.Talk => null,
        _ => 0,
    };

    private static Refusal.ChildCheckMissing? ChildCheck(Post post) =>
        post.Type.Child && post.Until >= ChildLaw && !post.PlaceChecks ? new Refusal.ChildCheckMissing(ChildLaw > post.From ? ChildLaw : post.From) : null;
}
