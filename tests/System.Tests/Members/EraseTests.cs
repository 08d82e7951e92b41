using Concierge.Bot.Jobs;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Members;

public sealed class EraseTests
{
    private const string Reply = "/v2/bot/message/reply", Push = "/v2/bot/message/push";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_in_every_table_leaves_no_row_and_no_value_and_others_stay_as_they_are(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            new Everywhere(u, Some.Hanako).Put();
            new Everywhere(u, Some.Taro).Put();
            var taro = Everywhere.Cells(u, row => row.Contains(Some.Taro));

            Erasing.Everything(u, Some.Hanako);

            Assert.Equal(taro, Everywhere.Cells(u, row => row.Contains(Some.Taro)));
            Assert.Empty(Everywhere.Cells(u, row => row.Contains("=" + Some.Hanako)));
            // What outlives her: that an event came, that staff were told of something or spoke with somebody, that her request was answered. None says of whom.
            string[] outlive = ["inbox.", "feed.", "consultation.", "data_request."];
            var left = Everywhere.Cells(u, row => row.Contains(Everywhere.Canary(Some.Hanako))).Where(cell => cell.Contains(Everywhere.Canary(Some.Hanako)));
            Assert.All(left, cell => Assert.True(outlive.Any(table => cell.StartsWith(table, StringComparison.Ordinal)), cell));
            Assert.All(Everywhere.Cells(u, row => row.Contains(Everywhere.Canary(Some.Hanako))).Where(c => c.StartsWith("inbox.raw", StringComparison.Ordinal) || c.StartsWith("consultation.note", StringComparison.Ordinal)), secret => Assert.EndsWith("=", secret));
            Assert.Null(u.Members.KeyIfAny(Some.Hanako));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_value_that_was_copied_away_does_not_open_any_more(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var (key, value) = await test.Database.Writer.Write(u =>
        {
            var known = u.Members.Key(Some.Member(u, Some.Hanako));
            return (known, u.Vault.Seal(known, Fields.MessageBody, "こんにちは"u8));
        });
        await test.Database.Writer.Write(u => Erasing.Everything(u, Some.Hanako));

        Assert.ThrowsAny<Exception>(() => test.Database.Vault.Open(key, Fields.MessageBody, value));
        Assert.Null(test.Database.Reader.Read(u => u.Members.KeyIfAny(Some.Hanako)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erasure_that_was_rolled_back_hurts_nobody(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u => u.Members.Key(Some.Member(u, Some.Hanako)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.Writer.Write(u =>
        {
            Erasing.Everything(u, Some.Hanako);
            throw new InvalidOperationException("a bug after the erasure");
        }));
        Assert.NotNull(test.Database.Reader.Read(u => u.Members.KeyIfAny(Some.Hanako)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hanako_leaves_gets_her_receipt_and_is_greeted_as_a_stranger_afterwards(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Entered(town);
        await Leaves(town, hanako);

        Assert.Contains("受付番号：261124-001", hanako.FromBot[^2].Text);
        Assert.Equal(0, Members(town));
        Assert.Equal("261124-001", town.Database.Reader.Read(u => u.Db.Set<ErasureEntry>().Single().Number));

        await hanako.Says("こんにちは");
        await town.Settles();
        Assert.Contains("はじめまして", hanako.FromBot[^3].Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_receipt_arrives_by_a_push_when_its_reply_cannot(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Entered(town);
        await Leaves(town, hanako, () => town.Line.Faults.Next(Fault.ApiReplyTokenExpired, Reply));
        await town.Passes(TimeSpan.FromSeconds(3));

        Assert.Contains("受付番号", hanako.FromBot[^2].Text);
        Assert.Single(town.Line.Requests, r => r.Path == Push);
        Assert.Equal(0, Members(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Echoes_of_the_time_before_make_nobody_a_member_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Entered(town);
        town.Line.Faults.Sometimes(Fault.WebhookTwice, 1.0, seed: 1);
        await Leaves(town, hanako);
        await hanako.Blocks();
        await town.Settles();
        Assert.Equal(0, Members(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task On_the_page_the_receipt_is_the_last_that_is_shown(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var (member, link) = await town.PageFor();
        var web = new WebPerson(town);
        await web.Opens(link);
        foreach (var words in Town.Welcome) await web.Says(words);
        await web.Says("退会したい");
        await web.Presses("進む");
        await web.Presses("はい、全部消す");
        await web.Sees("受付番号：261124-001");
        Assert.Null(town.Database.Reader.Read(u => u.Members.KeyIfAny(member)));

        await web.Reads();
        await web.Sees("受付番号：261124-001");
        await web.Says("こんにちは");
        await web.Sees("はじめまして");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_left_leaves_again_when_an_older_backup_is_restored(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Entered(town);
        var member = town.Database.Reader.Read(u => u.Db.Members.Single().Id);
        await Leaves(town, hanako);
        await town.Part<KeepErasures>().Keep();

        // As a backup of before the erasure would be: the member is there, the ledger knows nothing.
        await town.Database.Writer.Write(u =>
        {
            u.Db.Set<ErasureEntry>().ExecuteDelete();
            u.Members.FindOrAddByLine(hanako.Id, Some.Noon, () => member);
            u.Members.Key(member);
        });
        await town.Restarts();

        Assert.Equal(0, Members(town));
        Assert.Equal("261124-001", town.Database.Reader.Read(u => u.Db.Set<ErasureEntry>().Single().Number));
    }

    private static async Task<Person> Entered(Town town)
    {
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        foreach (var words in Town.Welcome)
        {
            await hanako.Says(words);
            await town.Settles();
        }
        return hanako;
    }

    private static async Task Leaves(Town town, Person hanako, Action? beforeTheLastTap = null)
    {
        await hanako.Says("退会したい");
        await town.Settles();
        await hanako.Taps("進む");
        await town.Settles();
        beforeTheLastTap?.Invoke();
        await hanako.Taps("はい、全部消す");
        await town.Settles();
    }

    private static int Members(Town town) => town.Database.Reader.Read(u => u.Db.Members.Count() + u.Db.LineUsers.Count() + u.Db.Outbox.Count() + u.Db.Messages.Count());
}
