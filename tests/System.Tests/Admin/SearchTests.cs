using System.Text;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Staff look for what somebody said, and for people.</summary>
public sealed class SearchTests
{
    private const string Talk = "/api/v1/searches/messages", People = "/api/v1/searches/members", Said = "先週ころんで、ひざを打ちました";

    public static TheoryData<DatabaseProvider, bool> Both => [.. Databases.All.SelectMany(on => new[] { (on.Data, true), (on.Data, false) })];

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_said_is_found_at_once_and_when_it_is_indexed_and_the_look_is_written_down(DatabaseProvider provider, bool indexed)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await Says(desk, Some.Taro, "t1", "庭の草を取りたい");
        await Says(desk, Some.Hanako, "h1", Said);
        await Says(desk, Some.Hanako, "h2", "ヒザはよくなりました");
        if (indexed) await Indexes(desk);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);

        Assert.Equal(["ヒザはよくなりました", Said], await Finds(desk, sato, "ひざ"));
        Assert.Equal([Said], await Finds(desk, sato, "ひざ 先週"));
        Assert.Equal([Said], await Finds(desk, sato, "週"));
        Assert.Equal(["庭の草を取りたい"], await Finds(desk, sato, "庭"));
        Assert.Empty(await Finds(desk, sato, "ひざ 草"));
        Assert.Empty(await Finds(desk, sato, "打ちひざ"));
        Assert.Equal(6, desk.Trail("searches/messages").Count);
        Assert.Equal(3, desk.Trail("conversation/" + Some.Hanako).Count);
        Assert.DoesNotContain("ひざ", string.Join('\n', desk.Database.Reader.Read(unit => unit.Db.Set<AuditEntry>().Select(entry => entry.Target + entry.Fields).ToList())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_word_that_many_say_is_read_part_by_part_to_the_first_time_it_was_said(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        for (var i = 0; i < 70; i++) await Says(desk, Some.Hanako, $"h{i}", $"予約{i}番");
        await Indexes(desk);
        for (var i = 70; i < 75; i++) await Says(desk, Some.Hanako, $"h{i}", $"予約{i}番");
        var (token, all, cursor) = (await desk.Token(Role.Secretariat), new List<string>(), (string?)null);
        do
        {
            var part = await Searches(desk, token, Talk, new { words = "予約", limit = 20, cursor });
            all.AddRange(part.Items.Select(Text));
            cursor = part.Next;
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Range(0, 75).Reverse().Select(i => $"予約{i}番"), all);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_taken_back_or_erased_is_not_found_and_nothing_of_it_stays_in_the_index(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await Says(desk, Some.Hanako, "h1", Said);
        await Says(desk, Some.Taro, "t1", "ひざが痛い");
        await Says(desk, Some.Taro, "t2", "また来ます");
        await Indexes(desk);
        var token = await desk.Token(Role.Desk);
        Assert.Equal(2, (await Finds(desk, token, "ひざ")).Count);

        await desk.Database.Writer.Write(unit => unit.Messages.Blank(Some.Taro, "t1"));
        await desk.Database.Writer.Write(unit => Erasing.Everything(unit, Some.Hanako));
        Assert.Empty(await Finds(desk, token, "ひざ"));
        await Indexes(desk);
        Assert.Empty(await Finds(desk, token, "ひざ"));
        Assert.Equal(["また来ます"], await Finds(desk, token, "来"));
        // また来ます: four letters, of which one stands there twice, and four pairs.
        Assert.Equal(8, Grams(desk));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_is_erased_while_their_words_are_being_indexed_is_not_in_the_index(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await Says(desk, Some.Hanako, "h1", Said);
        using var read = new ManualResetEventSlim();
        var erased = desk.Database.Writer.Write(unit =>
        {
            read.Wait(TestContext.Current.CancellationToken);
            Erasing.Everything(unit, Some.Hanako);
        });
        // It has read what is there by the time it first waits, and it waits for the one above.
        var indexed = Indexes(desk);
        read.Set();
        await erased;
        await indexed;
        Assert.Equal(0, Grams(desk));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_visitor_said_is_found_under_the_member_that_they_became(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => unit.Members.AddAnonymous(Some.Noon, () => "m-visitor"));
        await Says(desk, "m-visitor", "v1", Said);
        await desk.Database.Writer.Write(unit => Contacts.Keep(unit, "m-visitor", new Contact("山田 花子", "04-7167-1111"), "sato", Some.Noon));
        await Indexes(desk);
        await desk.Database.Writer.Write(unit => Joining.Into(unit, "m-visitor", Some.Hanako, Some.Noon));
        var token = await desk.Token(Role.Desk);
        Assert.Equal(Some.Hanako, Assert.Single((await Searches(desk, token, Talk, new { words = "ひざ" })).Items).GetProperty("member").GetString());
        Assert.Equal(Some.Hanako, Assert.Single((await Searches(desk, token, People, new { words = "山田" })).Items).GetProperty("member").GetProperty("id").GetString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task People_are_found_by_a_part_of_their_name_or_number_until_they_leave(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Database.Writer.Write(unit =>
            Contacts.Keep(unit, unit.Members.AddAnonymous(Some.Noon, () => "m-yoshida"), new Contact("𠮷田 ハナコ", "04-7167-1111"), "sato", Some.Noon));
        var token = await desk.Token(Role.Desk);
        string[] known = ["𠮷", "はなこ", "71671111", "田", "𠮷田 7167"];
        foreach (var words in known) Assert.Equal("𠮷田 ハナコ", Assert.Single((await Searches(desk, token, People, new { words })).Items).GetProperty("name").GetString());
        foreach (var words in new[] { "花子", "71672", "𠮷田 次郎" }) Assert.Empty((await Searches(desk, token, People, new { words })).Items);

        await desk.Database.Writer.Write(unit => Erasing.Everything(unit, "m-yoshida"));
        foreach (var words in known) Assert.Empty((await Searches(desk, token, People, new { words })).Items);
        Assert.Equal(0, desk.Database.Reader.Read(unit => unit.Db.Set<MemberGramEntry>().Count()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_master_key_keeps_both_findable(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(unit =>
        {
            Keep(unit, Some.Hanako, "h1", Said, Channel.Line);
            Contacts.Keep(unit, Some.Hanako, new Contact("山田 花子", null), "sato", Some.Noon);
        });
        await MessageIndex.CatchUp(test.Database, TestContext.Current.CancellationToken, fewest: 1);
        var next = test.Options with { MasterKeyFile = test.Options.MasterKeyFile + ".next" };
        await test.Database.RotateTo(next.MasterKeyFile);
        test.Close();
        using var rotated = Database.Open(next);
        await MessageIndex.CatchUp(rotated, TestContext.Current.CancellationToken, fewest: 1);
        Assert.Equal(1, rotated.Reader.Read(unit => new MessageSearch(unit, Core.Search.SearchWords.Of("ひざ")!, withBot: false).Before(long.MaxValue).Count()));
        Assert.Equal("山田 花子", Assert.Single(rotated.Reader.Read(unit => MemberIndex.Find(unit, Core.Search.SearchWords.Of("花子")!, null).ToList())).Contact.Name);
    }

    [Fact]
    public async Task What_staff_may_not_read_they_do_not_find_and_what_the_concierge_says_only_when_they_want_it()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako(letsStaffSee: false);
        await Indexes(desk);
        var token = await desk.Token(Role.Desk);
        Assert.Empty((await Searches(desk, token, Talk, new { words = "canary", withBot = true })).Items);

        await desk.Database.Writer.Write(unit => unit.Consents.Add(Some.Hanako, new Consent(Purpose.Staff, "share@1/consent_staff", true, Some.Noon, Consents.Member)));
        Assert.Equal([Admin.People.SaidOnPage, Admin.People.SaidOnLine], await Finds(desk, token, "canary"));
        Assert.Equal(4, (await Searches(desk, token, Talk, new { words = "canary", withBot = true })).Items.Count);
    }

    [Fact]
    public async Task Who_may_not_read_may_not_search()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        foreach (var role in new[] { Role.Partner, Role.Research, Role.Auditor, Role.Administrator })
            foreach (var path in new[] { Talk, People })
                Assert.Equal(403, (await Searches(desk, await desk.Token(role, role == Role.Partner ? "柏の葉" : null), path, new { words = "canary" })).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"words":"。"}""")]
    [InlineData("""{"words":"a","limit":201}""")]
    [InlineData("""{"words":"a","cursor":"x"}""")]
    [InlineData("""{"words":"a","speaker":"bot"}""")]
    public async Task What_cannot_be_searched_for_is_said(string body)
    {
        await using var desk = await Desk.Opens();
        Assert.Equal(400, (await desk.Sends(HttpMethod.Post, Talk, await desk.Token(Role.Desk), body)).Status);
    }

    [Fact]
    public async Task Nothing_readable_stands_in_the_file()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        await test.Database.Writer.Write(unit =>
        {
            Keep(unit, Some.Hanako, "h1", Said, Channel.Line);
            Contacts.Keep(unit, Some.Hanako, new Contact("山田 花子", "04-7167-1111"), "sato", Some.Noon);
        });
        await MessageIndex.CatchUp(test.Database, TestContext.Current.CancellationToken, fewest: 1);
        test.Close();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(test.SqliteFile)!, "concierge.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var words in new[] { "ひざ", "山田", "71671111", "7167-1111" }) Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)));
        }
    }

    private static Task Says(Desk desk, string member, string eventId, string words) => desk.Database.Writer.Write(unit => Keep(unit, member, eventId, words, Channel.Line));

    /// <summary>Somebody who lets staff see it.</summary>
    private static void Keep(Unit unit, string member, string eventId, string words, Channel channel)
    {
        if (!unit.Members.Exists(member)) unit.Consents.Add(Some.Member(unit, member), new Consent(Purpose.Staff, "share@1/consent_staff", true, Some.Noon, Consents.Member));
        var key = unit.Members.Key(member);
        var body = StoredMessage.Of(new Incoming.Words(words, eventId) { At = Some.Noon, Channel = channel });
        unit.Messages.Add(new MessageRow(0, member, Some.Noon, Speaker.Person, channel, eventId, 0, eventId, 0, unit.Vault.Seal(key, Fields.MessageBody, body)));
    }

    /// <summary>As the bot does it, however few there are.</summary>
    private static Task Indexes(Desk desk) => MessageIndex.CatchUp(desk.Database, TestContext.Current.CancellationToken, fewest: 1);

    private static int Grams(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<MessageGramEntry>().Count());

    private static Task<Answered> Searches(Desk desk, string token, string path, object wanted) => desk.Sends(HttpMethod.Post, path, token, JsonSerializer.Serialize(wanted));

    private static async Task<IReadOnlyList<string>> Finds(Desk desk, string token, string words) => [.. (await Searches(desk, token, Talk, new { words })).Items.Select(Text)];

    private static string Text(JsonElement found) => found.GetProperty("message").GetProperty("text").GetString()!;
}
