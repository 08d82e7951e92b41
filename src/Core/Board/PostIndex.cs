using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <summary>
/// All posts that may be shown on a day, made ready for finding: sorted by squares of the map, each post's times, load and place in rows of
/// numbers. Immutable; when posts change a new one takes its place. Holds for a day, for what is over is left out.
/// </summary>
public sealed class PostIndex
{
    /// <summary>Side of a square in degrees: about 1.1 km by 1.1 km here.</summary>
    private const double Tall = 0.01, Wide = 0.0123;

    /// <summary>Metres in a degree of latitude, rounded down, so that a search looks rather too far than too near.</summary>
    private const double MetresInADegree = 110_000;

    private const int Columns = 100_000;

    private readonly Dictionary<long, Post> _byId;
    private readonly int[] _squares;

    private PostIndex(IReadOnlyList<Post> posts, ImmutableArray<(long Post, Refusal Why)> refused)
    {
        All = [.. posts.OrderBy(p => Square(p.Point)).ThenBy(p => p.Id)];
        Refused = refused;
        _byId = All.ToDictionary(p => p.Id);
        _squares = [.. All.Select(p => Square(p.Point))];
        Rows = [.. All.Select(post => new Row(post))];
    }

    public static readonly PostIndex None = new([], []);

    /// <summary>In the order of the squares.</summary>
    public ImmutableArray<Post> All { get; }

    /// <summary>What may not be shown, and why; staff see it.</summary>
    public ImmutableArray<(long Post, Refusal Why)> Refused { get; }

    /// <summary>What is compared, in the order of <see cref="All"/>.</summary>
    internal Row[] Rows { get; }

    /// <param name="today">Posts that were over before this day are left out.</param>
    public static PostIndex Of(IEnumerable<Post> posts, Wages wages, DateOnly today)
    {
        var current = posts.Where(p => p.Until >= today).Select(p => (Post: p, Why: PostCheck.Of(p, wages))).ToArray();
        return new PostIndex(
            [.. current.Where(p => p.Why is null).Select(p => p.Post)],
            [.. current.Where(p => p.Why is not null).Select(p => (p.Post.Id, p.Why!))]);
    }

    /// <summary>Null when it is over, filled or was never there.</summary>
    public Post? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>Stretches of <see cref="All"/> that hold every post within reach, and some more.</summary>
    internal IEnumerable<Range> Near(GeoPoint? at, double? reach)
    {
        if (at is not { } from || reach is not { } metres)
        {
            yield return 0..All.Length;
            yield break;
        }
        var tall = metres / MetresInADegree;
        var wide = tall / Math.Cos(double.DegreesToRadians(from.Latitude));
        var (left, right) = (Column(from.Longitude - wide), Column(from.Longitude + wide));
        for (var row = RowOf(from.Latitude - tall); row <= RowOf(from.Latitude + tall); row++)
        {
            var (start, end) = (FirstFrom((row * Columns) + left), FirstFrom((row * Columns) + right + 1));
            if (end > start) yield return start..end;
        }
    }

    private int FirstFrom(int square)
    {
        var (low, high) = (0, _squares.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_squares[middle] < square) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int Square(GeoPoint point) => (RowOf(point.Latitude) * Columns) + Column(point.Longitude);

    private static int RowOf(double latitude) => (int)Math.Floor((latitude + 90) / Tall);

    private static int Column(double longitude) => Math.Clamp((int)Math.Floor((longitude + 180) / Wide), 0, Columns - 1);

    /// <summary>A post as numbers.</summary>
    internal readonly struct Row(Post post)
    {
        public readonly Direction At = Direction.Of(post.Point);
        public readonly long Id = post.Id;
        public readonly Slots Slots = post.Slots;
        public readonly Load Load = post.Load;
        public readonly byte Kind = (byte)Tasks.KindIndexOf(post.Type.Kind);
        public readonly byte Task = (byte)Tasks.IndexOf(post.Task);
        public readonly byte Area = (byte)Areas.IndexOf(post.Area);
        public readonly byte Licence = LicenceBit(post.Type.Licence);
        public readonly Engagement Form = post.Engagement;
        public readonly PayKind Pay = post.Pay.Kind;
        public readonly Rhythm Rhythm = post.Rhythm;
        public readonly Scope Scope = post.Scope;

        public static byte LicenceBit(string? licence) => licence switch { null => 0, "car" => 1, "licence" => 2, _ => 4 };
    }
}
