using System.Collections.Immutable;
using Concierge.Core.Board;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Reads the town as an audience may ask for it: whoever can be reached over LINE, has consented to the service and has not said that they want no news. A few answers of
/// everybody are opened for it, so it belongs into a reader: no turn waits.
/// </summary>
public static class AudienceReading
{
    private const string Card = "interest/";

    /// <summary>Those who belong to it, and why.</summary>
    public static IReadOnlyList<Chosen> People(Unit unit, Audience audience) => [.. Candidates(unit, [audience]).Select(candidate => Judge(audience, candidate)).OfType<Chosen>()];

    /// <summary>How many each has. The town is read once for all of them.</summary>
    public static IReadOnlyList<int> Count(Unit unit, IReadOnlyList<Audience> audiences)
    {
        var counts = new int[audiences.Count];
        if (counts.Length == 0) return counts;
        foreach (var candidate in Candidates(unit, audiences))
            for (var i = 0; i < counts.Length; i++)
                if (audiences[i].Judge(candidate) is Verdict.In) counts[i]++;
        return counts;
    }

    private static Chosen? Judge(Audience audience, Candidate candidate) =>
        audience.Judge(candidate) is Verdict.In belongs ? new Chosen(candidate.MemberId, belongs.Because, candidate.Has(Criterion.Consent, "staff")) : null;

    private static IEnumerable<Candidate> Candidates(Unit unit, IReadOnlyList<Audience> audiences)
    {
        var consents = GivenConsents.Of(unit.Db.Set<ConsentEntry>());
        var answers = Asks(audiences, Criterion.Area, Criterion.District, Criterion.Age, Criterion.Interest, Criterion.Source) ? Answers(unit, Asks(audiences, Criterion.Interest)) : [];
        var seminars = Asks(audiences, Criterion.Seminar) ? Seminars(unit) : Enumerable.Empty<(string, string)>().ToLookup(one => one.Item1, one => one.Item2);
        var reachable = unit.Db.LineUsers.AsNoTracking().Join(unit.Db.Members.Where(m => m.Reachable), l => l.MemberId, m => m.Id, (l, m) => m.Id).OrderBy(id => id).ToList();
        foreach (var member in reachable)
        {
            if (!consents.TryGetValue(member, out var given) || !GivenConsents.TakesNews(given)) continue;
            var said = answers.GetValueOrDefault(member) ?? [];
            var district = said.GetValueOrDefault(FindWork.HomeArea);
            yield return new Candidate(
                member, Areas.PartOf(district) ?? said.GetValueOrDefault("area"), district, said.GetValueOrDefault("age"),
                [.. said.Where(answer => answer.Key.StartsWith(Card, StringComparison.Ordinal) && answer.Value == "yes").Select(answer => answer.Key[Card.Length..])],
                [.. seminars[member]], said.GetValueOrDefault("source"), [.. GivenConsents.NamesOf(given)]);
        }
    }

    private static bool Asks(IReadOnlyList<Audience> audiences, params Criterion[] criteria) =>
        audiences.Any(audience => criteria.Any(on => audience.Include.Asks(on) || audience.Exclude.Asks(on)));

    /// <summary>Of each member the newest one choice to what is asked for.</summary>
    private static Dictionary<string, Dictionary<string, string>> Answers(Unit unit, bool interests)
    {
        var one = new[] { "area", FindWork.HomeArea, "age", "source" };
        var rows = unit.Db.Answers.AsNoTracking().Where(a => a.Value != null && (one.Contains(a.Question) || (interests && a.Question.StartsWith(Card))))
            .Join(unit.Db.Set<MemberKeyEntry>(), a => a.MemberId, k => k.MemberId, (a, k) => new { a.Id, a.MemberId, a.Question, a.Value, k.Wrapped })
            .OrderBy(row => row.MemberId).ThenBy(row => row.Id);
        var all = new Dictionary<string, Dictionary<string, string>>();
        MemberKey? key = null;
        foreach (var row in rows.AsEnumerable())
        {
            if (key?.MemberId != row.MemberId)
            {
                key = unit.Vault.Unwrap(row.MemberId, row.Wrapped);
                all[row.MemberId] = [];
            }
            if (unit.Answers.Open(row.Value!.Value, key) is AnswerValue.Chosen { Options: [var only] }) all[row.MemberId][row.Question] = only;
            // こたえない takes the answer back.
            else all[row.MemberId].Remove(row.Question);
        }
        return all;
    }

    private static ILookup<string, string> Seminars(Unit unit) => unit.Db.Set<Reservation>().AsNoTracking().Where(r => Reservation.Live.Contains(r.State))
        .Select(r => new { r.MemberId, r.SeminarId }).AsEnumerable().ToLookup(r => r.MemberId, r => r.SeminarId);
}

/// <summary>Somebody who belongs to an audience.</summary>
/// <param name="LetsStaffSee">Else nobody is shown that they belong to it: that alone would tell what they answered.</param>
public sealed record Chosen(string MemberId, ImmutableArray<Match> Because, bool LetsStaffSee);
