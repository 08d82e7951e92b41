using System.Collections.Immutable;
using Concierge.Core.Broadcasts;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>Whom staff mean; the same to read and to write.</summary>
/// <param name="Include">All that is asked for must hold; null or empty: everybody who has consented and can be reached.</param>
/// <param name="Exclude">Whoever meets any of it stays out.</param>
public sealed record AudienceWish(CriteriaWish? Include, CriteriaWish? Exclude)
{
    public static AudienceWish Of(Audience audience) => new(CriteriaWish.Of(audience.Include), CriteriaWish.Of(audience.Exclude));

    /// <exception cref="Problem">A value is none that anybody can have.</exception>
    public Audience Read(Unit unit)
    {
        var audience = new Audience(Include?.Read() ?? Criteria.None, Exclude?.Read() ?? Criteria.None);
        if (audience.Unknown(unit.Db.Set<Seminar>().Select(s => s.Id).ToHashSet()) is not { } unknown) return audience;
        if (unknown.On == Criterion.Seminar) throw Problem.Invalid("seminars", Words.Say("problem_broadcast_seminars"));
        throw Names.NoneOf(Names.Of(unknown.On) + "s", Choices.Of(unknown.On).Select(choice => choice.Key));
    }
}

/// <summary>Of each criterion the values of which one is enough. See <c>GET /audiences/choices</c>.</summary>
/// <param name="Areas">Parts of the city.</param>
/// <param name="Districts">The city's 21 areas and the towns around, of those who have named theirs.</param>
public sealed record CriteriaWish(string[]? Areas, string[]? Districts, string[]? Ages, string[]? Interests, string[]? Seminars, string[]? Sources, string[]? Consents)
{
    private const int Most = 100;

    internal static CriteriaWish? Of(Criteria criteria) => criteria == Criteria.None
        ? null
        : new(Shown(criteria.Areas), Shown(criteria.Districts), Shown(criteria.Ages), Shown(criteria.Interests), Shown(criteria.Seminars), Shown(criteria.Sources), Shown(criteria.Consents));

    internal Criteria Read() => new(Read(Areas), Read(Districts), Read(Ages), Read(Interests), Read(Seminars), Read(Sources), Read(Consents));

    private static string[]? Shown(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? null : [.. values];

    /// <summary>In one order and each once: the same people are the same rule.</summary>
    private static ImmutableArray<string> Read(string[]? values) => [.. (values ?? []).Distinct().Order(StringComparer.Ordinal).Take(Most)];
}
