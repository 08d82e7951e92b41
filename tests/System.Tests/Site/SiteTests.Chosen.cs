using System.Net;
using System.Xml.Linq;
using Concierge.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Site;

/// <summary>What was chosen on the open site goes along, into LINE and onto our own page.</summary>
public sealed partial class SiteTests
{
    [Theory]
    [InlineData("/tasks/1", "「食事を くばる・さげる」を 見たいです（仕事番号1）")]
    [InlineData("/seminars/demo-4", "「福祉編」（12月22日（火）13時30分）を 見たいです")]
    public async Task What_was_chosen_goes_along_to_LINE(string path, string words)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", "@kashiwa"));
        Assert.Contains($"href=\"/q/site{path}\"", await Text(await Asks(town, path)));
        Assert.Equal($"https://line.me/R/oaMessage/%40kashiwa/?{Uri.EscapeDataString(words)}", (await Asks(town, "/q/site" + path)).Headers.Location!.OriginalString);
        Assert.Equal("svg", XDocument.Parse(await Text(await Asks(town, $"/q/site{path}/code.svg"))).Root!.Name.LocalName);
        Assert.Equal("https://line.me/R/ti/p/%40kashiwa", (await Asks(town, "/q/site/tasks/999999")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await Asks(town, "/q/site/tasks/999999/code.svg")).StatusCode);
    }

    [Fact]
    public async Task Where_LINE_opens_without_words_the_page_says_what_to_send()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", ""), ("Line:AddFriendUrl", "https://lin.ee/kashiwa"));
        Assert.Contains("つぎの文を 送ってください。\n「食事を くばる・さげる」を 見たいです（仕事番号1）", WebUtility.HtmlDecode(await Text(await Asks(town, "/tasks/1"))));
        Assert.Equal("https://lin.ee/kashiwa", (await Asks(town, "/q/site/tasks/1")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/tasks/1", "デイサービス わたぐも")]
    [InlineData("/seminars/demo-4", "教室の ご案内")]
    public async Task What_was_chosen_goes_along_to_our_own_page_and_is_shown_after_the_first_questions(string path, string shown)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        Assert.Contains($"href=\"/chat{path}\"", await Text(await Asks(town, path)));
        var visitor = new WebPerson(town);
        await visitor.Goes("/chat" + path);
        await visitor.Sends("/chat" + path);
        await visitor.Sees("お答えを 保存しても よろしいですか。");
        await visitor.Enters();
        await visitor.Sees("えらばれたものは こちらです。");
        await visitor.Sees(shown);
    }

    [Fact]
    public async Task A_link_to_what_is_over_says_so_and_makes_nobody_a_member()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        Assert.Equal(HttpStatusCode.OK, (await Asks(town, "/chat/tasks/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Asks(town, "/chat/tasks/999999")).StatusCode);
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Members.Count()));
    }
}
