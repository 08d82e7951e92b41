using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Frailty;

/// <summary>
/// The result as a person reads it, on the city's own page and on paper: blue first, by shape and word as well as by colour; what can be
/// done; where to go; how it was before. Never a diagnosis, and never that somebody is frail.
/// </summary>
public static class CheckSheet
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static ImmutableArray<Box> Boxes(Visit visit, Questionnaires forms) =>
    [
        Coloured("frailty_blue", visit, Colour.Blue, Tone.Blue),
        .. Some(Coloured("frailty_red", visit, Colour.Red, Tone.Red)),
        .. Some(new Box(Words.Say("frailty_warnings"), Advice.Warnings(visit))),
        .. Some(new Box(Words.Say("frailty_todo"), [.. Advice.TopicsOf(visit).Select(topic => Words.Say("frailty_do_" + topic))])),
        .. Some(new Box(Words.Say("frailty_places"), [.. Advice.Places(visit).Select(Line)])),
        .. visit.Outcomes.Select(outcome => Trend.Of(outcome, visit.Earlier, forms)).OfType<Trend>().Select(Compared),
        About(visit),
    ];

    public static string Title(Visit visit) => Words.Say(visit.Official ? "frailty_title" : "frailty_title_guide");

    /// <summary>2026年11月24日, in Tokyo.</summary>
    public static string Day(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("yyyy'年'M'月'd'日'");

    private static Box Coloured(string key, Visit visit, Colour colour, Tone tone)
    {
        var items = visit.Items.Where(item => item.Colour == colour).ToArray();
        var parts = visit.Outcomes.SelectMany(outcome => outcome.Wording.Parts).DistinctBy(part => part.Key);
        return new Box(
            Words.Say(key, ("n", items.Length)),
            [.. parts.Select(part => Named(part, items)).OfType<string>()],
            tone);
    }

    private static string? Named(Part part, IEnumerable<Marked> items)
    {
        var titles = string.Join("、", items.Where(item => item.Part == part.Key).Select(item => item.Title));
        return titles.Length == 0 ? null : $"{part.Title}：{titles}";
    }

    private static string Line(CarePlace place) =>
        $"{place.Name}。{string.Concat(place.Lines)}{(place.Kind == CareKind.Emergency ? null : place.Telephone)}";

    private static Box Compared(Trend trend) => new(
        Words.Say("frailty_trend", ("form", trend.Now.Wording.Title), ("day", Day(trend.Then.Finding.At))),
        [
            .. trend.Parts.Select(part => Words.Say(
                "frailty_trend_part", ("part", part.Title), ("before", part.Before), ("now", part.Now), ("change", Words.Say("frailty_change_" + part.Change.ToString().ToLowerInvariant())))),
            .. trend.TurnedBlue.IsEmpty ? [] : new[] { Words.Say("frailty_turned_blue", ("titles", string.Join("、", trend.TurnedBlue))) },
        ]);

    private static Box About(Visit visit)
    {
        var missing = string.Join("、", visit.Items.Where(item => item.Colour is null).Select(item => item.Title));
        return new Box(
            Words.Say("frailty_about", ("day", Day(visit.At))),
            [
                .. visit.Outcomes.Select(Class).OfType<string>(),
                .. missing.Length == 0 ? [] : new[] { Words.Say("frailty_missing", ("titles", missing)) },
                Words.Say(visit.Official ? "frailty_no_diagnosis" : "frailty_guide"),
                .. visit.Outcomes.Select(outcome => outcome.Wording.Source).OfType<string>().Select(source => Words.Say("frailty_source", ("source", source))),
            ]);
    }

    private static string? Class(Outcome outcome) => outcome.ShownClass switch
    {
        null => null,
        Scored.Undetermined => Words.Say("frailty_class_undetermined", ("n", outcome.Scored.Missing.Length)),
        var name => Words.Say("frailty_class_" + name),
    };

    private static IEnumerable<Box> Some(Box box) => box.Lines.IsEmpty ? [] : [box];
}
