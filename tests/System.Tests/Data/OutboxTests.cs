using System.Text;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Data;

public sealed class OutboxTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_first_reply_is_sent_at_once_and_the_second_waits_behind_it(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            var first = u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30))!;
            var second = u.Outbox.Add(Some.Reply("e2", Some.Hanako), "node-a", Some.At(30))!;
            Assert.Equal((OutboxState.Sending, 1, 1), (first.State, first.Attempts, first.Fence));
            Assert.Equal((OutboxState.Pending, 0, 0), (second.State, second.Attempts, second.Fence));

            Assert.Null(u.Outbox.Claim(Some.Hanako, "node-b", Some.At(29), Some.At(60)));
            Assert.Empty(u.Outbox.MembersDue(Some.At(29), 10));
            Assert.True(u.Outbox.Finish(first.Seq, first.Fence, OutboxState.Sent, "req-1", null, Some.At(2)));

            Assert.Equal([Some.Hanako], u.Outbox.MembersDue(Some.At(2), 10));
            var claimed = u.Outbox.Claim(Some.Hanako, "node-b", Some.At(2), Some.At(32))!;
            Assert.Equal(second.Seq, claimed.Seq);
            Assert.Equal(("token of e2", "reply to e2"), (claimed.ReplyToken, Encoding.UTF8.GetString(claimed.Body)));
            Assert.Equal((1, 1, false, Some.At(2)), (claimed.Attempts, claimed.Fence, claimed.Ambiguous, claimed.FirstTryAt!.Value));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_turn_taken_again_does_not_say_it_again(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Assert.NotNull(u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30)));
            Assert.Null(u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30)));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_a_lease_runs_out_another_node_takes_over_and_the_first_cannot_finish(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            var mine = u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30))!;
            Assert.Equal(Some.At(30), u.Outbox.NextDue());
            var taken = u.Outbox.Claim(Some.Hanako, "node-b", Some.At(30), Some.At(60))!;
            Assert.Equal((true, 2, 2, Some.Noon), (taken.Ambiguous, taken.Fence, taken.Attempts, taken.FirstTryAt!.Value));

            Assert.False(u.Outbox.Finish(mine.Seq, mine.Fence, OutboxState.Sent, null, null, Some.At(31)));
            Assert.False(u.Outbox.TryAgain(mine.Seq, mine.Fence, Some.At(40), false, OutboxKind.Push, null));
            Assert.True(u.Outbox.Finish(taken.Seq, taken.Fence, OutboxState.AssumedSent, null, "token used", Some.At(31)));
            Assert.Null(u.Outbox.NextDue());
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_process_that_starts_alone_takes_up_what_was_being_sent(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Some.Member(u, Some.Taro);
            u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30));
            u.Outbox.Add(Some.Reply("e2", Some.Taro), null, Some.At(30));
            Assert.Equal(1, u.Outbox.EndLeases(Some.At(5)));
            Assert.Equal([Some.Taro, Some.Hanako], u.Outbox.MembersDue(Some.At(5), 10));
            Assert.True(u.Outbox.Claim(Some.Hanako, "node-a", Some.At(5), Some.At(35))!.Ambiguous);
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task While_a_row_waits_to_be_tried_again_no_younger_one_overtakes_it(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            var first = u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30))!;
            u.Outbox.Add(Some.Reply("e2", Some.Hanako), "node-a", Some.At(30));
            Assert.True(u.Outbox.TryAgain(first.Seq, first.Fence, Some.At(10), ambiguous: true, OutboxKind.Push, "timed out"));

            Assert.Null(u.Outbox.Claim(Some.Hanako, "node-a", Some.At(9), Some.At(39)));
            var again = u.Outbox.Claim(Some.Hanako, "node-a", Some.At(10), Some.At(40))!;
            Assert.Equal((first.Seq, OutboxKind.Push, true, "timed out"), (again.Seq, again.Kind, again.Ambiguous, again.Reason));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_held_reply_blocks_nothing_and_is_remembered_until_it_is_said_again(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            var row = u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30))!;
            Assert.False(u.Outbox.HasHeld(Some.Hanako));
            u.Outbox.Finish(row.Seq, row.Fence, OutboxState.Held, null, "timed out", Some.At(3));
            Assert.True(u.Outbox.HasHeld(Some.Hanako));
            Assert.Equal(OutboxState.Sending, u.Outbox.Add(Some.Reply("e2", Some.Hanako), "node-a", Some.At(30))!.State);
            u.Outbox.ClearHeld(Some.Hanako);
            Assert.False(u.Outbox.HasHeld(Some.Hanako));
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_finished_row_keeps_no_reply_token(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            var row = u.Outbox.Add(Some.Reply("e1", Some.Hanako), "node-a", Some.At(30))!;
            Assert.NotNull(u.Db.Outbox.Single().ReplyToken);
            u.Outbox.Finish(row.Seq, row.Fence, OutboxState.Sent, null, null, Some.At(3));
            Assert.Null(u.Db.Outbox.Select(o => o.ReplyToken).Single());
        });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_does_not_send_leaves_it_to_the_bot(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            Some.Member(u, Some.Hanako);
            Assert.Equal(OutboxState.Pending, u.Outbox.Add(Some.Reply("staff-1", Some.Hanako), node: null, Some.Noon)!.State);
            Assert.Equal([Some.Hanako], u.Outbox.MembersDue(Some.Noon, 10));
        });
    }

    [Fact]
    public void A_retry_key_is_the_same_for_the_same_effect_and_for_no_other()
    {
        Assert.Equal(RetryKeys.From("e1", 0), RetryKeys.From("e1", 0));
        Assert.Equal(4, new[] { RetryKeys.From("e1", 0), RetryKeys.From("e1", 1), RetryKeys.From("e11", 0), RetryKeys.From("e", 10) }.Distinct().Count());
        Assert.Equal('8', RetryKeys.From("e1", 0).ToString()[14]);
    }
}
