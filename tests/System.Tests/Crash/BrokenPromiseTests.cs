using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>The judge can say no: a history in which one thing was falsified is found out, and for that reason.</summary>
public sealed class BrokenPromiseTests
{
    private const string First = "1", Second = "2";

    /// <summary>Hanako did two things, and both went well.</summary>
    private static readonly History Good = new(
        [new(First, "花子"), new(Second, "花子")],
        [Said(First), Said(Second)],
        [new(First, InboxState.Done), new(Second, InboxState.Done)],
        [new(First, Speaker.Person, 0), new(First, Speaker.Bot, 1), new(Second, Speaker.Person, 0), new(Second, Speaker.Bot, 1)],
        [Sent(First), Sent(Second)]);

    [Fact]
    public void A_history_in_which_all_went_well_breaks_nothing() => Assert.Empty(Promise.Broken(Good));

    [Fact]
    public void An_event_that_never_came_in_is_lost() =>
        Finds(Good with { Inbox = Good.Inbox.Take(1).ToList() }, Second, "not in the inbox");

    [Fact]
    public void An_event_that_was_given_up_is_lost() =>
        Finds(Good with { Inbox = [Good.Inbox[0], new(Second, InboxState.Parked)] }, Second, "ended as Parked");

    [Fact]
    public void An_event_that_is_done_without_effect_is_lost() =>
        Finds(Good with { Messages = Good.Messages.Where(row => row.EventId != Second).ToList() }, Second, "message is not stored");

    [Fact]
    public void An_event_that_nobody_meant_to_answer_is_lost() =>
        Finds(Good with { Outbox = [Sent(First)], Calls = [Said(First)] }, Second, "no answer was decided");

    [Fact]
    public void A_second_press_of_the_same_button_may_be_met_with_silence() =>
        Assert.Empty(Promise.Broken(Good with { Events = [Good.Events[0], new(Second, "花子", Again: true)], Outbox = [Sent(First)], Calls = [Said(First)] }));

    [Fact]
    public void An_event_that_came_twice_and_was_taken_twice_is_found() =>
        Finds(Good with { Messages = [.. Good.Messages, new(Second, Speaker.Person, 0)] }, Second, "taken twice");

    [Fact]
    public void An_event_that_stands_twice_in_the_inbox_is_found() =>
        Finds(Good with { Inbox = [.. Good.Inbox, Good.Inbox[1]] }, Second, "twice in the inbox");

    [Fact]
    public void Events_taken_in_the_wrong_order_are_found() =>
        Finds(Good with { Messages = [.. Good.Messages.Skip(2), .. Good.Messages.Take(2)] }, First, "taken after a later one");

    [Fact]
    public void Answers_in_the_wrong_order_are_found() =>
        Finds(Good with { Calls = [Said(Second), Said(First)] }, First, "answered after a later one");

    [Fact]
    public void The_order_of_different_people_is_free() =>
        Assert.Empty(Promise.Broken(Good with { Events = [Good.Events[0], new(Second, "太郎")], Calls = [Said(Second), Said(First)] }));

    [Fact]
    public void A_reply_that_was_then_pushed_too_is_said_twice() =>
        Finds(Good with { Calls = [.. Good.Calls, Said(Second, OutboxKind.Push)] }, Second, "answered twice");

    [Fact]
    public void Something_that_was_said_without_a_reason_is_found() =>
        Finds(Good with { Calls = [.. Good.Calls, new(null, OutboxKind.Push, Done: true, Told: true)] }, "?", "answers nothing");

    [Fact]
    public void A_push_that_nobody_saw_is_found() =>
        Finds(Silent(Lost(Second), Sent(Second) with { Kind = OutboxKind.Push }), Second, "never seen");

    [Fact]
    public void A_reply_that_counts_as_sent_and_was_not_is_found() =>
        Finds(Silent(Lost(Second), Sent(Second)), Second, "counts as sent");

    [Fact]
    public void A_silence_without_a_lost_answer_is_found() =>
        Finds(Silent(new(Second, OutboxKind.Reply, Done: false, Told: true), Held), Second, "silent (Held)");

    [Fact]
    public void A_silence_after_a_lost_answer_is_what_we_promise() =>
        Assert.Empty(Promise.Broken(Silent(Lost(Second), Held)));

    [Fact]
    public void A_silence_after_a_kill_is_what_we_promise() =>
        Assert.Empty(Promise.Broken(Silent(null, Held) with { Events = [Good.Events[0], Good.Events[1] with { AtAKill = true }] }));

    private static readonly StoredReply Held = new(Second, OutboxKind.Reply, OutboxState.Held);

    private static History Silent(Call? call, StoredReply row) =>
        Good with { Calls = call is null ? [Said(First)] : [Said(First), call], Outbox = [Sent(First), row] };

    private static void Finds(History history, string eventId, string what)
    {
        var breach = Assert.Single(Promise.Broken(history));
        Assert.Equal(eventId, breach.EventId);
        Assert.Contains(what, breach.What);
    }

    private static Call Said(string id, string via = OutboxKind.Reply) => new(id, via, Done: true, Told: true);

    private static Call Lost(string id) => new(id, OutboxKind.Reply, Done: false, Told: false);

    private static StoredReply Sent(string id) => new(id, OutboxKind.Reply, OutboxState.Sent);
}
