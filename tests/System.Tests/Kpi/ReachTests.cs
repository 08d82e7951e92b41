using System.Text.Json;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Kpi;

/// <summary>Where people come from, where they leave, what they take.</summary>
public sealed class ReachTests
{
    private const string Path = "/api/v1/reach/";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_code_has_its_members_and_what_they_went_on_to_do(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await Come(desk, 13);
        var token = await desk.Token(Role.Desk);
        var first = (await desk.Gets(Path + "sources", token)).Items.Single(one => one.GetProperty("source").GetString() == Source.All[0].Key);
        Assert.Equal([20, 13, 0, 0, 3, 1], Numbers(first, "came", "entered", "reserved", "attended", "applied", "placed"));
        var task = Assert.Single((await desk.Gets(Path + "tasks", token)).Items);
        Assert.Equal([13, 0, 0, 3, 1, 0], Numbers(task, "shown", "looked", "kept", "applied", "placed", "unwanted"));
    }

    [Fact]
    public async Task Each_question_has_who_answered_skipped_and_left_there()
    {
        await using var desk = await Desk.Opens();
        await Come(desk, 13);
        var questions = (await desk.Gets(Path + "questions", await desk.Token(Role.Secretariat))).Items.Where(one => one.GetProperty("form").GetString() == "entry@1").ToArray();
        Assert.Equal(["consent_service", "age", "area"], questions.Select(one => one.GetProperty("question").GetString()));
        Assert.Equal([[13, 13, 0, 0], [13, 8, 2, 3], [13, 0, 0, 10]], questions.Select(one => Numbers(one, "started", "answered", "skipped", "left")));
    }

    [Theory]
    [InlineData(Role.Research)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Whoever_only_sees_figures_can_count_no_group_of_one_to_nine(Role role)
    {
        await using var desk = await Desk.Opens();
        await Come(desk, 37);
        var token = await desk.Token(role);
        foreach (var table in new[] { "sources", "questions", "tasks" })
            foreach (var number in (await desk.Gets(Path + table, token)).Items.SelectMany(one => one.EnumerateObject()).Where(member => member.Value.ValueKind == JsonValueKind.Number))
                Assert.Equal(0, number.Value.GetInt64() % 10);
        await desk.Hires("ito", "研究 伊藤", role);
        using var ito = await Clerk.SignsIn(desk, "ito");
        var page = await ito.Reads("/kpi/reach");
        Assert.Contains("10人ごとに切り捨て", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">37<", page, StringComparison.Ordinal);
    }

    /// <summary>All agreed; three left at their age, two skipped it. Three applied for a task, one did it.</summary>
    private static Task Come(Desk desk, int people) => desk.Database.Writer.Write(unit =>
    {
        for (var i = 0; i < 20; i++) Tally.Add(unit, "came/" + Source.All[0].Key, Some.Noon);
        for (var no = 0; no < people; no++)
        {
            var key = unit.Members.Key(Some.Member(unit, "m-" + no));
            Says(Enter.Source, new AnswerValue.Chosen([Source.All[0].Key]));
            Says("consent_service", new AnswerValue.Chosen(["yes"]));
            if (no >= 3) Says("age", no < 5 ? new AnswerValue.Skipped() : new AnswerValue.Chosen(["70"]));
            foreach (var (mark, first) in new[] { (Mark.Seen, people), (Mark.Applied, 3), (Mark.Did, 1) })
                if (no < first) new Posts(unit).Mark(key.MemberId, 3, "serve", mark, Some.Noon);

            void Says(string question, AnswerValue value) => unit.Answers.Add(key.MemberId, "entry@1", question, value, Some.Noon, null, null, "member", key);
        }
    });

    private static long[] Numbers(JsonElement one, params string[] names) => [.. names.Select(name => one.GetProperty(name).GetInt64())];
}
