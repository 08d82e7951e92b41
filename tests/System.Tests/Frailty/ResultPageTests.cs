using System.Net;
using Concierge.Core.Conversations;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Frailty;

/// <summary>The result on the city's own page, to read large and to print.</summary>
public sealed class ResultPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_result_stands_on_a_sheet_of_its_own(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var taro = await Checked(town);
        await taro.Sees("href=\"/check\"");

        await taro.Goes("/check");
        await taro.Sees("<title>からだチェックの結果（参考）</title>");
        await taro.Sees("青○ よいところが");
        await taro.Sees("class=\"blue\"");
        await taro.Sees("印刷は ブラウザの");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_way_from_LINE_leads_straight_to_the_sheet(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var taro = await Checked(town);
        await town.Passes(TimeSpan.FromHours(13));
        await taro.Opens((await town.PageFor(Page.Check)).Link);
        await taro.Sees("青○ よいところが");
    }

    [Fact]
    public async Task Somebody_without_a_result_or_a_link_sees_none()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Equal(HttpStatusCode.Gone, (await http.GetAsync(town.BotUrl + "/check", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_drawing_of_the_ring_is_shown_with_its_words()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var taro = await Begun(town);
        for (var i = 0; i < 11; i++) await taro.AnswersFirst();
        await taro.Sees("<img class=\"picture\" src=\"/assets/pictures/yubi_wakka.svg\" alt=\"両手の親指と人さし指で");

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var picture = await http.GetAsync(town.BotUrl + "/assets/pictures/yubi_wakka.svg", Cancel);
        Assert.Equal(("image/svg+xml", true), (picture.Content.Headers.ContentType?.MediaType, (await picture.Content.ReadAsStringAsync(Cancel)).Contains("<svg", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(town.BotUrl + "/assets/pictures/page.css", Cancel)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_unsent_goes_out_of_the_findings_too(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Privacy:PrivateQuestions", "Chat"));
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        foreach (var tap in new[] { "職員と話す", "メニュー", "からだチェック", "はじめる", "はい", "はい", "はい", "はい", "はい", "はい", "はい", "はい", "はい", "はい", "はい" })
        {
            await hanako.Taps(tap);
            await town.Settles();
        }
        await hanako.Says("すきまができる");
        await town.Settles();
        await hanako.Taps("これでよい");
        await town.Settles();
        Assert.Equal(["eleven_check@1 11", "yubi_wakka@1 1"], Kept(town));

        await hanako.Unsends(hanako.Chat.Last(item => item.Text == "すきまができる").Id);
        await town.Settles();
        Assert.Equal(["eleven_check@1 11", "yubi_wakka@1 0"], Kept(town));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Kept(Town town) => town.Database.Reader.Read(unit =>
    {
        var member = unit.Db.LineUsers.Single().MemberId;
        return KeptFindings.Of(unit, member, unit.Members.Key(member)).Select(f => $"{f.Form} {f.Answers.Count}").ToArray();
    });

    private static async Task<WebPerson> Begun(Town town)
    {
        var taro = new WebPerson(town);
        await taro.Opens((await town.PageFor()).Link);
        await taro.Enters();
        await taro.Presses("からだチェック");
        await taro.Presses("はじめる");
        return taro;
    }

    private static async Task<WebPerson> Checked(Town town)
    {
        var taro = await Begun(town);
        for (var i = 0; i < 12; i++) await taro.AnswersFirst();
        await taro.Presses("これでよい");
        return taro;
    }
}
