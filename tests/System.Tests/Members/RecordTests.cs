using System.Text;
using Concierge.Core.Members;
using Concierge.Core.Wording;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Members;

public sealed class RecordTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everything_that_is_sealed_about_a_person_is_in_what_she_takes_along(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            new Everywhere(u, Some.Hanako).Put();
            new Everywhere(u, Some.Taro).Put();
        });
        var tables = test.Database.Reader.Read(u => MemberRecord.Of(u, Some.Hanako));
        var sealedColumns = test.Database.Reader.Read(u => Everywhere.Tables(u).SelectMany(t => t.GetProperties())
            .Where(p => p.ClrType == typeof(Sealed) || p.ClrType == typeof(Sealed?))
            .Select(p => $"{p.DeclaringType.GetTableName()}.{p.GetColumnName()}").Where(name => name != "member_key.wrapped").ToArray());

        Assert.All(tables, table => Assert.Contains("mine_" + table.Name, Words.Everything.Keys));
        Assert.All(tables.SelectMany(t => t.Rows).SelectMany(row => row.Keys).Distinct(), column => Assert.Contains("column_" + column, Words.Everything.Keys));
        var values = tables.SelectMany(t => t.Rows).SelectMany(row => row.Values).ToArray();
        Assert.All(sealedColumns, column => Assert.Contains(values, value => value.StartsWith($"{Everywhere.Canary(Some.Hanako)}/{column}/", StringComparison.Ordinal)));
        Assert.DoesNotContain(values, value => value.Contains(Some.Taro, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Consents_are_only_ever_appended(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var (member, link) = await town.PageFor();
        var web = new WebPerson(town);
        await web.Opens(link);
        foreach (var words in Town.Welcome) await web.Says(words);
        await web.Says("同意の確認");
        foreach (var words in new[] { "お答えの保存", "取り消す", "お答えの保存", "同意する" }) await web.Says(words);

        var ledger = town.Database.Reader.Read(u => u.Consents.Of(member)).Ledger;
        Assert.Equal([true, false, true], ledger.Select(c => c.Given));
        Assert.All(ledger, c => Assert.Equal((Purpose.Service, "entry@1/consent_service", "member"), (c.Purpose, c.Text, c.By)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task On_the_page_she_reads_all_of_it_and_takes_it_along_as_a_file(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var (_, link) = await town.PageFor();
        var web = new WebPerson(town);
        await web.Opens(link);
        foreach (var words in Town.Welcome) await web.Says(words);
        await web.Says("書き出す");
        await web.Sees("すべて見る・受け取る");

        await web.Goes("/mine");
        await web.Sees("年代：65〜69歳");
        await web.Sees("お答えの保存：同意");
        await web.Sees("あなた：北部");

        await web.Goes("/mine.json");
        await web.Sees("\"title\": \"お答え\"");
        await web.Sees("65〜69歳");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_speaks_on_LINE_reads_it_too_with_what_was_sent_there(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        var member = town.Database.Reader.Read(u => u.Members.FindByLine(hanako.Id)!);
        var link = await town.Database.Writer.Write(u => town.Part<Bot.Web.PageLinkMaker>().Make(u, member, Core.Conversations.Page.Mine, town.Clock.GetUtcNow()));
        var web = new WebPerson(town);
        await web.Opens(link);
        await web.Sees("年代：65〜69歳");
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        foreach (var path in new[] { "/mine", "/mine.json" })
            Assert.Equal(System.Net.HttpStatusCode.Gone, (await http.GetAsync(town.BotUrl + path, TestContext.Current.CancellationToken)).StatusCode);
    }
}
