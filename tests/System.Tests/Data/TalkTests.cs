using System.Text;
using Concierge.Core.Conversations;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Data;

public sealed class TalkTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_conversation_comes_back_as_it_was_saved(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var saved = new Conversation(1, Owner.Staff, 3, [Some.Session("s1"), Some.Session("s2") with { Step = null, Questionnaire = null }]);
        await test.Database.Writer.Write(u =>
        {
            var key = u.Members.Key(Some.Member(u, Some.Hanako));
            Assert.Equal(Conversation.New, u.Conversations.Read(Some.Hanako, key));
            u.Conversations.Save(Some.Hanako, saved, 0, key);
        });
        var read = test.Reopen().Reader.Read(u => u.Conversations.Read(Some.Hanako, u.Members.Key(Some.Hanako)));
        Assert.Equivalent(saved, read, strict: true);
        Assert.Equal(3, test.Database.Reader.Epoch(Some.Hanako));
        Assert.Equal(0, test.Database.Reader.Epoch("nobody"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_turns_that_read_the_same_revision_the_second_is_taken_again(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            var key = u.Members.Key(Some.Member(u, Some.Hanako));
            u.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 1 }, 0, key);
            Assert.Throws<Conflict>(() => u.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 1 }, 0, key));
            u.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 2 }, 1, key);
            Assert.Throws<Conflict>(() => u.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 2 }, 1, key));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_staff_take_over_a_turn_under_way_is_taken_again(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            var key = u.Members.Key(Some.Member(u, Some.Hanako));
            u.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 1 }, 0, key);
            Assert.True(u.Conversations.ChangeOwner(Some.Hanako, Owner.Staff, expectedEpoch: 0));
            Assert.False(u.Conversations.ChangeOwner(Some.Hanako, Owner.Bot, expectedEpoch: 0));
            Assert.Throws<Conflict>(() => u.Conversations.Save(Some.Hanako, Conversation.New with { Revision = 2 }, 1, key));
            Assert.Equal((Owner.Staff, 1), (u.Conversations.Read(Some.Hanako, key).Owner, u.Conversations.Epoch(Some.Hanako)));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_page_reads_on_from_where_it_was(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Some.Member(u, Some.Taro);
            u.Messages.Add(Some.Words(u, "e1", Some.Hanako, "一"));
            u.Messages.Add(Some.Words(u, "e1", Some.Taro, "ほか"));
            u.Messages.Add(Some.Words(u, "e1", Some.Hanako, "二") with { Place = 1, From = Speaker.Bot, Channel = Channel.Web });
            var all = u.Messages.After(Some.Hanako, 0, 10);
            Assert.Equal([0, 1], all.Select(m => m.Place));
            Assert.Equal((all[1].Seq, Speaker.Bot, Channel.Web), u.Messages.After(Some.Hanako, all[0].Seq, 10).Select(m => (m.Seq, m.From, m.Channel)).Single());
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_unsend_that_comes_before_its_message_is_remembered(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Some.Member(u, Some.Taro);
            u.Messages.Tombstone(Some.Hanako, "line-1", Some.Noon);
            u.Messages.Tombstone(Some.Hanako, "line-1", Some.At(1));
            Assert.Equal(0, u.Messages.Blank(Some.Hanako, "line-1"));
            Assert.True(u.Messages.IsUnsent(Some.Hanako, "line-1"));
            Assert.False(u.Messages.IsUnsent(Some.Taro, "line-1"));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_unsent_message_keeps_its_place_and_loses_its_words(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            u.Messages.Add(Some.Words(u, "e1", Some.Hanako, "ひみつ", "line-1"));
            u.Messages.Add(Some.Words(u, "e2", Some.Hanako, "ふつう", "line-2"));
            Assert.Equal(1, u.Messages.Blank(Some.Hanako, "line-1"));
            Assert.Equal([true, false], u.Messages.After(Some.Hanako, 0, 10).Select(m => m.Body is null));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_a_correction_is_unsent_the_earlier_answer_counts_again(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            var key = u.Members.Key(Some.Member(u, Some.Hanako));
            u.Answers.Add(Some.Hanako, "inventory@1", "name", new AnswerValue.Written("花子"), Some.Noon, null, "line-1", "person", key);
            var first = u.Answers.Of(Some.Hanako, key)[0].Id;
            u.Answers.Add(Some.Hanako, "inventory@1", "work", new AnswerValue.Chosen(["a", "b"]), Some.Noon, null, null, "person", key);
            u.Answers.Add(Some.Hanako, "inventory@1", "name", new AnswerValue.Skipped(), Some.At(1), first, "line-2", "person", key);
            Assert.Equal(1, u.Answers.BlankFrom(Some.Hanako, "line-2"));
            Assert.Equal(0, u.Answers.BlankFrom(Some.Hanako, "line-2"));

            var answers = u.Answers.Of(Some.Hanako, key);
            Assert.Equal(["name", "work"], answers.Select(a => a.Question));
            Assert.Equal(new AnswerValue.Written("花子"), answers[0].Value);
            Assert.Equal(new AnswerValue.Chosen(["a", "b"]), answers[1].Value);
            Assert.Equal(Some.Noon, answers[0].At);
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_follow_and_block_the_latest_counts_in_whatever_order_they_arrive(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Assert.True(u.Members.Reachable(Some.Hanako));
            u.Members.SetReachable(Some.Hanako, false, Some.At(5));
            u.Members.SetReachable(Some.Hanako, true, Some.At(4));
            Assert.False(u.Members.Reachable(Some.Hanako));
            u.Members.SetReachable(Some.Hanako, true, Some.At(6));
            Assert.True(u.Members.Reachable(Some.Hanako));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_person_on_LINE_is_one_member_and_a_visitor_has_no_line(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Assert.Equal("m1", u.Members.FindOrAddByLine("U1", Some.Noon, () => "m1"));
            Assert.Equal("m1", u.Members.FindOrAddByLine("U1", Some.Noon, () => "m2"));
            Assert.Equal("U1", u.Members.LineUserId("m1"));
            Assert.Null(u.Members.LineUserId(u.Members.AddAnonymous(Some.Noon, () => "m3")));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_link_is_opened_first_by_one_and_is_no_key_when_it_is_too_old(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            var hash = Encoding.UTF8.GetBytes("hash");
            u.PageLinks.Add(hash, Some.Hanako, "Conversation", Some.At(1800));
            Assert.Equal(new OpenedLink(Some.Hanako, "Conversation", FirstTime: true), u.PageLinks.Open(hash, Some.At(1)));
            Assert.Equal(new OpenedLink(Some.Hanako, "Conversation", FirstTime: false), u.PageLinks.Open(hash, Some.At(2)));
            Assert.Equal(new OpenedLink(Some.Hanako, "Conversation", FirstTime: false), u.PageLinks.Open(hash, Some.At(1800)));
            Assert.Null(u.PageLinks.Open([1], Some.At(1)));

            u.PageSessions.Add(hash, Some.Hanako, Some.At(60));
            Assert.Equal(Some.Hanako, u.PageSessions.Find(hash, Some.At(59)));
            Assert.Null(u.PageSessions.Find(hash, Some.At(60)));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_bell_rings_when_another_process_commits(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        using var other = Database.Open(test.Options);
        var heard = new SemaphoreSlim(0);
        var bell = test.Database.Bell;
        // As in a host that is slow to start: whoever listens first hears the ring on connecting, however late that is.
        await other.Writer.Write(u => u.Feed.Add(Some.Noon, "kind", null, null));
        bell.Rang += () => heard.Release();
        Assert.True(await heard.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), "on connecting");
        await other.Writer.Write(u => u.Feed.Add(Some.Noon, "kind", null, null));
        Assert.True(await heard.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), "on the other's commit");
    }
}
