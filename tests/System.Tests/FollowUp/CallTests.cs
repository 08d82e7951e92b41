using System.Net;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.FollowUp;

/// <summary>Whoever did not answer is telephoned, and staff write down what came of it.</summary>
public sealed class CallTests
{
    private const string Path = "/api/v1/follow-ups", Calls = Path + "/m-hanako/calls";

    private const string Said = """{"reached":true,"doing":"volunteer","hours":"under5"}""", Nobody = """{"reached":false}""";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_she_says_on_the_telephone_counts_as_if_she_had_answered(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await IsToBeRung(desk);
        var token = await desk.Token(Role.Desk);
        var only = Assert.Single((await desk.Gets(Path + "/to-ring", token)).Items);
        Assert.Equal(("花子", "04-7100-0000"), (only.GetProperty("name").GetString(), only.GetProperty("phone").GetString()));
        var written = await Writes(desk, token, Said);
        Assert.Equal((200, "answered"), (written.Status, written.Text("standing")));
        Assert.Empty((await desk.Gets(Path + "/to-ring", token)).Items);
        Assert.Equal((409, "nothing-asked"), await Refused(desk, token, Nobody));
        var codes = desk.Database.Reader.Read(unit => new Participant(
            Some.Noon, FollowUps.Waves(unit, Some.Hanako), unit.Answers.Of(Some.Hanako, unit.Members.Key(Some.Hanako)), []).Codes());
        Assert.Equal(("volunteer", "under5", "skipped"), (codes["w0_doing"], codes["w0_hours"], codes["w0_well"]));
        Assert.Equal(["read", "write"], desk.Trail("member/" + Some.Hanako).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Who_was_not_reached_is_lost_until_the_next_time()
    {
        await using var desk = await Desk.Opens();
        await IsToBeRung(desk);
        var token = await desk.Token(Role.Secretariat);
        Assert.Equal("lost", (await Writes(desk, token, Nobody)).Text("standing"));
        Assert.Single((await desk.Gets(Path + "?standing=lost", token)).Items);
        Assert.Empty((await desk.Gets(Path + "?standing=answered", token)).Items);
    }

    [Theory]
    [InlineData("{}", 400, "invalid-item")]
    [InlineData("""{"reached":true,"doing":"luck"}""", 400, "invalid-item")]
    [InlineData("""{"reached":false,"well":"very"}""", 409, "answers-of-nobody")]
    public async Task A_slip_is_named_and_she_stays_on_the_list(string json, int status, string problem)
    {
        await using var desk = await Desk.Opens();
        await IsToBeRung(desk);
        var token = await desk.Token(Role.Desk);
        Assert.Equal((status, problem), await Refused(desk, token, json));
        Assert.Single((await desk.Gets(Path + "/to-ring", token)).Items);
    }

    [Fact]
    public async Task At_the_counter_she_answers_at_once_and_nobody_says_that_she_was_not_reached()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => unit.Consents.Add(Some.Hanako, new Consent(Purpose.Research, "counter", true, desk.Time.GetUtcNow(), "sato")));
        var token = await desk.Token(Role.Desk);
        Assert.Empty((await desk.Gets(Path + "/to-ring", token)).Items);
        Assert.Equal((409, "not-to-ring"), await Refused(desk, token, Nobody));
        Assert.Equal("answered", (await Writes(desk, token, Said)).Text("standing"));
        Assert.Equal(404, (await Writes(desk, token, Said, Path + "/nobody/calls")).Status);
    }

