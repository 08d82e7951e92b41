using System.Text.Json.Serialization;
using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Admin.Understanding;

/// <summary>Lets staff try what the concierge makes of somebody's words. Nothing is kept.</summary>
public static class UnderstandingApi
{
    private const int LongestText = 5_000, MostOptions = 50;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/understanding", Understand).WithSummary("What the concierge makes of somebody's words; nothing is kept");

    public sealed record Asked(string? Kind, string[]? Options);

    public sealed record Request(Asked? Expect, string? Text, DateTimeOffset? Now);

    /// <param name="Value">
    /// true or false; option texts; a number; an ISO date, time or both; the command, menu item or kind of danger by name; else null.
    /// </param>
    /// <param name="UpTo">「二、三回」 is from 2 up to 3; absent for one number.</param>
    /// <param name="Part">「明日の朝」: early, morning, noon, afternoon, evening or night where no time was said; else absent.</param>
    public sealed record Answer(
        string Kind,
        object? Value,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? UpTo = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part = null);

    private static Answer Understand(Request request, TimeProvider time)
    {
        if (request.Text is not { Length: <= LongestText } text) throw Problem.Invalid("text", Words.Say("problem_text", ("max", LongestText)));
        var expect = Waited(request.Expect?.Kind ?? "anything", request.Expect?.Options ?? []);
        return Spell(Reading.Read(text, expect, request.Now ?? time.GetUtcNow()), expect);
    }

    private static Expect Waited(string kind, string[] options) => kind switch
    {
        "yes-no" => new Expect.YesNo(),
        "choice" => Expect.OneOf(Labels(options)),
        "choices" => Expect.AnyOf(Labels(options)),
        "number" => new Expect.Number(),
        "date" => new Expect.Date(),
        "time" => new Expect.Time(),
        "datetime" => new Expect.DateTime(),
        "anything" => new Expect.Anything(),
        _ => throw Problem.Invalid("expect.kind", Words.Say("problem_expect")),
    };

    private static Answer Spell(Understood understood, Expect expect) => understood switch
    {
        Understood.Safety safety => new("safety", Name(safety.Kind)),
        Understood.Said { Command: Command.Person } => new("person", null),
        Understood.Said said => new("command", Name(said.Command)),
        Understood.Wish wish => new("menu", Menu(wish.Item)),
        Understood.YesNo answer => new("yes-no", answer.Yes),
        Understood.Options { Keys: [var only] } when expect is Expect.Choice => new("choice", only),
        Understood.Options several => new("choices", several.Keys),
        Understood.Number number => new("number", number.Value, number.UpTo == number.Value ? null : number.UpTo),
        Understood.Moment moment => Spell(moment),
        _ => new("unclear", null),
    };

    private static Answer Spell(Understood.Moment moment) => (moment.Day, moment.At) switch
    {
        ({ } day, { } at) => new("datetime", $"{day:yyyy-MM-dd}T{at:HH:mm}"),
        ({ } day, null) => new("date", $"{day:yyyy-MM-dd}", Part: Name(moment.Part)),
        (null, { } at) => new("time", $"{at:HH:mm}"),
        _ => new("time", null, Part: Name(moment.Part)),
    };

    private static string? Name(Enum? value) => value?.ToString().ToLowerInvariant();

    /// <summary>Which of the six it stands in.</summary>
    private static string Menu(MenuItem item) => item switch
    {
        MenuItem.Find or MenuItem.Schedule or MenuItem.Check or MenuItem.Learn or MenuItem.Consult or MenuItem.Me => item.ToString().ToLowerInvariant(),
        MenuItem.About => "consult",
        _ => "me",
    };

    private static string[] Labels(string[] options)
    {
        if (options.Length is 0 or > MostOptions || options.Any(string.IsNullOrWhiteSpace) || options.Distinct().Count() < options.Length)
            throw Problem.Invalid("expect.options", Words.Say("problem_options", ("max", MostOptions)));
        return options;
    }
}
