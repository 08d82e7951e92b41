using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>A post in plain words. Nothing here is of a person: it may stand on LINE.</summary>
public static class PostWords
{
    /// <summary>From so many minutes on nobody can choose a part of the day.</summary>
    private const int FillsTheDay = 6 * 60;

    private static readonly CultureInfo Japan = CultureInfo.GetCultureInfo("ja-JP");

    public static ImmutableArray<string> InShort(Post post) => [Place(post), When(post), Terms(post), Load(post)];

    /// <summary>On a list, where many look alike: also from when until when.</summary>
    public static ImmutableArray<string> OnList(Post post) => [Place(post), When(post), Dates(post), Terms(post), Load(post)];

    /// <summary>Everything but its name and its day.</summary>
    public static ImmutableArray<string> InFull(Post post) =>
    [
        Place(post), When(post), Dates(post), Terms(post), Load(post),
        .. Flags(post),
        .. new[] { post.Type.Needs, post.Needs }.OfType<string>().Select(needs => Words.Say("find_needs", ("needs", needs))),
        .. post.TrainingFirst ? [Words.Say("find_training")] : Array.Empty<string>(),
        .. post.Type.Child && post.Until >= PostCheck.ChildLaw ? [ChildCheck(post)] : Array.Empty<string>(),
        Insurance(post),
        Words.Say("find_introduced"),
    ];

    /// <summary>Step by step, and what is not asked of anybody.</summary>
    public static ImmutableArray<string> TheDay(Post post) =>
    [
        .. post.Type.Steps.Select((step, at) => Words.Say("find_step", ("n", at + 1), ("step", step))),
        .. post.Type.NotDo.Select(not => Words.Say("find_not", ("not", not))),
    ];

    public static string Place(Post post) => Words.Say("find_place", ("place", post.Place), ("area", Areas.Find(post.Area)!.Name));

    public static string When(Post post) => Words.Say("find_when", ("slots", Slots.Say(post.Days, post.Minutes >= FillsTheDay ? [] : post.Parts)), ("rhythm", Lower("find_rhythm", post.Rhythm)), ("length", Length(post.Minutes)));

    /// <summary>「12月1日から 翌年の 3月31日まで」.</summary>
    public static string Dates(Post post) => post.From == post.Until
        ? Words.Say("find_date", ("day", Day(post.From)))
        : Words.Say(post.From.Year == post.Until.Year ? "find_dates" : "find_dates_over", ("from", Day(post.From)), ("until", Day(post.Until)));

    public static string Terms(Post post) => Words.Say("find_terms", ("form", Lower("find_form", post.Engagement)), ("pay", Pay(post)));

    /// <summary>What is earned is no お礼.</summary>
    private static string Pay(Post post)
    {
        var kind = post.Pay.Kind == PayKind.Piece && post.Engagement is Engagement.Employed or Engagement.Entrusted ? "money" : post.Pay.Kind.ToString().ToLowerInvariant();
        return Words.Say("find_pay_" + kind, ("yen", post.Pay.Yen.ToString("N0", Japan)), ("per", post.Pay.Per ?? ""));
    }

    /// <summary>「体の負担：中くらい（立つ）」.</summary>
    public static string Load(Post post)
    {
        var load = post.Load;
        var grade = Lower("find_grade", load.Grade);
        var hard = load.From(load.Grade == LoadGrade.Light ? 1 : 2);
        return hard.IsEmpty
            ? Words.Say("find_load_none", ("grade", grade))
            : Words.Say("find_load", ("grade", grade), ("axes", string.Join('・', hard.Take(3).Select(axis => Axis(load, axis)))));
    }

    /// <summary>What there is none of, of what most people ask for first: 「立ち仕事は ありません。」. Null where it is not easy.</summary>
    public static string? Ease(Post post)
    {
        var load = post.Load;
        if (load[LoadAxis.Stand] == 0 && load[LoadAxis.Walk] <= 1) return Words.Say("find_ease_stand");
        if (load[LoadAxis.Lift] == 0) return Words.Say("find_ease_lift");
        return load[LoadAxis.Heat] == 0 ? Words.Say("find_ease_heat") : null;
    }

    public static string Insurance(Post post) => post.Insurance ?? Lower("find_insurance", post.Engagement);

    public static IEnumerable<string> Flags(Post post) =>
        post.Type.Flags.IsDefault ? [] : post.Type.Flags.Select(flag => Lower("find_flag", flag));

    /// <summary>Who makes the check of the child law: said, so that nobody expects us to ask.</summary>
    public static string ChildCheck(Post post)
    {
        var who = post.Type.Title.Contains('園') ? "nursery" : post.Type.Field == "教育" ? "school" : "place";
        return Words.Say("find_child_check", ("who", Words.Say("find_who_" + who)));
    }

    private static string Axis(Load load, LoadAxis axis) => axis == LoadAxis.Lift
        ? Words.Say("find_axis_lift_" + load[axis].ToString(CultureInfo.InvariantCulture))
        : Lower("find_axis", axis);

    private static string Length(int minutes) => minutes switch
    {
        < 60 => Words.Say("find_minutes", ("n", minutes)),
        _ when minutes % 60 == 0 => Words.Say("find_hours", ("n", minutes / 60)),
        _ when minutes % 60 == 30 => Words.Say("find_hours_half", ("n", minutes / 60)),
        _ => Words.Say("find_hours_minutes", ("n", minutes / 60), ("m", minutes % 60)),
    };

    private static string Day(DateOnly day) => day.ToString("M月d日", Japan);

    private static string Lower<T>(string prefix, T value)
        where T : struct, Enum =>
        Words.Say($"{prefix}_{value.ToString().ToLowerInvariant()}");
}
