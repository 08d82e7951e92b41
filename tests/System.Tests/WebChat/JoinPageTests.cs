using System.Net;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.WebChat;

/// <summary>The page with the code.</summary>
public sealed class JoinPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_code_stands_there_until_it_runs_out_and_after_a_reload_too(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Line:BotId", "@kashiwa"));
        var visitor = await PageVisitor.Comes(town);
        await visitor.Browser.Goes("/join");
        await visitor.Browser.Sees(visitor.Code);
        await visitor.Browser.Sees("10時15分まで");
        await visitor.Browser.Sees($"https://line.me/R/oaMessage/%40kashiwa/?{Uri.EscapeDataString("つなぐ " + visitor.Code)}");

        Assert.NotEqual(visitor.Code, await PageVisitor.AsksForCode(visitor.Browser));
        await town.Passes(JoinCodes.Life);
        await visitor.Browser.Goes("/join");
        await visitor.Browser.Sees("番号を出す");
    }

    [Fact]
    public async Task Whoever_has_LINE_needs_no_code()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        var link = await town.Database.Writer.Write(unit => town.Part<Bot.Web.PageLinkMaker>().Make(
            unit, unit.Members.FindByLine(hanako.Id)!, Core.Conversations.Page.Join, town.Clock.GetUtcNow()));
        var browser = new WebPerson(town);
        await browser.Opens(link);
        await browser.Sees("もう LINEと つながっています");
        await browser.Sends("/join");
        await browser.Sees("もう LINEと つながっています");
    }

    [Fact]
    public async Task Nobody_and_no_other_site_gets_a_code()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(town.BotUrl) };
        Assert.Equal(HttpStatusCode.Gone, (await http.GetAsync("/join", Over)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await http.PostAsync("/join", null, Over)).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/join");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign, Over)).StatusCode);
    }

    private static CancellationToken Over => TestContext.Current.CancellationToken;
}
