using Concierge.Core.Calendar;

namespace Concierge.Core.Broadcasts;

/// <summary>
/// One message to many, from the first draft to its end. Whoever wrote in it does not approve it; any edit withdraws the approval. One that
/// repeats stays approved, and each of its times is a broadcast of its own (<see cref="Of"/>).
/// </summary>
public sealed partial class Broadcast
{
    /// <summary>In minutes: how long after its time it is still worth sending.</summary>
    public const int ShortestWindow = 15, LongestWindow = 2 * 24 * 60;

    /// <summary>Nobody's whole town is larger.</summary>
    public const int LargestCap = 100_000;

    public enum On { Edit, Submit, Reject, Approve, Start, Pause, Resume, Finish, Stop, RunOut, Cancel }

    /// <summary>0 before it is stored.</summary>
    public long Id { get; init; }

    public BroadcastState State { get; private set; }

    public required BroadcastContent Content { get; set; }

    public required Audience Audience { get; set; }

    public required Timing Timing { get; set; }

    /// <summary>See <see cref="ShortestWindow"/>.</summary>
    public required int WindowMinutes { get; set; }

    /// <summary>More people than this never get it.</summary>
    public required int Cap { get; set; }

    /// <summary>By chance, and never given twice: in the address of its counted link, and what its retry keys are made of.</summary>
    public required string Code { get; init; }

    /// <summary>Ids of all who wrote in it, divided by blanks.</summary>
    public required string Writers { get; set; }

    public string? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>From here on it goes out; null before the approval, and of one that repeats.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>From here on it is too late.</summary>
    public DateTimeOffset? LatestAt { get; private set; }

