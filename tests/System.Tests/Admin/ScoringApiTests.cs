using Concierge.Core.Staff;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Staff type in a sheet of paper and see what comes of it.</summary>
public sealed class ScoringApiTests
{
    private const string Path = "/api/v1/frailty/scoring", Yes = "\"yes\"", No = "\"no\"";

    [Fact]
    public async Task A_whole_sheet_gets_everything_the_form_says()
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, $$"""{"instrument":"eleven_check","answers":[{{Times(Yes, 11)}}],"sex":"female","age":72}""");
        Assert.Equal((200, "application/json"), (answered.Status, answered.Type));
        Assert.Equal(
            """{"score":3,"scoreMin":3,"scoreMax":3,"class":"low_risk","domains":{"nutrition":{"min":0,"max":0},"oral":{"min":1,"max":1},"physical":{"min":0,"max":0},"social_mind":{"min":2,"max":2}},"missing":[],"red":[4,8,11],"flags":{},"alerts":[]}""",
            answered.Body.GetRawText());
    }

    [Fact]
    public async Task Missing_answers_leave_open_what_they_could_change()
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, $$"""{"instrument":"kihon_checklist","answers":[{{Times(No, 11)}},null,{{Times("null", 13)}}],"age":70}""");
        Assert.Equal(200, answered.Status);
        Assert.Equal(("null", "8", "22", "frail"), (answered.Json("score"), answered.Json("scoreMin"), answered.Json("scoreMax"), answered.Text("class")));
        Assert.Equal("[12,13,14,15,16,17,18,19,20,21,22,23,24,25]", answered.Json("missing"));
        Assert.Equal(
            """{"multi":"undetermined","motor":"yes","nutrition":"no","oral":"undetermined","housebound":"undetermined","cognition":"undetermined","depression":"undetermined"}""",
            answered.Json("flags"));
    }

    [Theory]
    [InlineData("bigger", "low", "blue")]
    [InlineData("just", "intermediate", "blue")]
    [InlineData("smaller", "high", "red")]
    public async Task The_ring_has_a_signal(string answer, string name, string signal)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, $$"""{"instrument":"yubi_wakka","answers":["{{answer}}"]}""");
        Assert.Equal((name, signal), (answered.Text("class"), answered.Text("signal")));
    }

    [Fact]
    public async Task Numbers_are_numbers_and_alerts_are_items()
    {
        await using var desk = await Desk.Opens();
        var qmcoo = await desk.Posts(Path, """{"instrument":"qmcoo","answers":[5,1,"yes","no","no","yes","no","yes","yes","no","no",3,"yes","yes","no"],"age":80}""");
        Assert.Equal(("4", "frail", "[1,6,8,15]", "[6,8,15]"), (qmcoo.Json("score"), qmcoo.Text("class"), qmcoo.Json("red"), qmcoo.Json("alerts")));

        var measured = await desk.Posts(Path, """{"instrument":"j_chs","answers":["no",27.9,"no",0.99,"no","no"],"sex":"male","age":68}""");
        Assert.Equal(("3", "frail", "[2,4,5,6]"), (measured.Json("score"), measured.Text("class"), measured.Json("red")));
    }

    [Fact]
    public async Task Body_mass_comes_from_height_and_weight_exactly()
    {
        await using var desk = await Desk.Opens();
        foreach (var (weight, thin) in new[] { ("47.36", false), ("47.359", true) })
        {
            var answered = await desk.Posts(Path, $$"""{"instrument":"kihon_checklist","answers":[{{Times("null", 25)}}],"heightCm":160.0,"weightKg":{{weight}}}""");
            Assert.Equal(thin ? "[12]" : "[]", answered.Json("red"));
        }
    }

    [Fact]
    public async Task Under_65_the_class_is_null()
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, $$"""{"instrument":"fsi","answers":[{{Times(Yes, 5)}}],"age":64}""");
        Assert.Equal(("3", "null"), (answered.Json("score"), answered.Json("class")));
    }

    [Theory]
    [InlineData("""{"instrument":"sarc_f","answers":[]}""", "instrument")]
    [InlineData("""{"answers":[]}""", "instrument")]
    [InlineData("""{"instrument":"fsi","instrument":"qmcoo","answers":[]}""", "instrument")]
    [InlineData("""{"instrument":"fsi"}""", "answers")]
    [InlineData("""{"instrument":"fsi","answers":["yes"]}""", "answers")]
    [InlineData("""{"instrument":"fsi","answers":["yes","no","maybe","no","no"]}""", "3")]
    [InlineData("""{"instrument":"fsi","answers":["yes","no",true,"no","no"]}""", "3")]
    [InlineData("""{"instrument":"fsi","answers":["yes","no",1,"no","no"]}""", "3")]
    [InlineData("""{"instrument":"qmcoo","answers":["1",1,null,null,null,null,null,null,null,null,null,null,null,null,null]}""", "1")]
    [InlineData("""{"instrument":"qmcoo","answers":[1.5,1,null,null,null,null,null,null,null,null,null,null,null,null,null]}""", "1")]
    [InlineData("""{"instrument":"yubi_wakka","answers":["tight"]}""", "1")]
    [InlineData("""{"instrument":"j_chs","answers":["no",1e99,"no",1,"no","no"]}""", "2")]
    [InlineData("""{"instrument":"yubi_wakka","answers":[null],"sex":"woman"}""", "sex")]
    [InlineData("""{"instrument":"yubi_wakka","answers":[null],"age":"70"}""", "age")]
    [InlineData("""{"instrument":"yubi_wakka","answers":[null],"age":70.5}""", "age")]
    [InlineData("""{"instrument":"yubi_wakka","answers":[null],"age":200}""", "age")]
    [InlineData("""{"instrument":"yubi_wakka","answers":[null],"heightCm":1.6}""", "heightCm")]
    [InlineData("""{"instrument":"yubi_wakka","answers":[null],"weightKg":160000}""", "weightKg")]
    public async Task A_slip_is_answered_with_the_item_it_is_at(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, json);
        Assert.Equal((400, "application/problem+json"), (answered.Status, answered.Type));
        Assert.Equal(("urn:concierge:problem:invalid-item", item), (answered.Text("type"), answered.Text("item")));
        Assert.Matches("[ぁ-ん]", answered.Text("detail"));
    }

    [Theory]
    [InlineData("""{"instrument":"fsi","answers":["yes","no","no","no","no"],"name":"花子"}""", "unknown-field")]
    [InlineData("""{"instrument":"fsi",""", "not-json")]
    [InlineData("null", "not-json")]
    [InlineData("[]", "not-json")]
    public async Task What_we_cannot_read_to_the_letter_is_refused(string json, string type)
    {
        await using var desk = await Desk.Opens();
        var answered = await desk.Posts(Path, json);
        Assert.Equal((400, "urn:concierge:problem:" + type), (answered.Status, answered.Text("type")));
        Assert.DoesNotContain("花子", answered.Body.GetRawText());
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_post_here()
    {
        await using var desk = await Desk.Opens();
        Assert.Equal(415, (await desk.Posts(Path, """{"instrument":"yubi_wakka","answers":[null]}""", "text/plain")).Status);
        Assert.Equal(405, (await desk.Gets(Path)).Status);
    }

    [Fact]
    public async Task Without_a_token_it_exists_in_development_and_on_this_machine_only()
    {
        const string sheet = """{"instrument":"yubi_wakka","answers":[null]}""";
        await using (var production = await Desk.Opens("Production"))
        {
            Assert.Equal(401, (await production.Posts(Path, sheet)).Status);
            Assert.Equal(200, (await production.Sends(HttpMethod.Post, Path, await production.Token(Role.Desk), sheet)).Status);
            Assert.Equal(403, (await production.Sends(HttpMethod.Post, Path, await production.Token(Role.Research), sheet)).Status);
        }
        await using var desk = await Desk.Opens();
        Assert.Equal(404, (await desk.Posts(Path, sheet, headers: ("X-Forwarded-For", "203.0.113.7"))).Status);
    }

    private static string Times(string answer, int n) => string.Join(',', Enumerable.Repeat(answer, n));
}
