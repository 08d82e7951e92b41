using System.Collections.Immutable;
using Concierge.Core.Frailty;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Somebody has filled in a sheet of paper, and staff type it in.</summary>
public sealed class ChecksTests
{
    private const string Path = $"/api/v1/members/{Some.Hanako}/frailty-checks";
    private const string Sheet = """{"checkedOn":"2026-11-20","instrument":"j_chs","answers":["no",27.9,"no",0.99,"no","no"],"sex":"male","age":68}""";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_sheet_is_kept_once_and_shown_as_it_was_scored(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var added = await Adds(desk, sato, Sheet, "1");
        Assert.Equal((201, "sato", "frail"), (added.Status, added.Text("enteredBy"), added.Body.GetProperty("result").GetProperty("class").GetString()));
        Assert.Equal(added.Raw, (await Adds(desk, sato, Sheet, "1")).Raw);
        var kihon = $$"""{"checkedOn":"2026-11-24","instrument":"kihon_checklist","answers":[{{string.Join(',', Enumerable.Repeat("null", 25))}}],"heightCm":160,"weightKg":47.359}""";
        Assert.Equal(201, (await Adds(desk, sato, kihon, "2")).Status);

        var kept = (await desk.Gets(Path, sato)).Items;
        Assert.Equal(["2026-11-20", "2026-11-24"], kept.Select(check => check.GetProperty("checkedOn").GetString()));
        Assert.Equal(added.Body.GetProperty("result").GetRawText(), kept[0].GetProperty("result").GetRawText());
        Assert.Equal("[12]", kept[1].GetProperty("result").GetProperty("red").GetRawText());
        Assert.Equal([("write", "frailty-checks"), ("write", "frailty-checks"), ("read", "frailty-checks")], desk.Trail("member/" + Some.Hanako).Select(entry => (entry.Action, entry.Fields)));
        foreach (var role in new[] { Role.Partner, Role.Research, Role.Auditor, Role.Administrator }) Assert.Equal(403, (await desk.Gets(Path, await desk.Token(role, "a"))).Status);

        // Another wording: her own checks are held against none of it.
        Assert.Empty(desk.Database.Reader.Read(unit => KeptFindings.Of(unit, Some.Hanako, unit.Members.Key(Some.Hanako))));
    }

    [Fact]
    public async Task What_she_did_by_herself_has_a_score_and_no_class()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => KeptFindings.Keep(
            unit, Some.Hanako, new Finding("fsi@1", "v", ImmutableDictionary<string, string>.Empty.Add("fsi_1", "yes"), Some.Noon, Some.Noon), unit.Members.Key(Some.Hanako)));
        var check = Assert.Single((await desk.Gets(Path, await desk.Token(Role.Desk))).Items);
        Assert.Equal(("null", "null"), (check.GetProperty("enteredBy").GetRawText(), check.GetProperty("result").GetProperty("class").GetRawText()));
    }

    [Fact]
    public async Task Without_consent_nothing_is_kept_and_nothing_is_seen()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var token = await desk.Token(Role.Desk);
        await Adds(desk, token, Sheet, "1");
        await desk.Database.Writer.Write(unit => unit.Consents.Add(Some.Hanako, new Consent(Purpose.Staff, "consents", false, Some.Noon, Consents.Member)));
        Assert.Equal((409, "no-consent"), await Adds(desk, token, Sheet, "2") is var refused ? (refused.Status, refused.Problem) : default);
        var seen = await desk.Gets(Path, token);
        Assert.Empty(seen.Items);
        Assert.Equal("no-consent", seen.Text("withheld"));
        Assert.Single(desk.Database.Reader.Read(unit => KeptFindings.All(unit, Some.Hanako, unit.Members.Key(Some.Hanako)).ToList()));
    }

    [Theory]
    [InlineData("""{"instrument":"yubi_wakka","answers":["just"]}""", "checkedOn")]
    [InlineData("""{"checkedOn":"2026-11-25","instrument":"yubi_wakka","answers":["just"]}""", "checkedOn")]
    [InlineData("""{"checkedOn":"1999-01-01","instrument":"yubi_wakka","answers":["just"]}""", "checkedOn")]
    [InlineData("""{"checkedOn":"yesterday","instrument":"yubi_wakka","answers":["just"]}""", "checkedOn")]
    [InlineData("""{"checkedOn":"2026-11-20","instrument":"sarc_f","answers":[]}""", "instrument")]
    [InlineData("""{"checkedOn":"2026-11-20","instrument":"yubi_wakka","answers":["tight"]}""", "1")]
    [InlineData("""{"checkedOn":"2026-11-20","instrument":"yubi_wakka","answers":["just"],"doctor":"x"}""", "doctor")]
    public async Task A_slip_is_named_and_nothing_is_kept(string json, string item)
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var token = await desk.Token(Role.Desk);
        var refused = await Adds(desk, token, json, "1");
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
        Assert.Empty((await desk.Gets(Path, token)).Items);
        Assert.Equal("Idempotency-Key", (await desk.Sends(HttpMethod.Post, Path, token, Sheet)).Text("item"));
        Assert.Equal(404, (await desk.Gets("/api/v1/members/m-nobody/frailty-checks", token)).Status);
    }

    private static Task<Answered> Adds(Desk desk, string token, string json, string key) => desk.Sends(HttpMethod.Post, Path, token, json, headers: ("Idempotency-Key", key));
}
