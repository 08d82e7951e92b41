using System.Collections.Frozen;
using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Board;

/// <summary>Where distances are counted from.</summary>
public enum Origin { Unknown, Home, Said, Sent }

/// <summary>
/// What is known of somebody who looks for something to do. Whatever is not known is null and stands in nobody's way. There is
/// no age in it.
/// </summary>
public sealed record Seeker
{
    /// <summary>How the keys of the questions about movements begin.</summary>
    private const string OfBody = "load/";

    /// <summary>How far one comes in the time of the inventory's question, in metres as the crow flies: walking 80 m a minute, by bicycle and by bus 200.</summary>
    private static readonly FrozenDictionary<string, double> Reaches =
        new Dictionary<string, double> { ["walk"] = 15 * 80, ["bike"] = 15 * 200, ["bus"] = 30 * 200, ["car"] = 15_000 }.ToFrozenDictionary();

    public GeoPoint? At { get; init; }

    public Origin Origin { get; init; }

    /// <summary>Part of the city where one lives, or <see cref="Areas.Outside"/>.</summary>
    public string? Group { get; init; }

    /// <summary>Community area where one lives, or a town around.</summary>
    public string? Area { get; init; }

    /// <summary>walk, bike, bus, car, any.</summary>
    public string? Travel { get; init; }

    public Slots? Times { get; init; }

    /// <summary>once, weekly, some, long, open.</summary>
    public string? Hours { get; init; }

    /// <summary>The most that is bearable on each axis; <see cref="Load.Hardest"/> where nothing is known.</summary>
    public Load Caps { get; init; } = Load.Anything;

    public bool KnowsBody { get; init; }

    /// <summary>Nothing is known of what suits, neither of the body nor of interests: then what is light comes first, and of that what is near.</summary>
    public bool LightFirst => !KnowsBody && !KnowsInterests;

    /// <summary>
    /// Where whoever named a movement to avoid or to do little of has not said できる: <see cref="Load.Hardest"/> on those axes. None for all others.
    /// </summary>
    public Load Doubted { get; init; }

    public ImmutableArray<string>? Skills { get; init; }

    public ImmutableArray<string>? Portable { get; init; }

    public string? Experience { get; init; }

    public ImmutableArray<string>? Motives { get; init; }

    /// <summary>Forms that are wanted; null for all.</summary>
    public ImmutableArray<Engagement>? Forms { get; init; }

    /// <summary>wage, thanks, none, talk.</summary>
    public string? PayWish { get; init; }

    /// <summary>One for each kind, in the order of the catalogue.</summary>
    public required ImmutableArray<Interest> Interests { get; init; }

    public bool KnowsInterests { get; init; }

    /// <summary>Kinds that may be suggested, as bits.</summary>
    public uint Kinds { get; init; } = Tasks.AllKinds;

    /// <summary>Areas that may be suggested, as bits.</summary>
    public ulong InAreas { get; init; } = ulong.MaxValue;

    public FrozenSet<long> NotToSuggest { get; init; } = [];

    /// <summary>Metres; null without a limit.</summary>
    public double? Reach => Travel is not null && Reaches.TryGetValue(Travel, out var metres) ? metres : null;

    /// <summary>Somebody from the inventory's answers, as far as they go, and what was done on the board.</summary>
    public static Seeker Of(IReadOnlyList<Answer> answers, Marks marks)
    {
        var said = Said(answers);
        var group = One(said, "area");
        var area = One(said, FindWork.HomeArea);
        var middle = Areas.MiddleOf(area);
        return new Seeker
        {
            At = middle,
            Origin = middle is null ? Origin.Unknown : Origin.Home,
            Group = Areas.PartOf(area) ?? group,
            Area = middle is null ? null : area,
            Travel = One(said, "travel"),
            Times = TimesOf(said),
            Hours = One(said, "hours"),
            Caps = CapsOf(said),
            Doubted = DoubtedOf(said),
            KnowsBody = said.Keys.Any(key => key.StartsWith(OfBody, StringComparison.Ordinal)),
            Skills = Many(said, "skills"),
            Portable = Many(said, "portable"),
            Experience = One(said, "experience"),
            Motives = Many(said, "motives"),
            Forms = FormsOf(said),
            PayWish = One(said, "pay"),
            Interests = [.. Board.Interests.Of(card => One(said, "interest/" + card), marks)],
            KnowsInterests = said.Keys.Any(key => key.StartsWith("interest/", StringComparison.Ordinal)),
            Kinds = Tasks.AllKinds & ~Tasks.Bits(marks.HiddenKinds.Where(kind => Tasks.FindKind(kind) is not null)),
            NotToSuggest = marks.NotToSuggest.ToFrozenSet(),
        };
    }

