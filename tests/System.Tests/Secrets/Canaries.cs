using System.Globalization;
using Concierge.Core.Conversations;

namespace Concierge.SystemTests.Secrets;

/// <summary>Something of a person, unlike anything else there is.</summary>
/// <param name="Field">Where it was put, as the failure names it.</param>
/// <param name="Spellings">As it may be written, here or there.</param>
/// <param name="OnLine">The person wrote it on LINE, so LINE's own requests may hold it where it is not pushed or announced.</param>
internal sealed record Canary(string Field, IReadOnlyList<string> Spellings, bool OnLine)
{
    /// <summary>As the person writes it.</summary>
    public string Text => Spellings[0];
}

/// <summary>The canaries of one life, and which of them have been planted.</summary>
internal sealed class Canaries
{
    private const string Nonce = "3f9c81d2";
    private readonly Dictionary<string, Canary> _planted = [];

    public IEnumerable<Canary> Planted => _planted.Values;

    /// <summary>Every question that is answered in one's own words, of every form in its newest version: the product says which.</summary>
    public static IReadOnlyList<string> Questions =>
    [
        .. Questionnaires.Embedded.All.GroupBy(form => form.Id).Select(form => form.MaxBy(f => f.Version)!)
            .SelectMany(form => form.Questions).Where(q => q.Kind == QuestionKind.Text).Select(q => q.Key).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Words for a field. In one script, so that JSON, addresses and logs spell them alike.</summary>
    public string Words(string field, bool onLine = false) => Plant(field, onLine, $"kanaria.{field}.{Nonce}");

    /// <summary>An answer to a question that is written, on the page or where this life is asked it.</summary>
    public string Answer(string question, bool onLine) => question switch
    {
        _ when question.EndsWith("_height", StringComparison.Ordinal) => Plant(question, onLine, "151.37913"),
        _ when question.EndsWith("_weight", StringComparison.Ordinal) => Plant(question, onLine, "47.94171"),
        _ => Words(question, onLine),
    };

    public string CardNumber => Plant("card number", false, "9081726354091827", "9081 7263 5409 1827", "9081-7263-5409-1827");

    public string Born => Plant("birth date", false, "昭和6年3月27日", "1931-03-27", "19310327", "1931/03/27");

    public string BornIso => "1931-03-27";

    /// <summary>What the operator of the card knows of the person.</summary>
    public (string Balance, string What) OnCard => (Plant("balance", false, "987654321", "987,654,321"), Words("card.entry"));

    public (double Latitude, double Longitude) Place
    {
        get
        {
            double latitude = 35.8612347, longitude = 139.9712349;
            Plant("latitude", true, latitude.ToString(CultureInfo.InvariantCulture));
            Plant("longitude", true, longitude.ToString(CultureInfo.InvariantCulture));
            return (latitude, longitude);
        }
    }

    private string Plant(string field, bool onLine, params string[] spellings)
    {
        if (!_planted.TryGetValue(field, out var known)) _planted[field] = known = new Canary(field, spellings, onLine);
        return known.Text;
    }
}
