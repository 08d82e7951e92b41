using Concierge.Core.Board;
using Xunit;

namespace Concierge.CoreTests.Board;

public sealed class DemoTownTests
{
    private static string? Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Concierge.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }

    [Fact]
    public void The_town_of_the_demonstration_is_what_its_maker_writes()
    {
        Assert.SkipWhen(Root() is null, "The tests run outside a checkout: there is no data folder to hold the town against.");
        var path = Path.Combine(Root()!, "data", "demo", "posts.json");
        if (Environment.GetEnvironmentVariable("CONCIERGE_WRITE_DOCS") == "1") File.WriteAllText(path, DemoTown.Write());
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == DemoTown.Write(),
            "data/demo/posts.json is not what DemoTown makes. Write it anew: CONCIERGE_WRITE_DOCS=1 dotnet test --project tests/Core.Tests");
    }

    [Fact]
    public void The_town_has_300_posts_of_every_type_in_every_area_and_none_is_refused()
    {
        var posts = Board.Town.Posts;
        Assert.True(posts.Length >= 300);
        Assert.Equal(Tasks.All.Select(t => t.Id).Order(), posts.Select(p => p.Task).Distinct().Order());
        Assert.Equal(Areas.All.Select(a => a.Key).Order(), posts.Select(p => p.Area).Distinct().Order());
        Assert.Empty(PostIndex.Of(posts, Wages.Embedded, DemoTown.Day).Refused);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(DemoTown.Write()) < 400_000);
    }
}

/// <summary>The town as tests see it, on the day of their clock.</summary>
internal static class Town
{
    public static readonly System.Collections.Immutable.ImmutableArray<Post> Posts = PostFile.Read(DemoTown.Write()).Posts;

    public static readonly PostIndex Index = PostIndex.Of(Posts, Wages.Embedded, DemoTown.Day);

    public static Post Any(string task) => Posts.First(post => post.Task == task);
}
