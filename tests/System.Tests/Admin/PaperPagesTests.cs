using System.Net;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>花子 hands in a paper at the door, and 佐藤 writes down what stands on it.</summary>
public sealed class PaperPagesTests
{
    private const string Books = "/seminars/demo-1/reservations", Papers = "/seminars/demo-1/papers", OnPaper = "paper/inventory@2/consent_research";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_is_written_down_as_it_is_and_taken_back_the_same_way(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        using var sato = await Comes(desk);
        await sato.Sends("/seminars/demo-1", Books, ("member", Data.Some.Hanako), ("how", "onSite"), ("seats", "1"));
        Assert.Contains($"href=\"{Papers}\"", await sato.Reads("/seminars/demo-1/check-ins"), StringComparison.Ordinal);
        var open = await sato.Hides(Papers, Papers);
        (string, string)[] gives = [.. open, ("paper", "inventory@2"), ("given", "true")];
        Assert.Equal(Papers + "?did=given", (await sato.Asks(HttpMethod.Post, Papers, gives)).Headers.Location?.OriginalString);
        var given = Ledger(desk)[^1];
        var by = desk.Database.Reader.Read(unit => unit.Db.Set<StaffEntry>().Single(s => s.Login == "sato").Id);
        Assert.Equal((Purpose.Research, OnPaper, true, by), (given.Purpose, given.Text, given.Given, given.By));
        Assert.Equal([0], desk.Database.Reader.Read(unit => FollowUps.Waves(unit, Data.Some.Hanako)).Select(wave => wave.Weeks));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await sato.Asks(HttpMethod.Post, Papers, gives)).StatusCode);
        Assert.Contains("から同意", await sato.Reads(Papers), StringComparison.Ordinal);

        Assert.Equal(Papers + "?did=withdrawn", (await sato.Sends(Papers, Papers, ("paper", "inventory@2"), ("given", "false"))).Headers.Location?.OriginalString);
        Assert.Equal((OnPaper, false), (Ledger(desk)[^1].Text, Ledger(desk)[^1].Given));
        Assert.DoesNotContain(desk.Database.Reader.Read(unit => FollowUps.Waves(unit, Data.Some.Hanako)), wave => wave.State != WaveState.Answered);
        Assert.Equal(["consent", "withdraw"], desk.Trail("member/" + Data.Some.Hanako).Where(entry => entry.Action != "read").Select(entry => entry.Action));
    }

    [Fact]
    public async Task The_paper_bears_the_words_that_are_asked_on_the_page_and_the_name_of_their_form()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var paper = await sato.Reads("/seminars/blank-paper");
        foreach (var shown in new[] { "調査への ご協力の お願いです。", "いつでも やめられます。", "inventory@2" }) Assert.Contains(shown, paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_whom_nothing_may_be_stored_nobody_writes_that_they_agree_to_research()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        await sato.Sends("/seminars/demo-1", Books, ("name", "山田 太郎"), ("how", "onSite"), ("seats", "1"));
        var page = await sato.Reads(Papers);
        Assert.Contains("まだ同意していません", page, StringComparison.Ordinal);
        Assert.Empty(await sato.HidesAll(Papers, Papers));
        var token = await desk.Token(Role.Desk);
        var yamada = desk.Database.Reader.Read(unit => unit.Db.Set<Reservation>().AsNoTracking().Single().MemberId);
        var refused = await desk.Sends(HttpMethod.Put, $"/api/v1/members/{yamada}/consents/research", token, """{"given":true}""", headers: ("If-Match", "\"0\""));
        Assert.Equal((409, "no-service-consent"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task Who_holds_a_frailty_check_stands_on_the_list_for_the_door()
    {
        await using var desk = await Desk.Opens();
        await desk.Database.Writer.Write(unit => unit.Db.Set<Seminar>().Where(s => s.Id == "demo-1").ExecuteUpdate(set => set.SetProperty(s => s.Kind, GatheringKind.FrailtyCheck)));
        using var sato = await Comes(desk);
        Assert.DoesNotContain("フレイルサポーター", await sato.Reads("/seminars/demo-1/door"), StringComparison.Ordinal);
        await sato.Sends("/seminars/demo-1", "/seminars/demo-1/supporters", ("supporters", "鈴木 一郎　握力\r\n高橋 花　受付"));
        var list = await sato.Reads("/seminars/demo-1/door");
        foreach (var shown in new[] { "フレイルサポーター", "鈴木 一郎　握力", "高橋 花　受付" }) Assert.Contains(shown, list, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Consent> Ledger(Desk desk) => desk.Database.Reader.Read(unit => unit.Consents.Of(Data.Some.Hanako)).Ledger;

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        return await Clerk.SignsIn(desk, "sato");
    }
}
