namespace Concierge.Core.Conversations;

/// <summary>
/// What a turn wants done. The shell does it in the turn's own transaction. Each feature adds its own kinds to this
/// partial record, next to the flow that uses them.
/// </summary>
public abstract partial record Effect
{
    private Effect() { }

    /// <summary>Say this to the person, by the channel they spoke on.</summary>
    public sealed record Speak(Reply Reply) : Effect;

    /// <summary>Append an answer; what it supersedes stays in the list.</summary>
    /// <param name="MessageId">The LINE message the answer came from, or null for a button.</param>
    public sealed record SaveAnswer(string Questionnaire, string Question, AnswerValue Value, long? Supersedes, string? MessageId) : Effect;

    /// <summary>Blank the stored words of this message and the answers taken from them, now or when it arrives.</summary>
    public sealed record BlankMessage(string MessageId) : Effect;

    /// <summary>Remember whether what we say can arrive. <paramref name="At"/> is the event's own time: the latest wins.</summary>
    public sealed record SetReachable(bool Reachable, DateTimeOffset At) : Effect;

    /// <summary>At this time <see cref="Incoming.TimeCame"/> is to come to this conversation. Setting a key again moves it.</summary>
    /// <param name="Key">Unique among the member's timers.</param>
    public sealed record SetTimer(string Key, string Flow, string Kind, string Subject, DateTimeOffset Due) : Effect;

    public sealed record DropTimer(string Key) : Effect;

    /// <summary>Let staff see that this happened: a row of the feed. Never a person's words.</summary>
    public sealed record Notice(string Kind) : Effect;
}