    // Records print themselves, and what a body can bear must reach no log.
    public override string ToString() => nameof(Seeker);

    /// <summary>The newest choice of each question; what was skipped is not known.</summary>
    private static Dictionary<string, ImmutableArray<string>> Said(IReadOnlyList<Answer> answers)
    {
        var said = new Dictionary<string, ImmutableArray<string>>();
        foreach (var answer in answers)
        {
            if (answer.Value is AnswerValue.Chosen chosen) said[answer.Question] = chosen.Options;
            else said.Remove(answer.Question);
        }
        return said;
    }

    private static Slots? TimesOf(Dictionary<string, ImmutableArray<string>> said)
    {
        if (Many(said, "times") is not { } times) return null;
        var parts = Enum.GetValues<DayPart>().Where(part => times.Contains(part.ToString().ToLowerInvariant())).ToArray();
        Day[] days = [.. times.Contains("weekdays") ? Slots.Weekdays : [], .. times.Contains("weekend") ? Slots.Weekend : []];
        return Slots.Of(days.Length > 0 ? days : [.. Slots.Weekdays, .. Slots.Weekend], parts.Length > 0 ? parts : Enum.GetValues<DayPart>());
    }

    /// <summary>できる is anything, 少しなら a little, さけたい nothing. Nobody is led to more than was asked: できる for 10 kg is 10 kg.</summary>
    private static Load CapsOf(Dictionary<string, ImmutableArray<string>> said)
    {
        var caps = Load.Anything;
        foreach (var axis in new[] { LoadAxis.Stand, LoadAxis.Walk, LoadAxis.Stairs, LoadAxis.Bend, LoadAxis.Heat, LoadAxis.Night })
            if (One(said, OfBody + axis.ToString().ToLowerInvariant()) is { } can)
                caps = caps.With(axis, can switch { "can" => Load.Hardest, "some" => 1, _ => 0 });
        return Lifting(One(said, "load/lift5"), One(said, "load/lift10")) is { } lift ? caps.With(LoadAxis.Lift, lift) : caps;
    }

    private static Load DoubtedOf(Dictionary<string, ImmutableArray<string>> said)
    {
        string?[] all = [.. said.Keys.Where(key => key.StartsWith(OfBody, StringComparison.Ordinal)).Select(key => One(said, key))];
        if (!all.Any(can => can is "avoid" or "some")) return default;
        var doubted = Load.Anything;
        foreach (var axis in Enum.GetValues<LoadAxis>())
            if (One(said, OfBody + axis.ToString().ToLowerInvariant()) == "can") doubted = doubted.With(axis, 0);
        return One(said, "load/lift10") == "can" ? doubted.With(LoadAxis.Lift, 0) : doubted;
    }

    private static int? Lifting(string? five, string? ten) => (five, ten) switch
    {
        (null, null) => null,
        ("avoid", _) => 0,
        (_, "can" or "some") => 2,
        (null, "avoid") => 1,
        (_, "avoid") or ("some", null) => 1,
        _ => 2,
    };

    /// <summary>学び and 事業 are no forms of a post; whoever wants only those is shown everything.</summary>
    private static ImmutableArray<Engagement>? FormsOf(Dictionary<string, ImmutableArray<string>> said)
    {
        var forms = Enum.GetValues<Engagement>().Where(form => Many(said, "engagement")?.Contains(form.ToString().ToLowerInvariant()) == true).ToImmutableArray();
        return forms.IsEmpty ? null : forms;
    }

    private static string? One(Dictionary<string, ImmutableArray<string>> said, string key) => said.TryGetValue(key, out var options) ? options[0] : null;

    private static ImmutableArray<string>? Many(Dictionary<string, ImmutableArray<string>> said, string key) => said.TryGetValue(key, out var options) ? options : null;
}
