using System.Net;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>鈴木 looks at one thing that did not go through, before mending it.</summary>
public sealed class QueuePagesTests
{
    private const string Unsent = "/unsent/1", Parked = "/unsent/parked/1";

    [Theory]
    [InlineData(Role.Secretariat, true)]
    [InlineData(Role.Administrator, false)]
    public async Task One_row_says_what_whose_since_when_and_why_but_never_a_word_of_it(Role role, bool seesMembers)
    {
        await using var desk = await Opens();
        using var suzuki = await Comes(desk, role);
        foreach (var (page, why) in new[] { (Unsent, "LINEが受け取りませんでした"), (Parked, "機械が処理できませんでした") })
        {
            Assert.Contains($"href=\"{page}\"", await suzuki.Reads("/unsent"), StringComparison.Ordinal);
            var shown = await suzuki.Reads(page);
            Assert.Contains(why, shown, StringComparison.Ordinal);
            Assert.Contains("2026-11-24", shown, StringComparison.Ordinal);
            Assert.Contains(Some.Hanako, shown, StringComparison.Ordinal);
            Assert.Equal(seesMembers, shown.Contains("href=\"/members/" + Some.Hanako, StringComparison.Ordinal));
            Assert.DoesNotContain("reply to", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("raw of", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_tried_once_more_or_given_up_from_its_page_and_the_page_is_gone()
    {
        await using var desk = await Opens();
        using var suzuki = await Comes(desk, Role.Secretariat);
        Assert.Equal("/unsent", (await suzuki.Sends(Unsent, Unsent + "/retry")).Headers.Location?.OriginalString);
        Assert.Equal("/unsent", (await suzuki.Sends(Parked, Parked + "/dismissal")).Headers.Location?.OriginalString);
        foreach (var page in new[] { Unsent, Parked, "/unsent/9", "/unsent/x" }) Assert.Equal(HttpStatusCode.NotFound, (await suzuki.Opens(page)).StatusCode);
        Assert.Equal("retry", Assert.Single(desk.Trail("unsent-message/1")).Action);
        Assert.Equal("drop", Assert.Single(desk.Trail("parked-event/1")).Action);
    }

    [Fact]
    public async Task What_could_be_said_twice_has_no_button_for_it_and_nobodys_event_neither()
    {
        await using var desk = await Opens();
        await desk.Database.Writer.Write(unit => unit.Inbox.Accept(Some.Event("e", null!)));
        desk.Time.Advance(RetryKeys.Life);
        using var suzuki = await Comes(desk, Role.Secretariat);
        Assert.Empty(await suzuki.HidesAll(Unsent, Unsent + "/retry"));
        Assert.Empty(await suzuki.HidesAll("/unsent/parked/2", "/unsent/parked/2/retry"));
        Assert.Contains("だれのものか分かりません", await suzuki.Reads("/unsent/parked/2"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await suzuki.Asks(HttpMethod.Post, Unsent + "/retry", await suzuki.Hides(Unsent, Unsent + "/dismissal"))).StatusCode);
    }

    private static async Task<Desk> Opens()
    {
        var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.SomethingWentWrong();
        return desk;
    }

    private static async Task<Clerk> Comes(Desk desk, Role role)
    {
        await desk.Hires("suzuki", "鈴木", role);
        return await Clerk.SignsIn(desk, "suzuki");
    }
}
