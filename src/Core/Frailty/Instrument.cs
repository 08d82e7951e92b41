using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Concierge.Core.Frailty;

/// <summary>
/// How one form is scored, as data (<c>data/instruments</c>). Items are numbered from 1, as printed on the form. Each item scores 0
/// or 1, so with answers missing the score lies between all of them blue and all of them red.
/// </summary>
/// <param name="Id">E.g. <c>kihon_checklist</c>; also the id of the questionnaire that asks it.</param>
/// <param name="Source">Form, paper or law that the rules come from.</param>
/// <param name="Domains">Sub-scores.</param>
/// <param name="Criteria">Rulings of their own beside the total, e.g. those of the 総合事業.</param>
/// <param name="Together">Items that score one point only when all of them are red.</param>
/// <param name="Classes">By the total; ascending, the first from 0. Empty when <paramref name="ByAnswer"/> says it.</param>
/// <param name="ByAnswer">For a form of one item: the class of each answer.</param>
/// <param name="Alerts">Answers that act whatever the total is.</param>
public sealed record Instrument(
    string Id,
    int Version,
    string Title,
    string Source,
    ImmutableArray<Item> Items,
    ImmutableArray<Domain> Domains = default,
    ImmutableArray<Criterion> Criteria = default,
    ImmutableArray<ImmutableArray<int>> Together = default,
    ImmutableArray<Cut> Classes = default,
    ImmutableDictionary<string, string>? ByAnswer = null,
    ImmutableArray<Alert> Alerts = default)
{
    /// <summary>Below this age no class is given: every Japanese validation found is of people of 65 and over.</summary>
    public const int ClassFrom = 65;

    public ImmutableArray<Domain> Domains { get; init; } = Domains.IsDefault ? [] : Domains;

    public ImmutableArray<Criterion> Criteria { get; init; } = Criteria.IsDefault ? [] : Criteria;

    public ImmutableArray<ImmutableArray<int>> Together { get; init; } = Together.IsDefault ? [] : Together;

    public ImmutableArray<Cut> Classes { get; init; } = Classes.IsDefault ? [] : Classes;

    public ImmutableArray<Alert> Alerts { get; init; } = Alerts.IsDefault ? [] : Alerts;
}

/// <summary>One item of a form. A closed set.</summary>
/// <param name="Key">Also the key of the question that asks it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(BodyMass), "bodyMass")]
public abstract record Item(string Key)
{
    /// <param name="Risk">The answers that score.</param>
    /// <param name="Numbers">True: the form prints numbers to ring, and a number is the answer.</param>
    public sealed record Choice(string Key, ImmutableArray<string> Answers, ImmutableArray<string> Risk, bool Numbers = false) : Item(Key);

    /// <summary>What staff measured; scores strictly below the line of the person's sex.</summary>
    /// <param name="From">The least and the most that can be true; beyond it is a slip of the pen.</param>
    public sealed record Measured(string Key, string Unit, decimal From, decimal To, Line Below) : Item(Key);

    /// <summary>Body mass below 18.5, from height and weight. Never an answer of its own.</summary>
    public sealed record BodyMass(string Key) : Item(Key);
}

public sealed record Line(decimal Male, decimal Female);

/// <summary>A part of the form and its sub-score.</summary>
public sealed record Domain(string Name, ImmutableArray<int> Items);

/// <summary>Met when at least so many of its items are red.</summary>
public sealed record Criterion(string Name, ImmutableArray<int> Items, int AtLeast);

/// <summary>The class from this total on.</summary>
public sealed record Cut(string Name, int From);

/// <summary>Acts when at least so many of its items are red, or one of those that count alone.</summary>
public sealed record Alert(AlertKind Kind, ImmutableArray<int> Items, int AtLeast = 1, ImmutableArray<int> Alone = default);

/// <summary>What an answer warns of. What is said then stands in docs/frailty.md.</summary>
public enum AlertKind { Fall, WeightLoss, Thin, Date, Mood, Housebound, NobodyToAsk }
