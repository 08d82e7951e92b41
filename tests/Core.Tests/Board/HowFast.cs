using System.Collections.Frozen;
using System.Diagnostics;
using Concierge.Core.Board;
using Xunit;

namespace Concierge.CoreTests.Board;

/// <summary>Measures and asserts nothing: <c>dotnet run -c Release --project tests/Core.Tests -- -class '*HowFast' -explicit only -showliveoutput</c>.</summary>
public sealed class HowFast(ITestOutputHelper output)
{
    private const int Posts = 100_000, People = 1_000;

    [Fact(Explicit = true)]
    public void A_suggestion_among_a_hundred_thousand_posts()
    {
        var chance = new Random(1);
        var posts = Enumerable.Range(0, Posts).Select(at => Spread(Town.Posts[at % Town.Posts.Length], at, chance)).ToArray();
        var before = Environment.CpuUsage.TotalTime;
        var index = PostIndex.Of(posts, Wages.Embedded, DemoTown.Day);
        output.WriteLine($"{index.All.Length} posts made ready with {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms of CPU.");
        Measure("anybody", index, Some.Anybody);
        Measure("nothing known (every post is scored)", index, _ => Seeker.Of([], Marks.None));
        Measure("lives in 松葉, by bicycle", index, _ => Some.Hanako());
    }

    private void Measure(string who, PostIndex index, Func<int, Seeker> person)
    {
        var people = Enumerable.Range(0, People).Select(person).ToArray();
        foreach (var warm in people.Take(300)) Matching.Suggest(index, warm, FrozenSet<long>.Empty);
        var before = Environment.CpuUsage.TotalTime;
        var took = people.Select(one =>
        {
            var start = Stopwatch.GetTimestamp();
            Matching.Suggest(index, one, FrozenSet<long>.Empty);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToArray();
        var used = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / People;
        output.WriteLine($"{who}: {used:0.00} ms of CPU each; median {took[People / 2]:0.00} ms, p95 {took[People * 95 / 100]:0.00} ms, worst {took[^1]:0.00} ms.");
    }

    private static Post Spread(Post post, int at, Random chance) => post with
    {
        Id = at + 1,
        Latitude = post.Latitude + ((chance.NextDouble() - 0.5) * 0.01),
        Longitude = post.Longitude + ((chance.NextDouble() - 0.5) * 0.01),
    };
}
