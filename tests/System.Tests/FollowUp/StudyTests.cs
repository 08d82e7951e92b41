using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Frailty;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.FollowUp;

/// <summary>What research gets of people who have told us everything.</summary>
public sealed partial class StudyTests
{
    private const string Canary = "canary", Path = "/api/v1/studies/kashiwa-1/";

    private static readonly string[] Tables = ["people", "counts", "code-book"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_name_number_id_or_word_of_anybody_gets_out(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var members = await TakePart(desk, 40);
        var token = await desk.Token(Role.Research);
        foreach (var path in Tables.SelectMany(table => new[] { Path + table, $"{Path}{table}?format=csv" }))
        {
            var got = await desk.Gets(path, token);
            Assert.Equal(200, got.Status);
            Assert.DoesNotContain(Canary, got.Raw, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("1234-5678", got.Raw, StringComparison.Ordinal);
            Assert.DoesNotMatch(Date(), got.Raw);
            Assert.All(members, member => Assert.DoesNotContain(member, got.Raw, StringComparison.Ordinal));
        }
        Assert.Equal(40, (await desk.Gets(Path + "people", token)).Items.Count);
    }

    [Fact]
    public async Task The_same_person_has_the_same_name_at_every_export_and_another_in_another_study()
    {
        await using var desk = await Desk.Opens();
        await TakePart(desk, 20);
        var token = await desk.Token(Role.Research);
        Assert.Equal((await desk.Gets(Path + "people?format=csv", token)).Raw, (await desk.Gets(Path + "people?format=csv", token)).Raw);
        var (one, other) = desk.Database.Reader.Read(unit => (Names(unit, "kashiwa-1"), Names(unit, "another")));
        Assert.Equal(20, one.Length);
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public async Task Whoever_withdraws_is_in_no_later_export_and_with_fewer_than_ten_nobody_is()
    {
        await using var desk = await Desk.Opens();
        var members = await TakePart(desk, 11);
        var token = await desk.Token(Role.Research);
        Assert.Equal(11, (await desk.Gets(Path + "people", token)).Items.Count);
        await desk.Database.Writer.Write(unit => Agree(unit, members[0], given: false));
        Assert.Equal(10, (await desk.Gets(Path + "people", token)).Items.Count);
        await desk.Database.Writer.Write(unit => Agree(unit, members[1], given: false));
        Assert.Empty((await desk.Gets(Path + "people", token)).Items);
        Assert.Empty((await desk.Gets(Path + "counts", token)).Items);
    }

    [Fact]
    public async Task Every_look_is_written_down_and_no_other_role_has_one()
    {
        await using var desk = await Desk.Opens();
        await TakePart(desk, 10);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Research))
            foreach (var table in Tables) Assert.Equal(403, (await desk.Gets(Path + table, await desk.Token(role, role == Role.Partner ? "柏の葉" : null))).Status);
        Assert.Empty(desk.Trail("study/kashiwa-1"));
        foreach (var table in Tables) await desk.Gets(Path + table, await desk.Token(Role.Research));
        Assert.Equal(["people", "counts"], desk.Trail("study/kashiwa-1").Select(entry => entry.Fields));
        Assert.Equal(404, (await desk.Gets("/api/v1/studies/luck/people", await desk.Token(Role.Research))).Status);
    }

    [Fact]
    public async Task Research_takes_the_tables_from_a_page()
    {
        await using var desk = await Desk.Opens();
        await TakePart(desk, 30);
        await desk.Hires("ito", "研究 伊藤", Role.Research);
        using var ito = await Clerk.SignsIn(desk, "ito");
        var page = await ito.Reads("/study");
        foreach (var table in Tables)
        {
            Assert.Contains($"/study/{table}?study=kashiwa-1", page, StringComparison.Ordinal);
            Assert.Equal("text/csv", (await ito.Opens($"/study/{table}?study=kashiwa-1")).Content.Headers.ContentType!.MediaType);
        }
        Assert.Contains("w0_doing,*,30", await Clerk.Text(await ito.Opens("/study/counts")), StringComparison.Ordinal);
    }

    /// <summary>The consent for it is one of its own.</summary>
    [Fact]
    public async Task Checks_are_looked_at_only_of_those_who_let_research_see_them()
    {
        await using var desk = await Desk.Opens();
        var members = await TakePart(desk, 25);
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var member in members) Checks(unit, member);
        });
        Assert.Equal([25, 0], Compared(desk));
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var member in members.Take(15)) unit.Consents.Add(member, new Consent(Purpose.Checks, "followup_start@1/consent_checks", true, Some.Noon, Consents.Member));
        });
        Assert.Equal([10, 15], Compared(desk));
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var member in members.Take(15)) unit.Consents.Add(member, new Consent(Purpose.Checks, "followup_start@1/consent_checks", false, Some.Noon, Consents.Member));
        });
        Assert.Equal([25, 0], Compared(desk));
    }

    /// <summary>Of whom nothing is compared, and of whom the blue ones stayed about the same.</summary>
    private static int[] Compared(Desk desk)
    {
        var counts = desk.Database.Reader.Read(unit => StudyReading.Of(unit, Study.Embedded[0]).Counts().Where(count => count.Column == CodeBook.Change).ToDictionary(count => count.Code, count => count.People));
        return [counts.GetValueOrDefault(CodeBook.None), counts.GetValueOrDefault("same")];
    }

    private static void Checks(Unit unit, string member)
    {
        var form = Questionnaires.Embedded.Newest("eleven_check");
        var answers = form.Questions.ToImmutableDictionary(question => question.Key, question => question.Options.First(option => option.Key != "unknown").Key);
        foreach (var at in new[] { Some.Noon.AddDays(-1), Some.Noon.AddDays(120) }) KeptFindings.Keep(unit, member, new Finding(form.Name, $"v{at.UtcTicks}", answers, at, at), unit.Members.Key(member));
    }

    /// <summary>People with a canary in everything that is theirs; each has answered the first questions.</summary>
    private static async Task<IReadOnlyList<string>> TakePart(Desk desk, int people)
    {
        var members = Enumerable.Range(0, people).Select(no => $"{Canary}-member-{no}").ToArray();
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var (member, no) in members.Select((member, no) => (member, no)))
            {
                unit.Members.FindOrAddByLine($"U{Canary}{no}", desk.Time.GetUtcNow(), () => member);
                var key = unit.Members.Key(member);
                Contacts.Keep(unit, member, new Contact($"{Canary}-name", "090-1234-5678"), "sato", desk.Time.GetUtcNow());
                unit.Answers.Add(member, "entry@1", "age", new AnswerValue.Chosen(["70"]), Some.Noon, null, null, "member", key);
                unit.Answers.Add(member, "inventory@2", "peak_story", new AnswerValue.Written($"{Canary}-story"), Some.Noon, null, null, "member", key);
                Agree(unit, member, given: true);
                unit.Answers.Add(member, "followup_start@1", "doing", no % 5 == 0 ? new AnswerValue.Written($"{Canary}-doing") : new AnswerValue.Chosen(["home"]), Some.Noon, null, null, "member", key);
                FollowUps.Move(unit, member, new Effect.MoveWave("0/0", Wave.On.Answer, Some.Noon), desk.Time.GetUtcNow());
            }
        });
        return members;
    }

    private static void Agree(Unit unit, string member, bool given)
    {
        foreach (var purpose in new[] { Purpose.Service, Purpose.Research }) unit.Consents.Add(member, new Consent(purpose, "counter", given, Some.Noon, "sato"));
    }

    private static string[] Names(Unit unit, string study) => [.. StudyReading.Of(unit, new Study(study, study)).Rows.Select(row => row.Person)];

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Date();
}