    [Fact]
    public async Task Whoever_withdraws_is_off_the_list_at_once()
    {
        await using var desk = await Desk.Opens();
        await IsToBeRung(desk);
        await desk.Database.Writer.Write(unit => unit.Consents.Add(Some.Hanako, new Consent(Purpose.Research, "counter", false, desk.Time.GetUtcNow(), "sato")));
        var token = await desk.Token(Role.Desk);
        Assert.Empty((await desk.Gets(Path + "/to-ring", token)).Items);
        Assert.Equal("withdrew", Assert.Single((await desk.Gets(Path, token)).Items).GetProperty("standing").GetString());
        Assert.Equal((409, "nothing-asked"), await Refused(desk, token, Said));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_who_agreed_are_read_part_by_part_and_counted_all_together(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Friends(60);
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var n in Enumerable.Range(1, 60)) unit.Consents.Add($"m-friend-{n}", new Consent(Purpose.Research, "counter", true, desk.Time.GetUtcNow(), "sato"));
            unit.Consents.Add("m-friend-7", new Consent(Purpose.Research, "counter", false, desk.Time.GetUtcNow(), "sato"));
        });
        var token = await desk.Token(Role.Desk);
        var (seen, next) = (new List<string>(), "");
        do
        {
            var part = await desk.Gets(Path + "?limit=25" + next, token);
            seen.AddRange(part.Items.Select(one => one.GetProperty("member").GetString()!));
            next = part.Text("next") is { } cursor ? "&cursor=" + cursor : null;
        }
        while (next is not null);
        Assert.Equal(60, seen.Distinct().Count());
        Assert.Equal(60, seen.Count);
        Assert.Single((await desk.Gets(Path + "?standing=withdrew&limit=1", token)).Items);

        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        var page = await sato.Reads("/follow-ups");
        foreach (var shown in new[] { "参加中 59人", "取り消し 1人", "/follow-ups?cursor=" }) Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_console_one_rings_and_presses_what_came_of_it()
    {
        await using var desk = await Desk.Opens();
        await IsToBeRung(desk);
        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        foreach (var shown in new[] { "花子", "04-7100-0000", "href=\"/follow-ups/m-hanako\"", "参加中 1人" }) Assert.Contains(shown, await sato.Reads("/follow-ups"), StringComparison.Ordinal);
        Assert.Contains("いま おもに なにを していますか", await sato.Reads("/follow-ups/m-hanako"), StringComparison.Ordinal);
        var hidden = (await sato.HidesAll("/follow-ups/m-hanako", "/follow-ups/m-hanako"))[0];
        var sent = await sato.Asks(HttpMethod.Post, "/follow-ups/m-hanako", [.. hidden, ("doing", "work"), ("hours", ""), ("well", "well")]);
        Assert.Equal("/follow-ups?done=true", sent.Headers.Location?.OriginalString);
        var page = await sato.Reads("/follow-ups?done=true");
        foreach (var shown in new[] { "記録しました", "回答あり 1人", "電話をかける人はいません" }) Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await sato.Opens("/follow-ups/m-hanako")).StatusCode);
        Assert.Equal("skipped", AnswerTo(desk, "hours"));
    }

    [Fact]
    public async Task Whoever_says_on_the_telephone_that_it_is_enough_is_asked_no_more()
    {
        await using var desk = await Desk.Opens();
        await IsToBeRung(desk);
        var token = await desk.Token(Role.Desk);
        Assert.Equal("withdrew", (await Writes(desk, token, """{"reached":true,"wantsNoMore":true}""")).Text("standing"));
        Assert.Equal(("withdraw", "research"), desk.Trail("member/" + Some.Hanako).Select(entry => (entry.Action, entry.Fields)).Last());
        Assert.False(desk.Database.Reader.Read(unit => unit.Consents.Of(Some.Hanako).Has(Purpose.Research)));
    }

    [Fact]
    public async Task A_button_pressed_twice_writes_one_call()
    {
        await using var desk = await Desk.Opens();
        await IsToBeRung(desk);
        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        var hidden = (await sato.HidesAll("/follow-ups/m-hanako", "/follow-ups/m-hanako"))[1];
        for (var press = 1; press <= 2; press++) Assert.Equal("/follow-ups?done=true", (await sato.Asks(HttpMethod.Post, "/follow-ups/m-hanako", hidden)).Headers.Location?.OriginalString);
        Assert.Equal(WaveState.Missed, Assert.Single(desk.Database.Reader.Read(unit => FollowUps.Waves(unit, Some.Hanako))).State);
    }

    private static string AnswerTo(Desk desk, string question) => desk.Database.Reader.Read(unit =>
        unit.Answers.Of(Some.Hanako, unit.Members.Key(Some.Hanako)).Single(answer => answer.Question == question).Value is AnswerValue.Skipped ? "skipped" : "answered");

    private static async Task<(int, string?)> Refused(Desk desk, string token, string json)
    {
        var refused = await Writes(desk, token, json);
        return (refused.Status, refused.Problem);
    }

    private static int calls;

    /// <summary>Each is another call.</summary>
    private static Task<Answered> Writes(Desk desk, string token, string json, string path = Calls) =>
        desk.Sends(HttpMethod.Post, path, token, json, headers: ("Idempotency-Key", $"call-{Interlocked.Increment(ref calls)}"));

    private static async Task IsToBeRung(Desk desk)
    {
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => Contacts.Keep(unit, Some.Hanako, new Contact("花子", "04-7100-0000"), "sato", Some.Noon));
        await desk.HanakoIsToBeRung();
    }
}
