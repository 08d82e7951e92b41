using System.Text;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Data;

public sealed class InboxTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_webhook_delivered_twice_is_accepted_once(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var accepted = new List<bool>();
        for (var i = 0; i < 2; i++) accepted.Add(await test.Database.Writer.Write(u => u.Inbox.Accept(Some.Event("e1", Some.Member(u, Some.Hanako)))));
        Assert.Equal([true, false], accepted);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Events_are_worked_on_in_the_order_of_their_own_time(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var order = await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            u.Inbox.Accept(Some.Event("later", Some.Hanako, at: 2));
            u.Inbox.Accept(Some.Event("sooner", Some.Hanako, at: 1));
            var first = u.Inbox.Next(Some.Hanako, Some.At(9))!;
            u.Inbox.Done(first.Seq, Some.At(9));
            var second = u.Inbox.Next(Some.Hanako, Some.At(9))!;
            return new[] { first.EventId, Encoding.UTF8.GetString(first.Raw), second.EventId };
        });
        Assert.Equal(["sooner", "raw of sooner", "later"], order);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task While_the_oldest_event_waits_to_be_tried_again_no_later_one_overtakes_it(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Some.Member(u, Some.Taro);
            u.Inbox.Accept(Some.Event("h1", Some.Hanako, at: 1));
            u.Inbox.Accept(Some.Event("h2", Some.Hanako, at: 2));
            u.Inbox.Accept(Some.Event("t1", Some.Taro, at: 3));
            u.Inbox.TryAgain(u.Inbox.Next(Some.Hanako, Some.At(5))!.Seq, 1, Some.At(60), "boom");

            Assert.Null(u.Inbox.Next(Some.Hanako, Some.At(59)));
            Assert.Equal([Some.Taro], u.Inbox.MembersWaiting(Some.At(59), 10));
            Assert.Equal(Some.At(3), u.Inbox.NextDue());
            var again = u.Inbox.Next(Some.Hanako, Some.At(60))!;
            Assert.Equal(("h1", 1), (again.EventId, again.Attempts));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_parked_event_lets_the_next_one_go_on_and_can_be_replayed(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            u.Inbox.Accept(Some.Event("bad", Some.Hanako, at: 1));
            u.Inbox.Accept(Some.Event("good", Some.Hanako, at: 2));
            var bad = u.Inbox.Next(Some.Hanako, Some.At(5))!;
            u.Inbox.Park(bad.Seq, "boom");
            Assert.Equal("good", u.Inbox.Next(Some.Hanako, Some.At(5))!.EventId);

            Assert.True(u.Inbox.Replay(bad.Seq, Some.At(6)));
            Assert.Equal("raw of bad", Encoding.UTF8.GetString(u.Inbox.Next(Some.Hanako, Some.At(6))!.Raw));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_event_of_nobody_is_kept_but_waits_for_no_one(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Assert.True(u.Inbox.Accept(Some.Event("x", Some.Hanako) with { MemberId = null }));
            Assert.Empty(u.Inbox.MembersWaiting(Some.At(9), 10));
            Assert.Null(u.Inbox.NextDue());
            Assert.Equal((InboxState.Parked, "no-member"), u.Db.Inbox.Select(i => new ValueTuple<InboxState, string?>(i.State, i.ErrorCode)).Single());
        });
    }
}
