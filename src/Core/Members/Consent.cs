using Concierge.Core.Conversations;

namespace Concierge.Core.Members;

/// <summary>What a consent is for. Each is asked, given and withdrawn on its own. Stored by name.</summary>
public enum Purpose
{
    /// <summary>Storing answers and using them to find what fits.</summary>
    Service,

    /// <summary>Letting the desk's staff see the answers.</summary>
    Staff,

    /// <summary>Research on what the service brings about.</summary>
    Research,

    /// <summary>Letting research see what frailty checks have found, too.</summary>
    Checks,

    /// <summary>Broadcasts: part of the service to which one has consented, until one says that one wants none (<see cref="Consents.TakesNews"/>).</summary>
    News,
}

/// <summary>One entry of a person's append-only ledger of consents; the newest of a purpose counts.</summary>
/// <param name="Text">The version of the words that were read: form and question, e.g. <c>entry@1/consent_service</c>.</param>
/// <param name="By">Who gave it: <c>member</c>, or whoever wrote it down for them.</param>
public sealed record Consent(Purpose Purpose, string Text, bool Given, DateTimeOffset At, string By);

/// <summary>A person's consents as they stand.</summary>
public sealed record Consents(IReadOnlyList<Consent> Ledger)
{
    public static readonly Consents None = new([]);

    public const string Member = "member", Joining = "joining";

    /// <summary>Before the form and question of words that were read on paper.</summary>
    public const string Paper = "paper/";

    /// <summary>As they stand in this turn, with what it has decided so far.</summary>
    public static Consents Of(Turn turn) => turn.Once(nameof(Consents), () => Work(turn));

    private static Consents Work(Turn turn)
    {
        var ledger = turn.Facts.Consents.Value.Ledger.Concat(turn.Wished.OfType<Effect.RecordConsent>()
            .Select(given => new Consent(given.Purpose, given.Text, given.Given, turn.Facts.Now, Member))).ToArray();
        return new Consents([.. Enum.GetValues<Purpose>().Where(p => ledger.All(c => c.Purpose != p)).SelectMany(p => Earlier(turn, p)), .. ledger]);
    }

    /// <summary>An answer to a question of consent goes into the ledger, with the version of what was asked.</summary>
    public static void Hear(Turn turn, Questionnaire form, Question question, AnswerValue value)
    {
        if (question.Consent is { } purpose && value is AnswerValue.Chosen { Options: [var only, ..] })
            turn.Do(new Effect.RecordConsent(purpose, $"{form.Name}/{question.Key}", only == "yes"));
    }

    /// <summary>Forms that ask for it, the newest first: their words stand on the paper that bears their name.</summary>
    public static IEnumerable<string> FormsFor(Purpose purpose) =>
        Questionnaires.Embedded.All.Where(form => form.Questions.Any(question => question.Consent == purpose)).OrderByDescending(form => form.Version).Select(form => form.Name);

    /// <summary>Key of the question that asks for it, the same in every form.</summary>
    public static string KeyOf(Purpose purpose) => "consent_" + purpose.ToString().ToLowerInvariant();

    /// <summary>Nobody is asked for it: whoever has consented to the service gets broadcasts as long as their last word is not that they want none.</summary>
    public bool TakesNews => Has(Purpose.Service) && Newest(Purpose.News) is not { Given: false };

    public bool Has(Purpose purpose) => Newest(purpose) is { Given: true };

    /// <summary>Whether they have ever answered to what is asked; nobody is asked for news.</summary>
    public bool WasAsked => Ledger.Any(c => c.Purpose != Purpose.News);

    /// <summary>Null when it was never asked.</summary>
    public Consent? Newest(Purpose purpose) => Ledger.LastOrDefault(c => c.Purpose == purpose);

    /// <summary>
    /// What only one of two records has given, as it was given there: when the two become one, it would hold for what is stored of the
    /// other, too. Nothing when one of them was never asked: then nothing is stored there either. News are about nothing that is stored: the last word of both counts.
    /// </summary>
    public static IReadOnlyList<Consent> Apart(Consents one, Consents other) => !one.WasAsked || !other.WasAsked
        ? []
        : [.. Enum.GetValues<Purpose>().Where(p => p != Purpose.News && one.Has(p) != other.Has(p)).Select(p => (one.Has(p) ? one : other).Newest(p)!)];

    /// <summary>Who began with inventory@1 consented there, before there was a ledger.</summary>
    private static IEnumerable<Consent> Earlier(Turn turn, Purpose purpose) =>
        turn.Facts.Answers.LastOrDefault(a => a.Question == KeyOf(purpose)) is { Value: AnswerValue.Chosen { Options: [var only, ..] } } answer
            ? [new Consent(purpose, $"{answer.Questionnaire}/{answer.Question}", only == "yes", answer.At, Member)]
            : [];
}
