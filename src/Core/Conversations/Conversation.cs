using System.Collections.Immutable;

namespace Concierge.Core.Conversations;

/// <summary>Where one person's conversation stands. Immutable; the shell stores it sealed, with its revision as the guard.</summary>
/// <param name="Revision">Grows by one at every saved turn.</param>
/// <param name="Epoch">Grows at every change of <paramref name="Owner"/>; bot speech decided under an older one is dropped.</param>
/// <param name="Sessions">What is open, the newest last; at most <see cref="Depth"/>.</param>
public sealed record Conversation(int Revision, Owner Owner, int Epoch, ImmutableArray<Session> Sessions)
{
    /// <summary>How deep an interrupted flow may lie.</summary>
    public const int Depth = 3;

    public static readonly Conversation New = new(0, Owner.Bot, 0, []);

    public Session? Top => Sessions is [.., var top] ? top : null;
}

/// <summary>Who answers this person now. Who only waits for staff is still answered by the bot.</summary>
public enum Owner { Bot, Staff }

/// <summary>One run of a flow.</summary>
/// <param name="Id">Unique within the conversation.</param>
/// <param name="Flow">The flow's name; never a type name.</param>
/// <param name="Questionnaire">The version it was begun with, e.g. <c>inventory@1</c>; it is never changed. Null for flows without questions.</param>
/// <param name="State">The state's name, never an ordinal.</param>
/// <param name="Step">Key of the question that is asked now; null when none.</param>
/// <param name="Picked">Options that are on while several are being chosen, before 決定.</param>
/// <param name="Unclear">How many answers in a row we did not understand.</param>
/// <param name="Paused">やめる was said; everything is kept.</param>
/// <param name="TouchedAt">The last turn of this session, to see that somebody comes back after days.</param>
/// <param name="BegunAt">When it was opened: of a form that is filled in anew each time only later answers count.</param>
/// <param name="Subject">Id of what it is about, e.g. a seminar; null when it needs none.</param>
public sealed record Session(
    string Id,
    string Flow,
    string? Questionnaire,
    string State,
    string? Step,
    ImmutableArray<string> Picked,
    int Unclear,
    bool Paused,
    DateTimeOffset TouchedAt,
    DateTimeOffset BegunAt = default,
    string? Subject = null);
