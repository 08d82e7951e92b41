using System.Collections.Immutable;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.Broadcasts;

/// <summary>
/// Whom a broadcast goes to, as a rule and not as a list. Whoever has not consented to the service, wants no news, or cannot be reached over LINE,
/// never comes before it. Health is no criterion: what one answered to a check chooses nobody.
/// </summary>
/// <param name="Include">Everything that is asked for must hold; nothing asked for is everybody.</param>
/// <param name="Exclude">Whoever meets any of it stays out.</param>
public sealed record Audience(Criteria Include, Criteria Exclude)
{
    public static readonly Audience Everybody = new(Criteria.None, Criteria.None);

    public Verdict Judge(Candidate candidate)
    {
        if (Exclude.Asked.SelectMany(asked => Met(asked, candidate)).FirstOrDefault() is { } against) return new Verdict.Out(against);
        var matches = ImmutableArray.CreateBuilder<Match>();
        foreach (var asked in Include.Asked)
        {
            var met = Met(asked, candidate).ToArray();
            if (met.Length == 0) return new Verdict.Out(new Match(asked.On, null));
            matches.AddRange(met);
        }
        return new Verdict.In(matches.ToImmutable());
    }

    /// <summary>Whether what it asks of consents holds; of all that it asks this alone is looked at again when it goes out.</summary>
    /// <param name="given">Purposes in small letters.</param>
    public bool StillMayHave(IReadOnlySet<string> given) =>
        (!Include.Asks(Criterion.Consent) || Include.Consents.Any(given.Contains)) && !(Exclude.Asks(Criterion.Consent) && Exclude.Consents.Any(given.Contains));

    /// <summary>The first value that nobody can have: a criterion with a slip of the pen would choose nobody, or everybody. Null when all are known.</summary>
    /// <param name="seminars">Ids of those that there are.</param>
    public Match? Unknown(IReadOnlySet<string> seminars) => Include.Asked.Concat(Exclude.Asked)
        .SelectMany(asked => asked.Values.Select(value => new Match(asked.On, value)))
        .FirstOrDefault(match => match.On == Criterion.Seminar ? !seminars.Contains(match.Value!) : !Choices.Of(match.On).Any(choice => choice.Key == match.Value));

    private static IEnumerable<Match> Met((Criterion On, ImmutableArray<string> Values) asked, Candidate candidate) =>
        asked.Values.Where(value => candidate.Has(asked.On, value)).Select(value => new Match(asked.On, value));
}

/// <summary>What one can be chosen by.</summary>
public enum Criterion { Area, District, Age, Interest, Seminar, Source, Consent }

/// <summary>Of each criterion the values of which one is enough; an empty one is not asked for.</summary>
/// <param name="Areas">Parts of the city.</param>
/// <param name="Districts">Its 21 areas and the towns around, of those who named theirs where they look for work.</param>
/// <param name="Interests">Keys of the inventory's cards.</param>
/// <param name="Seminars">Ids; whoever has or had a place there.</param>
/// <param name="Consents">Purposes in small letters, beside that of the service.</param>
public sealed record Criteria(
    ImmutableArray<string> Areas, ImmutableArray<string> Districts, ImmutableArray<string> Ages, ImmutableArray<string> Interests, ImmutableArray<string> Seminars, ImmutableArray<string> Sources,
    ImmutableArray<string> Consents)
{
    public static readonly Criteria None = new([], [], [], [], [], [], []);

    internal IEnumerable<(Criterion On, ImmutableArray<string> Values)> Asked =>
        new[]
        {
            (Criterion.Area, Areas), (Criterion.District, Districts), (Criterion.Age, Ages), (Criterion.Interest, Interests), (Criterion.Seminar, Seminars), (Criterion.Source, Sources),
            (Criterion.Consent, Consents),
        }.Where(one => !one.Item2.IsDefaultOrEmpty);

    public bool Asks(Criterion on) => Asked.Any(asked => asked.On == on);
}

/// <summary>A person as far as an audience may ask: consented to the service, wants news, and reachable.</summary>
/// <param name="Area">Part of the city; that of the district where one was named, as the board has it.</param>
public sealed record Candidate(
    string MemberId, string? Area, string? District, string? Age, ImmutableHashSet<string> Interests, ImmutableHashSet<string> Seminars, string? Source, ImmutableHashSet<string> Consents)
{
    public bool Has(Criterion on, string value) => on switch
    {
        Criterion.Area => Area == value,
        Criterion.District => District == value,
        Criterion.Age => Age == value,
        Criterion.Interest => Interests.Contains(value),
        Criterion.Seminar => Seminars.Contains(value),
        Criterion.Source => Source == value,
        Criterion.Consent => Consents.Contains(value),
        _ => throw new InvalidOperationException($"Candidate does not know {on}."),
    };
}

/// <summary>Whether somebody belongs to it, and why.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <param name="Because">Empty where everybody is meant.</param>
    public sealed record In(ImmutableArray<Match> Because) : Verdict;

    /// <param name="Because">Without a value: nothing of what was asked for is met.</param>
    public sealed record Out(Match Because) : Verdict;
}

public sealed record Match(Criterion On, string? Value)
{
    /// <summary>E.g. お住まい：北部.</summary>
    /// <param name="seminars">Titles by id.</param>
    public string Say(IReadOnlyDictionary<string, string> seminars) => Words.Say(
        "broadcast_because_" + On.ToString().ToLowerInvariant(),
        ("value", On == Criterion.Seminar ? seminars.GetValueOrDefault(Value ?? "") ?? Value ?? "" : Choices.Of(On).FirstOrDefault(choice => choice.Key == Value)?.Label ?? Value ?? ""));
}

/// <summary>What can be chosen, as it was asked.</summary>
public static class Choices
{
    private const string Card = "interest/";

    private static readonly ImmutableDictionary<Criterion, ImmutableArray<Choice>> All = new Dictionary<Criterion, ImmutableArray<Choice>>
    {
        [Criterion.Area] = Options(Inventory, "area"),
        [Criterion.District] = Options(Questionnaires.Embedded.Newest(FindWork.Form), FindWork.HomeArea),
        [Criterion.Age] = Options(Inventory, "age"),
        [Criterion.Interest] = [.. Inventory.Questions.Where(q => q.Key.StartsWith(Card, StringComparison.Ordinal)).Select(q => new Choice(q.Key[Card.Length..], q.Card ?? q.Title))],
        [Criterion.Seminar] = [],
        [Criterion.Source] = [.. Source.All.Select(source => new Choice(source.Key, source.Title))],
        [Criterion.Consent] = [.. new[] { Purpose.Staff, Purpose.Research }.Select(purpose => purpose.ToString().ToLowerInvariant()).Select(key => new Choice(key, Words.Say("broadcast_consent_" + key)))],
    }.ToImmutableDictionary();

    private static Questionnaire Inventory => Questionnaires.Embedded.Newest("inventory");

    /// <summary>None for seminars, which come and go.</summary>
    public static ImmutableArray<Choice> Of(Criterion on) => All[on];

    private static ImmutableArray<Choice> Options(Questionnaire form, string question) =>
        [.. form.Questions.Single(q => q.Key == question).Options.Select(option => new Choice(option.Key, option.Label))];
}

public sealed record Choice(string Key, string Label);
