using Concierge.Core.Staff;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Programs enter with a token, and only as long as it is good.</summary>
public sealed class TokenTests
{
    private const string Path = "/api/v1/tokens";

    [Fact]
    public async Task A_token_is_shown_once_and_works_until_it_runs_out()
    {
        await using var desk = await Desk.Opens();
        var administrator = await desk.Token(Role.Administrator);
        var made = await desk.Sends(HttpMethod.Post, Path, administrator, """{"name":"電話受付表","role":"desk","days":1}""");
        Assert.Equal(201, made.Status);
        var token = made.Text("token")!;

        Assert.Equal(200, (await desk.Gets("/api/v1/roles", token)).Status);
        Assert.DoesNotContain(token, (await desk.Gets(Path, administrator)).Raw);
        desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(401, (await desk.Gets("/api/v1/roles", token)).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_dead_at_once()
    {
        await using var desk = await Desk.Opens();
        var administrator = await desk.Token(Role.Administrator);
        var made = await desk.Sends(HttpMethod.Post, Path, administrator, """{"name":"a","role":"desk","days":9}""");
        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, $"{Path}/{made.Text("id")}", administrator)).Status);
        Assert.Equal(401, (await desk.Gets("/api/v1/roles", made.Text("token"))).Status);
        Assert.Equal("revoked", (await desk.Gets(Path, administrator)).Items.Single(t => t.GetProperty("id").GetString() == made.Text("id")).GetProperty("state").GetString());
        Assert.Equal(404, (await desk.Sends(HttpMethod.Delete, $"{Path}/nothing", administrator)).Status);
    }

    [Fact]
    public async Task A_token_of_somebody_who_has_left_opens_nothing()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Employs("sato", "佐藤", Role.Desk);
        Assert.Equal(200, (await desk.Gets("/api/v1/staff", token)).Status);
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("sato")!.Enabled = false);
        Assert.Equal(401, (await desk.Gets("/api/v1/staff", token)).Status);
    }

    [Theory]
    [InlineData("""{"role":"desk","days":1}""", "name")]
    [InlineData("""{"name":"a","role":"king","days":1}""", "role")]
    [InlineData("""{"name":"a","role":"desk","days":0}""", "days")]
    [InlineData("""{"name":"a","role":"desk","days":367}""", "days")]
    [InlineData("""{"name":"a","role":"partner","days":1}""", "scope")]
    [InlineData("""{"name":"a","role":"desk","days":1,"hash":"x"}""", "hash")]
    [InlineData("""{"name":"a","role":"desk","role":"administrator","days":1}""", "role")]
    [InlineData("""{"name":"a","role":"desk","days":"1"}""", "days")]
    public async Task What_is_wrong_is_named_and_nothing_is_made(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var administrator = await desk.Token(Role.Administrator);
        var refused = await desk.Sends(HttpMethod.Post, Path, administrator, json);
        Assert.Equal((400, "application/problem+json", item), (refused.Status, refused.Type, refused.Text("item")));
        Assert.Matches("[ぁ-ん]", refused.Text("detail"));
        Assert.Single((await desk.Gets(Path, administrator)).Items);
    }

    [Fact]
    public async Task A_list_comes_in_parts_that_miss_nobody_and_a_cursor_fits_its_own_list_only()
    {
        await using var desk = await Desk.Opens();
        var administrator = await desk.Token(Role.Administrator);
        for (var i = 0; i < 4; i++) await desk.Token(Role.Desk);

        var (all, cursor) = (new List<string?>(), "");
        do
        {
            var part = await desk.Gets($"{Path}?limit=2{cursor}", administrator);
            Assert.True(part.Items.Count <= 2);
            all.AddRange(part.Items.Select(item => item.GetProperty("id").GetString()));
            cursor = part.Next is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal((5, 5), (all.Count, all.Distinct().Count()));

        var first = await desk.Gets($"{Path}?limit=2", administrator);
        foreach (var wrong in new[] { $"/api/v1/audit?cursor={first.Next}", "/api/v1/audit?cursor=nonsense", "/api/v1/audit?limit=0", "/api/v1/audit?limit=many", "/api/v1/audit?colour=red" })
            Assert.Equal(400, (await desk.Gets(wrong, await desk.Token(Role.Auditor))).Status);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_when_to_come_back()
    {
        await using var desk = await Desk.Opens(settings: ("Admin:RequestsPerMinute", "3"));
        var (hasty, other) = (await desk.Token(Role.Desk), await desk.Token(Role.Desk));
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await desk.Gets("/api/v1/roles", hasty)).Status);
        var slowed = await desk.Gets("/api/v1/roles", hasty);
        while (slowed.Status == 200) slowed = await desk.Gets("/api/v1/roles", hasty);
        Assert.Equal((429, "too-many-requests"), (slowed.Status, slowed.Problem));
        Assert.True(slowed.RetryAfter >= TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await desk.Gets("/api/v1/roles", other)).Status);
    }
}
