using System.Text;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.Data;

public sealed class SecrecyTests
{
    private const string Word = "カナリアの秘密のことば";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_value_opens_only_in_its_own_field_and_for_its_own_member(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            var hanako = u.Members.Key(Some.Member(u, Some.Hanako));
            var taro = u.Members.Key(Some.Member(u, Some.Taro));
            var value = u.Vault.Seal(hanako, Fields.MessageBody, "こんにちは"u8);
            Assert.Equal("こんにちは"u8.ToArray(), u.Vault.Open(hanako, Fields.MessageBody, value));
            Assert.Throws<CannotOpen>(() => u.Vault.Open(hanako, Fields.AnswerValue, value));
            Assert.Throws<CannotOpen>(() => u.Vault.Open(taro, Fields.MessageBody, value));
            Assert.Throws<CannotOpen>(() => u.Vault.OpenForSystem(Fields.MessageBody, value));
            for (var i = 0; i < value.Bytes.Length; i++)
            {
                var changed = value.Bytes.ToArray();
                changed[i] ^= 1;
                Assert.Throws<CannotOpen>(() => u.Vault.Open(hanako, Fields.MessageBody, new Sealed(changed)));
            }
            Assert.Throws<CannotOpen>(() => u.Vault.Open(hanako, Fields.MessageBody, new Sealed([])));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wrapped_key_that_is_moved_to_another_member_does_not_open(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            u.Members.Key(Some.Member(u, Some.Hanako));
            u.Members.Key(Some.Member(u, Some.Taro));
            u.Db.Database.ExecuteSql($"UPDATE member_key SET wrapped = (SELECT wrapped FROM member_key WHERE member_id = {Some.Taro})");
        });
        Assert.Throws<CannotOpen>(() => test.Reopen().Reader.Read(u => u.Members.Key(Some.Hanako)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_key_of_whom_another_process_erased_leaves_the_memory_of_this_one(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        using var other = Database.Open(test.Options);
        var time = new FakeTimeProvider(Some.Noon);
        other.ForgetErased(time);
        await test.Database.Writer.Write(u => new[] { Some.Hanako, Some.Taro }.Select(id => u.Members.Key(Some.Member(u, id))).ToList());
        var (gone, here) = other.Reader.Read(u => (u.Members.Key(Some.Hanako), u.Members.Key(Some.Taro)));
        await test.Database.Writer.Write(u => Erasing.Everything(u, Some.Hanako));
        while (IsKnown(gone))
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Run(Thread.Yield, TestContext.Current.CancellationToken);
        }
        Assert.True(IsKnown(here));

        bool IsKnown(MemberKey key)
        {
            try { return other.Vault.Seal(key, Fields.MessageBody, "a"u8).Bytes.Length > 0; }
            catch (ObjectDisposedException) { return false; }
        }
    }

    [Fact]
    public async Task No_word_of_a_person_stands_in_the_files_of_the_database()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        await test.Database.Writer.Write(u => SayItEverywhere(u));
        Assert.Empty(Found());
        test.Close();
        Assert.Empty(Found());

        IEnumerable<string> Found() => Directory.GetFiles(Path.GetDirectoryName(test.SqliteFile)!)
            .Where(file => new[] { Encoding.UTF8, Encoding.Unicode }.Any(e => Bytes(file).AsSpan().IndexOf(e.GetBytes(Word)) >= 0));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_word_of_a_person_stands_in_any_column(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u => SayItEverywhere(u));
        using var db = test.Database.NewDb();
        Assert.DoesNotContain(Encoding.UTF8.GetBytes(Word), new[]
        {
            db.Messages.Single().Body!.Value.Bytes,
            db.Answers.Single().Value!.Value.Bytes,
            db.Conversations.Single().Body.Bytes,
            db.Inbox.Single().Raw!.Value.Bytes,
            db.Outbox.Single().Body.Bytes,
            db.Outbox.Single().ReplyToken!.Value.Bytes,
        });
    }

    private static void SayItEverywhere(Unit u)
    {
        var key = u.Members.Key(Some.Member(u, Some.Hanako));
        u.Inbox.Accept(Some.Event("e1", Some.Hanako) with { Raw = Encoding.UTF8.GetBytes(Word) });
        u.Messages.Add(Some.Words(u, "e1", Some.Hanako, Word));
        u.Answers.Add(Some.Hanako, "inventory@1", "name", new AnswerValue.Written(Word), Some.Noon, null, null, "person", key);
        u.Conversations.Save(Some.Hanako, new Conversation(1, Owner.Bot, 0, [Some.Session("s") with { Picked = [Word] }]), 0, key);
        u.Outbox.Add(Some.Reply("e1", Some.Hanako) with { Body = Encoding.UTF8.GetBytes(Word), ReplyToken = Word }, "node", Some.At(30));
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
