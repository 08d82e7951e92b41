using Stateless;
using Stateless.Graph;

namespace Concierge.Core.FollowUp;

/// <summary>What is followed up. Stored by name.</summary>
public enum Occasion
{
    /// <summary>The person has agreed to research: how things are before anything.</summary>
    Entry,

    Seminar,

    /// <summary>A task was done, or a body that the person was led on to has taken them on.</summary>
    Placement,
}

/// <summary>Stored by name. Answered and Missed are over and stay as they are.</summary>
public enum WaveState
{
    Planned,

    Asked,

    /// <summary>Asked once more.</summary>
    Nudged,

    /// <summary>On the list of those whom staff telephone.</summary>
    ToRing,

    Answered,
    Missed,
}

/// <summary>The three questions, once: so many weeks after something began. What was answered stands with all other answers.</summary>
public sealed class Wave
{
    public enum On { Ask, Nudge, List, Answer, Miss }

    public required string MemberId { get; init; }

    /// <summary>Counts what a member was followed up for, from 0.</summary>
    public required int Series { get; init; }

    /// <summary>After <see cref="StartedAt"/>; 0 at entry.</summary>
    public required int Weeks { get; init; }

    public required Occasion Occasion { get; init; }

    /// <summary>When it was that is followed up.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public WaveState State { get; private set; } = WaveState.Planned;

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Its answers are those from here to <see cref="ChangedAt"/>; null until it is answered.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>Among a member's.</summary>
    public string Key => FormattableString.Invariant($"{Series}/{Weeks}");

    /// <summary>It was asked, and may be answered.</summary>
    public bool IsOpen => State is WaveState.Asked or WaveState.Nudged or WaveState.ToRing;

    public bool IsOver => State is WaveState.Answered or WaveState.Missed;

    public bool Can(On on) => Life().CanFire(on);

    /// <param name="begun">Of an answer: when its first question was asked; null: just now.</param>
    public void Move(On on, DateTimeOffset now, DateTimeOffset? begun = null)
    {
        Life().Fire(on);
        ChangedAt = now;
        if (on == On.Answer) BegunAt = begun ?? now;
    }

    public static Wave Of(string memberId, int series, int weeks, Occasion occasion, DateTimeOffset startedAt, DateTimeOffset due, DateTimeOffset now) => new()
    {
        MemberId = memberId,
        Series = series,
        Weeks = weeks,
        Occasion = occasion,
        StartedAt = startedAt,
        PlannedAt = now,
        DueAt = due,
        ChangedAt = now,
    };

    /// <summary>The life-cycle as Mermaid, for docs/flows.md.</summary>
    public static string Draw() => MermaidGraph.Format(Of("", 0, 0, Occasion.Entry, default, default, default).Life().GetInfo());

    private StateMachine<WaveState, On> Life()
    {
        var life = new StateMachine<WaveState, On>(() => State, next => State = next);
        life.Configure(WaveState.Planned)
            .Permit(On.Ask, WaveState.Asked)
            .Permit(On.List, WaveState.ToRing)
            .Permit(On.Answer, WaveState.Answered);
        life.Configure(WaveState.Asked)
            .Permit(On.Nudge, WaveState.Nudged)
            .Permit(On.List, WaveState.ToRing)
            .Permit(On.Answer, WaveState.Answered)
            .Permit(On.Miss, WaveState.Missed);
        life.Configure(WaveState.Nudged)
            .Permit(On.List, WaveState.ToRing)
            .Permit(On.Answer, WaveState.Answered)
            .Permit(On.Miss, WaveState.Missed);
        life.Configure(WaveState.ToRing)
            .Permit(On.Answer, WaveState.Answered)
            .Permit(On.Miss, WaveState.Missed);
        return life;
    }
}
