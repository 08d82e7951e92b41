using System.Collections.Immutable;
using Concierge.Core.Members;
using System.Text.Json.Serialization;

namespace Concierge.Core.Conversations;

/// <summary>Questions as data. A version that somebody has begun is never changed: a change is a new version.</summary>
/// <param name="Id">E.g. <c>inventory</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Parts">Headings in order: key and title.</param>
/// <param name="Shares">Ids of forms whose answers count here too, by the same key: nobody is asked twice.</param>
/// <param name="Anew">True: each run begins with no answers (a check that is done again after half a year).</param>
/// <param name="Source">The form or paper that the questions come from, as people read it; null when they are our own.</param>
/// <param name="Official">True: the wording is that of the source. The city loads such versions itself.</param>
/// <param name="Forms">Of several forms that are asked in one visit: each of them; see <see cref="Questionnaires.Get"/>.</param>
/// <param name="Questions">In the order in which they are asked when nothing is private.</param>
public sealed record Questionnaire(
    string Id,
    int Version,
    string Title,
    ImmutableArray<Part> Parts,
    ImmutableArray<Question> Questions,
    ImmutableArray<string> Shares = default,
    bool Anew = false,
    string? Source = null,
    bool Official = false,
    [property: JsonIgnore] ImmutableArray<Questionnaire> Forms = default)
{
    /// <summary>Id and version as sessions and answers hold it, e.g. <c>inventory@1</c>.</summary>
    public string Name => $"{Id}@{Version}";

    /// <summary>The forms that are asked: itself, or each of <see cref="Forms"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<Questionnaire> Each => Forms.IsDefaultOrEmpty ? [this] : Forms;

    /// <summary>The form that holds this question.</summary>
    public Questionnaire FormOf(string question) => Each.First(form => form.Questions.Any(q => q.Key == question));

    /// <summary>Several forms as one, asked one after the other.</summary>
    public static Questionnaire Of(ImmutableArray<Questionnaire> forms)
    {
        var (questions, steps) = (ImmutableArray.CreateBuilder<Question>(), 0);
        foreach (var form in forms)
        {
            questions.AddRange(form.Questions.Select(q => q with { Number = steps + q.Number }));
            steps += form.Questions.Max(q => q.Number);
        }
        var before = string.Join('+', forms[..^1].Select(form => form.Name));
        return new Questionnaire(
            $"{before}+{forms[^1].Id}", forms[^1].Version, forms[0].Title, [.. forms.SelectMany(form => form.Parts).DistinctBy(part => part.Key)], questions.ToImmutable(),
            Anew: forms.Any(form => form.Anew), Forms: forms);
    }
}

/// <summary>A section of a questionnaire.</summary>
public sealed record Part(string Key, string Title);

/// <summary>One question. A pile of cards has one entry per card, all with the same <paramref name="Number"/>.</summary>
/// <param name="Key">Stable; answers refer to it.</param>
/// <param name="Number">The step of the form that people count; several questions may share one.</param>
/// <param name="Part">Key of its part.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question, in plain Japanese.</param>
/// <param name="Title">Two or three words for the summary, e.g. 「通える時間」; the cards of a pile share it.</param>
/// <param name="Card">For a card of a pile: its own two or three words, e.g. 「配膳」.</param>
/// <param name="When">Null: always asked.</param>
/// <param name="Picture">Null: words are enough.</param>
/// <param name="Why">What なぜ聞くの answers.</param>
/// <param name="Example">What a person could say, shown when we did not understand; null: the options are the example.</param>
/// <param name="Private">True: asked on the city's own page, not over LINE, unless the city decided otherwise.</param>
/// <param name="Required">True: cannot be skipped (consent).</param>
/// <param name="Max">For <see cref="QuestionKind.Several"/>: how many at most; 0 for any number. For
/// <see cref="QuestionKind.Text"/>: how many characters at most.</param>
/// <param name="Consent">For a question that asks for a consent: to what. Its option <c>yes</c> gives it; the answer goes into the ledger.</param>
public sealed record Question(
    string Key,
    int Number,
    string Part,
    QuestionKind Kind,
    string Text,
    string Title,
    string Why,
    string? Example,
    bool Private,
    bool Required,
    int Max,
    ImmutableArray<Option> Options,
    string? Card = null,
    Purpose? Consent = null,
    When? When = null,
    Picture? Picture = null)
{
    private readonly bool _weighs;

    /// <summary>
    /// A yes cannot be taken back as easily as it is said (a consent, to erase everything): only a plain yes is one. Whoever asks
    /// something back is told more and asked again.
    /// </summary>
    public bool Weighs
    {
        get => _weighs || Consent is not null;
        init => _weighs = value;
    }
}

/// <summary>Asked only when another question of the form was answered so.</summary>
public sealed record When(string Question, string Option);

/// <summary>A drawing that explains a question; pages show it, LINE does not.</summary>
/// <param name="File">In <c>data/pictures</c>.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
public sealed record Picture(string File, string Alt);

public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    One,

    /// <summary>One or more of the options, then 決定.</summary>
    Several,

    /// <summary>Words of one's own.</summary>
    Text,
}

/// <summary>One answer to choose.</summary>
/// <param name="Key">Stable; stored.</param>
/// <param name="Label">On the button: at most 20 grapheme clusters.</param>
/// <param name="Reading">In hiragana, for those who type or dictate it.</param>
/// <param name="Also">Other ways to say it.</param>
/// <param name="Tells">くわしく: choosing it explains with this text and asks again; it is never stored.</param>
/// <param name="Stops">True: choosing it ends for now, like やめる; it is never stored.</param>
/// <param name="Alone">True: goes with no other option (「とくにない」).</param>
public sealed record Option(
    string Key,
    string Label,
    string Reading,
    ImmutableArray<string> Also,
    string? Tells = null,
    bool Stops = false,
    bool Alone = false);
