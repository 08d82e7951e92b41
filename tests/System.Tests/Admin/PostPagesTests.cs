using System.Net;
using Concierge.Core.Board;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>佐藤 minds one post of the board on its page.</summary>
public sealed class PostPagesTests
{
    private const string One = "/posts/1";

    [Fact]
    public async Task A_post_is_taken_down_put_up_again_and_ended_by_whoever_has_seen_how_it_stands()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk, Role.Desk);
        Assert.Contains($"href=\"{One}\"", await sato.Reads("/posts"), StringComparison.Ordinal);
        var open = await sato.Hides(One, One + "/fill");
        foreach (var (action, said) in new[] { ("pause", "掲示を休みにしました"), ("publish", "掲示しました"), ("fill", "人が決まったと記録しました"), ("close", "取り下げました") })
        {
            var done = await sato.Sends(One, $"{One}/{action}");
            Assert.Equal($"{One}?did={action}", done.Headers.Location?.OriginalString);
            Assert.Contains(said, await sato.Reads(done.Headers.Location!.OriginalString), StringComparison.Ordinal);
        }
        var stale = await sato.Asks(HttpMethod.Post, One + "/fill", open);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Contains("ほかの人が先に変えました", await Clerk.Text(stale), StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"/posts", await sato.Reads(One), StringComparison.Ordinal);
        Assert.Equal(["pause", "publish", "fill", "close"], desk.Trail("post/1").Select(entry => entry.Action));
    }

    [Fact]
    public async Task Who_has_applied_stands_there_for_staff_alone_and_the_look_is_written_down_as_at_the_api()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.HanakoApplies(post: 2);
        using var sato = await Comes(desk, Role.Desk);
        using var partner = await Comes(desk, Role.Partner);
        Assert.Contains("/members/" + Some.Hanako, await sato.Reads("/posts/2"), StringComparison.Ordinal);
        Assert.Equal(200, (await desk.Gets("/api/v1/posts/2/applications", await desk.Token(Role.Desk))).Status);
        Assert.Equal(["member", "member"], desk.Trail("post/2/applications").Where(entry => entry.Action == "read").Select(entry => entry.Fields));

        var shown = await partner.Reads("/posts/2");
        Assert.DoesNotContain(Some.Hanako, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("取り下げる", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.Opens(One)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sato.Opens("/posts/0")).StatusCode);
        Assert.Equal(2, desk.Trail("post/2/applications").Count);
    }

    [Fact]
    public async Task What_may_not_stand_on_the_board_is_refused_in_words()
    {
        await using var desk = await Desk.Opens();
        await desk.Database.Writer.Write(unit => new Posts(unit).Add(Listing.Draft(new Posts(unit).Find(1)! with { Id = 9_001, Title = "70歳まで" })));
        using var sato = await Comes(desk, Role.Desk);
        var refused = await sato.Sends("/posts/9001", "/posts/9001/publish");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("年齢の 上限は", await Clerk.Text(refused), StringComparison.Ordinal);
        Assert.False(desk.Database.Reader.Read(unit => new Posts(unit).IsOpen(9_001)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_post_is_changed_on_its_form_and_a_slip_keeps_all_that_was_typed(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        await desk.HanakoApplies(post: 1);
        using var sato = await Comes(desk, Role.Desk);
        using var partner = await Comes(desk, Role.Partner);
        const string Edit = One + "/edit";
        Assert.Contains($"href=\"{Edit}\"", await sato.Reads(One), StringComparison.Ordinal);
        var form = await sato.Reads(Edit);
        Assert.Contains("応募した人に知らせます。LINEで1人、電話で0人です", form, StringComparison.Ordinal);
        Assert.Contains("value=\"デイサービス わたぐも\"", form, StringComparison.Ordinal);
        Assert.Contains("研修は、まだ案内していません", form, StringComparison.Ordinal);
        var open = await sato.Hides(Edit, Edit);

        var slip = await sato.Asks(HttpMethod.Post, Edit, [.. open, .. Written.Where(field => field.Item1 != "minutes"), ("minutes", "0")]);
        Assert.Equal(HttpStatusCode.BadRequest, slip.StatusCode);
        var again = await Clerk.Text(slip);
        Assert.Contains("1回の長さを、1から720まで", again, StringComparison.Ordinal);
        Assert.Contains("value=\"わたぐも苑\"", again, StringComparison.Ordinal);

        Assert.Equal(One + "?did=change", (await sato.Asks(HttpMethod.Post, Edit, [.. open, .. Written])).Headers.Location?.OriginalString);
        Assert.Contains("内容を変えました", await sato.Reads(One + "?did=change"), StringComparison.Ordinal);
        var post = desk.Database.Reader.Read(unit => new Posts(unit).Find(1)!);
        Assert.Equal(("わたぐも苑", 90, new Pay(PayKind.Hourly, 1_200)), (post.Place, post.Minutes, post.Pay));
        Assert.Equal([Day.Mon, Day.Fri], post.Days);
        Assert.Contains("ほかの人が先に変えました", await Clerk.Text(await sato.Asks(HttpMethod.Post, Edit, [.. open, .. Written])), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await partner.Opens("/posts/2/edit")).StatusCode);
    }

    private static readonly (string, string)[] Written =
    [
        ("place", "わたぐも苑"), ("requester", "デイサービス"), ("area", "chuo"), ("days", "mon"), ("days", "fri"), ("parts", "noon"), ("minutes", "９０"), ("rhythm", "some"), ("from", "2026-12-08"),
        ("until", "2027-08-05"), ("engagement", "employed"), ("pay", "hourly"), ("yen", "1200"), ("latitude", "35.86"), ("longitude", "139.97"),
    ];

    private static async Task<Clerk> Comes(Desk desk, Role role)
    {
        await desk.Hires(role.Name(), role.Name(), role, role == Role.Partner ? "masuo" : null);
        return await Clerk.SignsIn(desk, role.Name());
    }
}
