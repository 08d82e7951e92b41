using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <param name="Metres">As the crow flies; null when it is not known from where.</param>
/// <param name="IsNew">The one of a kind that the person has had nothing to do with yet.</param>
public sealed record Suggestion(Post Post, Score Score, double? Metres, bool IsNew);

/// <summary>
/// What suits somebody: hard filters, then an explained score. Pure, and the same for the same input: where two score alike the older post
/// comes first.
/// </summary>
public static class Matching
{
    public const int Cards = 3;

    /// <param name="shown">Posts not to show again in this search.</param>
    /// <returns>At most three: the two best of different tasks, and one near by of a kind that is new to the person.</returns>
    public static ImmutableArray<Suggestion> Suggest(PostIndex index, Seeker seeker, IReadOnlySet<long> shown)
    {
        var found = new Found(index, seeker, shown);
        foreach (var stretch in index.Near(seeker.At, seeker.Reach)) found.Sift(stretch);
        return found.Pick();
    }

    /// <summary>One post as it would be suggested, e.g. to say its reasons again.</summary>
    public static Suggestion Explain(Post post, Seeker seeker) =>
        new(post, new Scoring(seeker).Of(post), seeker.At?.MetresTo(post.Point), IsNew(seeker, Tasks.KindIndexOf(post.Type.Kind)));

    private static bool IsNew(Seeker seeker, int kind) => seeker.KnowsInterests && seeker.Interests[kind].IsNew;

    private sealed class Found(PostIndex index, Seeker seeker, IReadOnlySet<long> shown)
    {
        private readonly Scoring _scoring = new(seeker);
        private readonly Sieve _sieve = new(seeker);

        /// <summary>The best of each task, so that however many there are of one the cards are of three.</summary>
        private readonly List<(double Total, int Place)>[] _best = [.. Tasks.All.Select(_ => new List<(double, int)>(Cards + 1))];

        /// <summary>What a post of a task must score to be looked at twice.</summary>
        private readonly double[] _least = [.. Tasks.All.Select(_ => double.NegativeInfinity)];

        /// <summary>Of each kind that is new to the person the nearest; where distances are not known, the best.</summary>
        private readonly (double Far, int Place)[] _nearest = [.. seeker.Interests.Select(_ => (double.MaxValue, -1))];

        private readonly bool[] _new = [.. seeker.Interests.Select((_, kind) => IsNew(seeker, kind))];

        public void Sift(Range stretch)
        {
            var (start, count) = stretch.GetOffsetAndLength(index.All.Length);
            var rows = index.Rows;
            for (var place = start; place < start + count; place++)
            {
                ref readonly var row = ref rows[place];
                if (!_sieve.Lets(row, out var metres)) continue;
                var total = _scoring.Total(row, metres);
                if (total >= _least[row.Task] && IsAmongBest(_best[row.Task], total, place) && IsWanted(place)) Insert(row.Task, total, place);
                if (!_new[row.Kind]) continue;
                var far = double.IsNaN(metres) ? -total : metres;
                if (far <= _nearest[row.Kind].Far && IsBefore(far, place, _nearest[row.Kind]) && IsWanted(place)) _nearest[row.Kind] = (far, place);
            }
        }

        public ImmutableArray<Suggestion> Pick()
        {
            var picked = new List<int>();
            AddBest(picked);
            AddBest(picked);
            if (picked.Count == 2 && NewNearBy(picked) is { } near) return [.. picked.Select(place => Suggestion(place)), Suggestion(near)];
            AddBest(picked);
            return [.. picked.Select(place => Suggestion(place))];
        }

        private void AddBest(List<int> picked)
        {
            var tasks = picked.Select(place => index.Rows[place].Task).ToHashSet();
            var left = _best.SelectMany(of => of).Where(b => !picked.Contains(b.Place))
                .OrderBy(b => tasks.Contains(index.Rows[b.Place].Task)).ThenByDescending(b => b.Total).ThenBy(b => index.Rows[b.Place].Id).ToArray();
            if (left.Length > 0) picked.Add(left[0].Place);
        }

        private int? NewNearBy(List<int> picked)
        {
            var kinds = picked.Select(place => (int)index.Rows[place].Kind).ToHashSet();
            var near = _nearest.Where((n, kind) => n.Place >= 0 && !kinds.Contains(kind)).OrderBy(n => n.Far).ThenBy(n => index.Rows[n.Place].Id).ToArray();
            return near.Length > 0 ? near[0].Place : null;
        }

        private bool IsWanted(int place) => index.Rows[place].Id is var id && !shown.Contains(id) && !seeker.NotToSuggest.Contains(id);

        private bool IsAmongBest(List<(double Total, int Place)> best, double total, int place) =>
            best.Count < Cards || IsBefore(-total, place, (-best[^1].Total, best[^1].Place));

        private bool IsBefore(double rank, int place, (double Rank, int Place) other) =>
            rank < other.Rank || (rank == other.Rank && (other.Place < 0 || index.Rows[place].Id < index.Rows[other.Place].Id));

        private void Insert(int task, double total, int place)
        {
            var best = _best[task];
            var at = best.FindIndex(b => IsBefore(-total, place, (-b.Total, b.Place)));
            best.Insert(at < 0 ? best.Count : at, (total, place));
            if (best.Count > Cards) best.RemoveAt(Cards);
            if (best.Count == Cards) _least[task] = best[^1].Total;
        }

        private Suggestion Suggestion(int place)
        {
            var metres = seeker.At is { } at ? Direction.Of(at).MetresTo(index.Rows[place].At) : double.NaN;
            return new Suggestion(index.All[place], _scoring.Of(index.Rows[place], metres), double.IsNaN(metres) ? null : metres, _new[index.Rows[place].Kind]);
        }
    }
}