    /// <summary>Of one that repeats: times up to here are made no more.</summary>
    public DateTimeOffset? RepeatsFrom { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it is paused, stopped or sent back.</summary>
    public BroadcastReason? Reason { get; private set; }

    /// <summary>Of one time of a broadcast that repeats, and of a test: that one's id.</summary>
    public long? Series { get; init; }

    /// <summary>With <see cref="Series"/> unique: the same time is sent once, however often and by whomever it is rung.</summary>
    public string? Occurrence { get; init; }

    /// <summary>Goes to phones of the staff alone, needs no approval and keeps no quiet hours.</summary>
    public bool IsTest { get; init; }

    /// <summary>Grows with every change: whoever saves on an older one has lost.</summary>
    public int Revision { get; private set; }

    public bool IsOver => State is BroadcastState.Sent or BroadcastState.Stopped or BroadcastState.Expired or BroadcastState.Cancelled;

    public bool WroteIn(string staff) => Writers.Split(' ').Contains(staff);

    /// <summary>What keeps it from being submitted; nothing when all is well.</summary>
    public IEnumerable<string> Wrong(QuietHours quiet, DateTimeOffset now)
    {
        foreach (var wrong in Content.Wrong()) yield return wrong;
        if (WindowMinutes is < ShortestWindow or > LongestWindow) yield return "window";
        if (Cap is < 1 or > LargestCap) yield return "cap";
        if (Timing is Timing.BeforeSeminar && Content.HasCard) yield return "card";
        if (!Timing.IsSound(now) || !HasTime(quiet, now)) yield return "timing";
    }

    /// <summary>Other words, people or times. What was approved is so no more.</summary>
    public BroadcastMove Edit(string staff, BroadcastContent content, Audience audience, Timing timing, int windowMinutes, int cap)
    {
        // A test keeps no quiet hours and goes to other people; one time of a series stands under the approval of all.
        if (IsTest || Series is not null || !Fire(On.Edit)) return new BroadcastMove.NotNow(State);
        (Content, Audience, Timing, WindowMinutes, Cap) = (content, audience, timing, windowMinutes, cap);
        if (!WroteIn(staff)) Writers += " " + staff;
        (ApprovedBy, ApprovedAt, DueAt, LatestAt, Reason) = (null, null, null, null, null);
        return new BroadcastMove.Done();
    }

    /// <param name="people">How many it would go to now.</param>
    public BroadcastMove Submit(int people, QuietHours quiet, DateTimeOffset now) => State == BroadcastState.Draft && WhyNot(people, quiet, now) is { } no ? no : Move(On.Submit);

    /// <summary>Back to whoever wrote it.</summary>
    public BroadcastMove Reject() => Move(On.Reject);

    /// <param name="people">How many it would go to now.</param>
    public BroadcastMove Approve(string staff, int people, QuietHours quiet, DateTimeOffset now)
    {
        if (State != BroadcastState.Submitted) return new BroadcastMove.NotNow(State);
        if (WroteIn(staff)) return new BroadcastMove.OwnWords();
        if (WhyNot(people, quiet, now) is { } no) return no;
        Fire(On.Approve);
        (ApprovedBy, ApprovedAt) = (staff, now);
        if (Timing is Timing.Once once) IsDue(once.At ?? quiet.NextStart(now));
        else RepeatsFrom = now;
        return new BroadcastMove.Done();
    }

    public BroadcastMove Start(DateTimeOffset now)
    {
        if (!Fire(On.Start)) return new BroadcastMove.NotNow(State);
        StartedAt ??= now;
        return new BroadcastMove.Done();
    }

    public BroadcastMove Pause(BroadcastReason reason)
    {
        if (!Fire(On.Pause)) return new BroadcastMove.NotNow(State);
        Reason = reason;
        return new BroadcastMove.Done();
    }

    /// <summary>Of one that repeats, what came due meanwhile is left out.</summary>
    public BroadcastMove Resume(DateTimeOffset now)
    {
        if (!Fire(On.Resume)) return new BroadcastMove.NotNow(State);
        Reason = null;
        if (Timing.Repeats) RepeatsFrom = now;
        return new BroadcastMove.Done();
    }

    /// <summary>Nothing more goes out: taken back before the first, broken off after it.</summary>
    public BroadcastMove Stop(BroadcastReason reason, DateTimeOffset now)
    {
        var on = StartedAt is null && reason == BroadcastReason.Staff ? On.Cancel : On.Stop;
        if (End(on, now) is not BroadcastMove.Done and var no) return no;
        Reason = reason;
        return new BroadcastMove.Done();
    }

    public BroadcastMove Finish(DateTimeOffset now) => End(On.Finish, now);

    public BroadcastMove RunOut(DateTimeOffset now) => LatestAt <= now ? End(On.RunOut, now) : new BroadcastMove.NotNow(State);

    /// <summary>One time of one that repeats, under the approval that was given to all.</summary>
    public Broadcast Of(Occurrence occurrence, string code)
    {
        var one = new Broadcast
        {
            Code = code, Series = Id, Occurrence = occurrence.Key,
            Content = occurrence.Seminar is { } seminar ? Content with { Seminar = seminar.Id } : Content,
            Audience = Audience, Timing = new Timing.Once(occurrence.At), WindowMinutes = WindowMinutes, Cap = Cap, Writers = Writers,
            State = BroadcastState.Approved, ApprovedBy = ApprovedBy, ApprovedAt = ApprovedAt,
        };
        one.IsDue(occurrence.At);
        return one;
    }

    /// <summary>The same words to the staff's own phones.</summary>
    /// <param name="content">As it is, or with the card that it will have the next time.</param>
    public Broadcast Test(string staff, BroadcastContent content, string code, DateTimeOffset now)
    {
        var one = new Broadcast
        {
            Code = code, IsTest = true, Series = Id, Content = content, Audience = Audience, Timing = new Timing.Once(now), WindowMinutes = ShortestWindow, Cap = Chunks.Most,
            Writers = staff, State = BroadcastState.Approved, ApprovedBy = staff, ApprovedAt = now,
        };
        one.IsDue(now);
        return one;
    }

    /// <summary>Of one that repeats people are chosen each time: nobody now may be somebody then.</summary>
    private BroadcastMove? WhyNot(int people, QuietHours quiet, DateTimeOffset now)
    {
        if (Wrong(quiet, now).FirstOrDefault() is { } wrong) return new BroadcastMove.Wrong(wrong);
        if (people == 0 && !Timing.Repeats) return new BroadcastMove.Nobody();
        return people > Cap ? new BroadcastMove.OverCap(people, Cap) : null;
    }

    /// <summary>A time in the quiet hours is fine when they end before it is too late.</summary>
    private bool HasTime(QuietHours quiet, DateTimeOffset now)
    {
        // Approved by night it goes out in the morning.
        if (Timing is Timing.Once { At: null }) return true;
        if (Timing is Timing.Once { At: { } due }) return quiet.NextStart(due > now ? due : now) < End(due);
        var clock = Timing switch
        {
            Timing.Weekly weekly => weekly.At,
            Timing.Monthly monthly => monthly.At,
            Timing.BeforeSeminar before => before.At,
            _ => throw new InvalidOperationException($"Broadcast does not know {Timing.GetType().Name}."),
        };
        var someDay = Tokyo.At(Tokyo.Day(now), clock);
        return quiet.NextStart(someDay) < End(someDay);
    }

    private void IsDue(DateTimeOffset at) => (DueAt, LatestAt) = (at, End(at));

    private DateTimeOffset End(DateTimeOffset due) => due.AddMinutes(WindowMinutes);

    private BroadcastMove End(On on, DateTimeOffset now)
    {
        if (!Fire(on)) return new BroadcastMove.NotNow(State);
        EndedAt = now;
        return new BroadcastMove.Done();
    }

    private BroadcastMove Move(On on) => Fire(on) ? new BroadcastMove.Done() : new BroadcastMove.NotNow(State);
}
