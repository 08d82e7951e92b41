using Concierge.Bot.Line;
using Concierge.Bot.Workers;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>What an outcome means: pushes exactly once; replies never twice, silent at most as often as an answer was lost.</summary>
public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reply_that_was_delivered_is_over() =>
        Assert.Equal(OutboxState.Sent, State(After(Reply(), new Sending.Delivered("r1"))));

    [Fact]
    public void A_reply_refused_at_the_first_try_is_pushed()
    {
        var again = Again(After(Reply(), new Sending.Refused("400")));
        Assert.Equal((OutboxKind.Push, Now), (again.Kind, again.At));
    }

    [Fact]
    public void A_reply_refused_after_a_lost_answer_counts_as_said() =>
        Assert.Equal(OutboxState.AssumedSent, State(After(Reply(ambiguous: true), new Sending.Refused("400"))));

    [Fact]
    public void A_reply_refused_after_its_token_has_run_out_may_never_have_been_said() =>
        Assert.Equal(OutboxState.Held, State(After(Reply(ambiguous: true, age: 56), new Sending.Refused("400"))));

    [Fact]
    public void What_must_arrive_is_pushed_then() =>
        Assert.Equal(OutboxKind.Push, Again(After(Reply(ambiguous: true, critical: true, age: 56), new Sending.Refused("400"))).Kind);

    [Fact]
    public void A_reply_whose_answer_was_lost_is_tried_again_with_its_token()
    {
        var again = Again(After(Reply(), new Sending.Unknown("timeout")));
        Assert.Equal((OutboxKind.Reply, true), (again.Kind, again.Ambiguous));
    }

    [Fact]
    public void A_reply_whose_answer_was_lost_is_never_pushed_but_held_when_the_token_runs_out() =>
        Assert.Equal(OutboxState.Held, State(After(Reply(age: 54), new Sending.Unknown("timeout"))));

    [Fact]
    public void Only_what_must_arrive_is_pushed_after_a_lost_answer() =>
        Assert.Equal(OutboxKind.Push, Again(After(Reply(age: 54, critical: true), new Sending.Unknown("timeout"))).Kind);

    [Fact]
    public void A_reply_that_certainly_never_reached_LINE_is_pushed_when_the_token_has_run_out() =>
        Assert.Equal(OutboxKind.Push, Again(After(Reply(age: 54), new Sending.TryAgain(TimeSpan.FromSeconds(5), "429", true))).Kind);

    [Fact]
    public void A_reply_that_was_ambiguous_once_stays_so() =>
        Assert.Equal(OutboxState.Held, State(After(Reply(age: 54, ambiguous: true), new Sending.TryAgain(TimeSpan.FromSeconds(5), "429", true))));

    [Fact]
    public void A_push_whose_answer_was_lost_is_tried_again_for_its_key_makes_that_harmless() =>
        Assert.Equal(OutboxKind.Push, Again(After(Push(), new Sending.Unknown("timeout"))).Kind);

    [Fact]
    public void A_push_that_is_refused_is_over() =>
        Assert.Equal(OutboxState.Refused, State(After(Push(), new Sending.Refused("quota"))));

    [Fact]
    public void Waits_grow_and_end_at_ten_minutes()
    {
        var waits = Enumerable.Range(1, 20).Select(n => Again(After(Push() with { Attempts = n }, new Sending.Unknown("500"))).At - Now).ToArray();
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[^1], TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public void What_is_too_late_is_not_sent() =>
        Assert.Equal(OutboxState.Expired, Before(Push() with { ExpiresAt = Now })!.State);

    [Fact]
    public void A_reply_that_may_have_been_said_and_is_too_late_is_held() =>
        Assert.Equal(OutboxState.Held, Before(Reply(ambiguous: true) with { ExpiresAt = Now })!.State);

    [Fact]
    public void What_the_bot_decided_before_staff_took_over_is_not_said() =>
        Assert.Equal(OutboxState.Superseded, Delivery.Before(Reply(), Now, epoch: 1, reachable: true)!.State);

    [Fact]
    public void What_must_arrive_is_said_though_staff_have_taken_over_since() =>
        Assert.Null(Delivery.Before(Reply(critical: true), Now, epoch: 1, reachable: true));

    [Fact]
    public void Nobody_who_has_blocked_us_is_pushed_to() =>
        Assert.Equal(OutboxState.Blocked, Delivery.Before(Push(), Now, epoch: 0, reachable: false)!.State);

    [Fact]
    public void After_23_hours_people_decide_for_the_same_key_would_send_again()
    {
        var old = Push() with { FirstTryAt = Now - TimeSpan.FromHours(23), ExpiresAt = Now + TimeSpan.FromDays(1) };
        Assert.Equal(OutboxState.Review, Before(old)!.State);
        Assert.Null(Before(old with { FirstTryAt = Now - TimeSpan.FromHours(22) }));
    }

    private static Delivery After(OutboxRow row, Sending outcome) => Delivery.After(row, outcome, Now);

    private static Delivery.Over? Before(OutboxRow row) => Delivery.Before(row, Now, epoch: 0, reachable: true);

    private static OutboxState State(Delivery delivery) => Assert.IsType<Delivery.Over>(delivery).State;

    private static Delivery.Again Again(Delivery delivery) => Assert.IsType<Delivery.Again>(delivery);

    /// <param name="age">Seconds since the token came.</param>
    private static OutboxRow Reply(bool ambiguous = false, bool critical = false, int age = 1) => Row(OutboxKind.Reply) with
    {
        ReplyToken = "token", TokenAt = Now.AddSeconds(-age), Ambiguous = ambiguous, Critical = critical,
    };

    private static OutboxRow Push() => Row(OutboxKind.Push);

    private static OutboxRow Row(string kind) => new(
        1, "line/e1/1", RetryKeys.From("e1", 1), "hanako", kind, null, Now, [], 0, false, OutboxState.Sending, 1, false, 1,
        Now, Now, Now.AddMinutes(30), null, null);
}
