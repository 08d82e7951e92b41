using System.Globalization;
using Concierge.Admin.Web;
using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Concierge.Core.Wording;
using Microsoft.Extensions.Primitives;

namespace Concierge.Admin.Broadcasts;

/// <summary>A broadcast as it stands in the form: what was typed, or what is stored. What was refused is shown again as it was typed.</summary>
public sealed class BroadcastForm(IEnumerable<KeyValuePair<string, StringValues>> typed)
{
    private const string Day = "yyyy-MM-dd", ClockForm = "HH:mm";

    private readonly Dictionary<string, StringValues> typed = typed.ToDictionary();

    /// <summary>A new one: everybody, as soon as it is approved.</summary>
    public static BroadcastForm Empty { get; } = new([new("kind", "once"), new("window", Written(BroadcastWish.UsualWindow)), new("cap", "1000")]);

    public static BroadcastForm Of(BroadcastShown shown)
    {
        var timing = shown.Timing;
        return new BroadcastForm(
        [
            new("title", shown.Title), new("text", shown.Text), new("image", shown.Image), new("picture", shown.Picture), new("alt", shown.Alt), new("seminar", shown.Seminar), new("post", Written(shown.Post)),
            new("label", shown.Link?.Label), new("address", shown.Link?.Address), new("window", Written(shown.WindowMinutes)), new("cap", Written(shown.Cap)),
            new("kind", timing.Kind), new("at", Typed.Write(timing.At)), new("weekday", timing.Weekday), new("day", Written(timing.Day)), new("daysBefore", Written(timing.DaysBefore)),
            new("series", timing.Series), new("clock", timing.Clock?.ToString(ClockForm, CultureInfo.InvariantCulture)), new("until", timing.Until?.ToString(Day, CultureInfo.InvariantCulture)),
            .. Written("in", shown.Audience.Include), .. Written("not", shown.Audience.Exclude),
        ]);
    }

    public string? this[string name] => typed.TryGetValue(name, out var value) ? (string?)value : null;

    public bool Has(string name, string value) => typed.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>This seminar stands in it: on its card, or among what people are chosen by.</summary>
    public bool Tells(string seminar) => Has("seminar", seminar) || new[] { "in", "not" }.Any(side => Has($"{side}-{Names.Of(Criterion.Seminar)}", seminar));

    /// <summary>Id of the picture that it has; null when it has none, or is to have none any more.</summary>
    public string? Picture => Has("nopicture", "true") ? null : Typed.Text(this["picture"]);

    /// <summary>The same with a picture that has just been uploaded.</summary>
    public BroadcastForm With(string picture) => new([.. typed.Where(part => part.Key is not ("picture" or "nopicture")), new("picture", picture)]);

    /// <summary>The name under which its audience is to be kept; null: it is not.</summary>
    /// <exception cref="Problem">It is too long.</exception>
    public string? Keep => Typed.Text(this["keep"]) is { } name ? AudiencesApi.Name(name) : null;

    /// <exception cref="Problem">A part cannot be read; it is named.</exception>
    public BroadcastWish Wish() => new(
        Typed.Text(this["title"]), Typed.Text(this["text"]), Typed.Text(this["image"]), Picture, Typed.Text(this["alt"]), Typed.Text(this["seminar"]), Number("post"),
        Typed.Text(this["label"]) is null && Typed.Text(this["address"]) is null ? null : new LinkWish(Typed.Text(this["label"]), Typed.Text(this["address"])),
        new AudienceWish(Criteria("in"), Criteria("not")), Number("saved"), Timing(), (int?)Number("window"), (int?)Number("cap"));

    private CriteriaWish Criteria(string side) =>
        new(
            Values(side, Criterion.Area), Values(side, Criterion.District), Values(side, Criterion.Age), Values(side, Criterion.Interest), Values(side, Criterion.Seminar), Values(side, Criterion.Source),
            Values(side, Criterion.Consent));

    private string[]? Values(string side, Criterion on) => typed.TryGetValue($"{side}-{Names.Of(on)}", out var values) ? values.OfType<string>().ToArray() : null;

    private TimingWish Timing()
    {
        // What belongs to another kind of timing may still stand in the form.
        var kind = Typed.Text(this["kind"]);
        return kind == "once"
            ? new TimingWish(kind, Typed.Moment("at", this["at"]), null, null, null, null, null, null)
            : new TimingWish(
                kind, null, Typed.Text(this["weekday"]), (int?)Number("day"), (int?)Number("daysBefore"), Typed.Text(this["series"]),
                Read<TimeOnly>("clock", text => TimeOnly.TryParseExact(text, ClockForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null),
                Read<DateOnly>("until", text => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null));
    }

    private long? Number(string name) => Typed.Text(this[name]) is { } text ? Typed.Number(text) ?? throw Wrong(name) : null;

    private T? Read<T>(string name, Func<string, T?> read)
        where T : struct => Typed.Text(this[name]) is { } text ? read(text) ?? throw Wrong(name) : null;

    private static Problem Wrong(string name) => Problem.Invalid(name, Words.Say("problem_wrong_kind", ("item", name)));

    private static IEnumerable<KeyValuePair<string, StringValues>> Written(string side, CriteriaWish? criteria)
    {
        foreach (var (on, values) in AudienceRule.Asked(criteria)) yield return new($"{side}-{Names.Of(on)}", values);
    }

    private static string? Written(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
