using Concierge.Core.Broadcasts;

namespace Concierge.Admin.Broadcasts;

/// <summary>Whom a broadcast is for, in words.</summary>
public static class AudienceRule
{
    /// <summary>E.g. お住まい and 北部・中央. Nothing where nothing is asked for.</summary>
    /// <param name="choices">All that can be chosen by.</param>
    public static IEnumerable<(string On, string Values)> Say(CriteriaWish? criteria, IReadOnlyList<AudiencesApi.ChoicesShown> choices) =>
        Asked(criteria).Select(asked => (Names.Of(asked.On), string.Join('・', asked.Values.Select(value => Label(choices, asked.On, value)))));

    internal static IEnumerable<(Criterion On, string[] Values)> Asked(CriteriaWish? criteria) => criteria is null
        ? []
        : new[]
        {
            (Criterion.Area, criteria.Areas), (Criterion.District, criteria.Districts), (Criterion.Age, criteria.Ages), (Criterion.Interest, criteria.Interests), (Criterion.Seminar, criteria.Seminars), (Criterion.Source, criteria.Sources),
            (Criterion.Consent, criteria.Consents),
        }.Where(one => one.Item2 is { Length: > 0 }).Select(one => (one.Item1, one.Item2!));

    private static string Label(IReadOnlyList<AudiencesApi.ChoicesShown> choices, Criterion on, string value) =>
        choices.FirstOrDefault(of => of.On == Names.Of(on))?.Values.FirstOrDefault(choice => choice.Key == value)?.Label ?? value;
}
