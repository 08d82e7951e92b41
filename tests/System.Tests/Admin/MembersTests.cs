using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk looks somebody up, and sees what that person lets it see.</summary>
public sealed class MembersTests
{
    private const string Path = "/api/v1/members", Hanako = Path + "/" + Some.Hanako;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_lets_staff_see_the_answers_is_known_by_them_and_every_look_is_written_down(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);

        var one = await desk.Gets(Hanako, sato);
        Assert.Equal((200, "70", "south", "line", null), (one.Status, one.Text("ageBand"), one.Text("area"), one.Text("reach"), one.Text("withheld")));
        Assert.Equal("""{"service":true,"staff":true,"research":false,"news":true}""", one.Json("consents"));
        Assert.DoesNotContain(People.Canary, one.Raw);

        var answers = await desk.Gets(Hanako + "/answers", sato);
        Assert.Contains(answers.Items, answer => answer.GetProperty("value").GetString() == People.ToldStory);
        Assert.Contains(answers.Items, answer => answer.GetProperty("value").GetString() == "70〜74歳");
        Assert.DoesNotContain(People.Health, answers.Raw);
        Assert.Equal([("sato", "read", "age,area,source"), ("sato", "read", "answers")], desk.Trail("member/" + Some.Hanako).Select(entry => (entry.Actor, entry.Action, entry.Fields)));
    }

    [Fact]
    public async Task Who_does_not_stays_unknown_and_is_found_by_no_answer()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako(letsStaffSee: false);
        var token = await desk.Token(Role.Desk);
        var one = await desk.Gets(Hanako, token);
        Assert.Equal((200, null, null, "no-consent"), (one.Status, one.Text("ageBand"), one.Text("area"), one.Text("withheld")));
        var answers = await desk.Gets(Hanako + "/answers", token);
        Assert.Empty(answers.Items);
        Assert.Equal("no-consent", answers.Text("withheld"));
        Assert.Empty((await desk.Gets(Path + "?area=south", token)).Items);
        Assert.Single((await desk.Gets(Path, token)).Items);
    }

    [Fact]
    public async Task Filters_find_people_by_what_they_answered_in_parts_that_miss_nobody()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        for (var i = 0; i < 5; i++) await desk.Database.Writer.Write(unit => unit.Members.AddAnonymous(Some.Noon.AddTicks(i), () => $"m-{i}"));
        var token = await desk.Token(Role.Secretariat);
        Assert.Equal(Some.Hanako, Assert.Single((await desk.Gets(Path + "?area=south&ageBand=70", token)).Items).GetProperty("id").GetString());
        Assert.Empty((await desk.Gets(Path + "?area=north", token)).Items);

        var (all, cursor) = (new List<string?>(), "");
        do
        {
            var part = await desk.Gets($"{Path}?limit=2{cursor}", token);
            all.AddRange(part.Items.Select(item => item.GetProperty("id").GetString()));
            cursor = part.Next is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(["m-4", "m-3", "m-2", "m-1", "m-hanako", "m-0"], all);
    }

    [Fact]
    public async Task What_is_said_at_the_counter_stands_in_the_ledger_once()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako(letsStaffSee: false);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var ledger = await desk.Gets(Hanako + "/consents", sato);
        Assert.Equal("service", Assert.Single(ledger.Items).GetProperty("purpose").GetString());

        var put = (string? tag, string json, string purpose) => desk.Sends(HttpMethod.Put, $"{Hanako}/consents/{purpose}", sato, json, headers: tag is null ? [] : [("If-Match", tag)]);
        Assert.Equal(428, (await put(null, """{"given":true}""", "staff")).Status);
        Assert.Equal((400, "given"), ((await put(ledger.ETag, "{}", "staff")) is var missing ? (missing.Status, missing.Text("item")) : default));
        Assert.Equal(400, (await put(ledger.ETag, """{"given":true}""", "fun")).Status);
        Assert.Equal(400, (await put(ledger.ETag, """{"given":true,"by":"me"}""", "staff")).Status);
        // No paper asks for that.
        Assert.Equal(400, (await put(ledger.ETag, """{"given":true,"paper":"inventory@2"}""", "news")).Status);
        var given = await put(ledger.ETag, """{"given":true}""", "staff");
        Assert.Equal((200, "sato", "counter/consent_staff"), (given.Status, given.Text("by"), given.Text("text")));
        Assert.Equal(412, (await put(ledger.ETag, """{"given":false}""", "staff")).Status);
        Assert.Null((await desk.Gets(Hanako, sato)).Text("withheld"));
        Assert.Equal("consent", desk.Trail("member/" + Some.Hanako)[0].Action);

        // What is withdrawn counts at once.
        Assert.Equal(200, (await put(given.ETag, """{"given":false}""", "staff")).Status);
        Assert.Equal("no-consent", (await desk.Gets(Hanako + "/answers", sato)).Text("withheld"));
    }

    [Theory]
    [InlineData("/m-nobody", 404)]
    [InlineData("/m-nobody/answers", 404)]
    [InlineData("/m-nobody/consents", 404)]
    [InlineData("?area=nowhere", 400)]
    [InlineData("?ageBand=7", 400)]
    [InlineData("?source=heaven", 400)]
    [InlineData("?name=花子", 400)]
    public async Task What_is_not_there_is_said(string path, int status)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Gets(Path + path, await desk.Token(Role.Desk));
        Assert.Equal((status, "application/problem+json"), (answered.Status, answered.Type));
        Assert.Empty(desk.Trail("member/m-nobody"));
    }

    [Fact]
    public async Task Other_roles_see_nothing_of_anybody()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], Path, Hanako, Hanako + "/answers", Hanako + "/consents");
    }
}
