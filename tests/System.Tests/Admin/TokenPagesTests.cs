using System.Net;
using System.Text.RegularExpressions;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>高橋 lets a program in, and shuts it out again.</summary>
public sealed partial class TokenPagesTests
{
    private const string List = "/tokens", New = "/tokens/new";

    private static readonly (string, string)[] Table = [("name", "電話受付表"), ("role", "desk"), ("days", "３０")];

    [Fact]
    public async Task A_key_is_shown_once_and_is_dead_as_soon_as_it_is_taken_back()
    {
        await using var desk = await Desk.Opens();
        using var takahashi = await Comes(desk);
        var made = await takahashi.Sends(New, List, Table);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var key = Key().Match(await Clerk.Text(made)).Value;
        Assert.Equal(200, (await desk.Gets("/api/v1/roles", key)).Status);
        var list = await takahashi.Reads(List);
        Assert.Contains("電話受付表", list, StringComparison.Ordinal);
        Assert.DoesNotMatch(Key(), list);

        var token = Token(desk)!;
        Assert.Equal("/tokens?did=revoked", (await takahashi.Sends(List, $"{List}/{token.Id}/revocation")).Headers.Location?.OriginalString);
        Assert.Equal(401, (await desk.Gets("/api/v1/roles", key)).Status);
        Assert.Contains("取り消しました", await takahashi.Reads(List), StringComparison.Ordinal);
        Assert.Equal(["create", "revoke"], desk.Trail("token/" + token.Id).Select(entry => entry.Action));
        Assert.Equal(HttpStatusCode.NotFound, (await takahashi.Asks(HttpMethod.Post, List + "/none/revocation", await takahashi.Hides(New, List))).StatusCode);
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_makes_one_key_and_both_answers_show_it()
    {
        await using var desk = await Desk.Opens();
        using var takahashi = await Comes(desk);
        (string, string)[] form = [.. await takahashi.Hides(New, List), .. Table];
        var (first, second) = (await Clerk.Text(await takahashi.Asks(HttpMethod.Post, List, form)), await Clerk.Text(await takahashi.Asks(HttpMethod.Post, List, form)));
        Assert.Matches(Key(), first);
        Assert.Equal(Key().Match(first).Value, Key().Match(second).Value);
        Assert.Equal(200, (await desk.Gets("/api/v1/roles", Key().Match(second).Value)).Status);
        Assert.NotNull(Token(desk));

        var another = await takahashi.Sends(New, List, Table);
        Assert.NotEqual(Key().Match(first).Value, Key().Match(await Clerk.Text(another)).Value);
    }

    [Theory]
    [InlineData("name", "", "名前は100文字まで")]
    [InlineData("role", "king", "役割を一つ選んでください")]
    [InlineData("role", "partner", "地域を書いてください")]
    [InlineData("days", "0", "1日から366日まで")]
    [InlineData("days", "many", "1日から366日まで")]
    public async Task What_is_wrong_is_said_and_no_key_is_made(string field, string value, string said)
    {
        await using var desk = await Desk.Opens();
        using var takahashi = await Comes(desk);
        var refused = await takahashi.Sends(New, List, [.. Table.Where(one => one.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Key(), page);
        Assert.Null(Token(desk));
    }

    private static TokenEntry? Token(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<TokenEntry>().AsNoTracking().SingleOrDefault(token => token.Name == "電話受付表"));

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("takahashi", "高橋", Role.Administrator);
        return await Clerk.SignsIn(desk, "takahashi");
    }

    [GeneratedRegex("kc_[0-9a-f]{64}")]
    private static partial Regex Key();
}
