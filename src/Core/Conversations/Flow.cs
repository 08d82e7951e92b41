using Concierge.Core.Understanding;
using Stateless;
using Stateless.Graph;

namespace Concierge.Core.Conversations;

/// <summary>One journey: a small state machine whose states are steps and whose triggers are answers.</summary>
public interface IFlow
{
    /// <summary>Stored in sessions; never changes.</summary>
    string Name { get; }

    /// <summary>What of the menu leads here.</summary>
    IEnumerable<MenuItem> Opens { get; }

    /// <summary>Begins what was asked for, or goes on with it where it stopped.</summary>
    void Open(Turn turn, MenuItem item);

    /// <summary>A button that shows something and is good at any time, also when it is old or nothing of ours is open.</summary>
    void Go(Turn turn, Act.Go go) => Again(turn);

    /// <summary>Something that came by itself and was set by this flow: a time that is due, an answer from outside.</summary>
    void Came(Turn turn, Incoming incoming) { }

    /// <summary>What has to happen at its time even while staff speak with the person; says nothing. <see cref="Came"/> follows when the bot may speak.</summary>
    void ComesDue(Turn turn, Incoming.TimeCame time) { }

    /// <summary>This flow had asked whether staff may see something, and here is the answer (<see cref="Members.AskToShare"/>).</summary>
    void Shared(Turn turn, bool given) => Again(turn);

    /// <summary>Words that mean something to this flow wherever one is, e.g. the code at a door. True when that was all that is to be said to them.</summary>
    bool Hears(Turn turn, string words) => false;

    /// <summary>What words name, as the open site puts them ready for whoever chose something there; null when they name nothing of this flow.</summary>
    Act.Go? NamedBy(Turn turn, string words) => null;

    /// <summary>The person changed between LINE and the page. True when that was all that is to be said to this turn.</summary>
    bool MovedAcross(Turn turn) => false;

    /// <summary>A button of the step that is open now.</summary>
    void Take(Turn turn, Act act);

    /// <summary>Words that are no command and no other wish.</summary>
    void Take(Turn turn, Understood understood);

    /// <summary>もどる, とばす, もう一度, なぜ聞くの, やめる.</summary>
    void Take(Turn turn, Command command);

    /// <summary>やめる. True when this flow has ended itself, and what lies below rests; else it rests itself and can be gone on with.</summary>
    bool Stop(Turn turn) => false;

    /// <summary>Says the open step again, e.g. after a digression.</summary>
    void Again(Turn turn);

    /// <summary>The question that words are read against; null when none is open.</summary>
    Question? Asked(Turn turn);

    /// <summary>Where we are, in a few words: 「くらし」の 3つ目の質問.</summary>
    string Where(Turn turn);

    /// <summary>Whoever comes back to it after hours is told where we were. False: it was asked by itself, to be answered whenever.</summary>
    bool WasInterrupted(Turn turn) => true;

    /// <summary>Nothing waits here for an answer: whoever goes on to something else is not led back to it.</summary>
    bool OnlyShows(Turn turn) => false;

    /// <summary>True when opening this stores something about the person: without their consent that is asked for first.</summary>
    bool Stores(MenuItem item) => false;

    /// <summary>What of this flow was begun and waits to be gone on with: it stands first in the menu. Null: nothing.</summary>
    MenuItem? Unfinished(Turn turn) => null;

    /// <summary>The person leaves for the menu or something else: says what was begun and is not done, though they may think so.</summary>
    void IsLeft(Turn turn) { }

    /// <summary>What is stored of the person by this flow, in plain words, for 保存していること. Nothing private over LINE.</summary>
    IEnumerable<Row> Tells(Turn turn) => [];

    /// <summary>The person leaves and everything is about to be erased: give back what others wait for, e.g. a reserved seat.</summary>
    void Leaves(Turn turn) { }

    /// <summary>The machine as Mermaid, for docs/flows.md; empty when it has none because it only shows.</summary>
    string Draw() => "";
}

/// <summary>
/// Keeps Stateless in this one place. A machine is built for one turn and thrown away: Stateless is not thread-safe, and its
/// state must be the session's. Actions write to the turn and nothing else, so an exception leaves no trace.
/// </summary>
/// <typeparam name="TState">Steps; stored by name.</typeparam>
/// <typeparam name="TTrigger">Answers.</typeparam>
public abstract class Flow<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    /// <summary>The table. Must configure every state; reads nothing at once, only when a guard or an action runs.</summary>
    protected abstract void Table(StateMachine<TState, TTrigger> machine, Turn turn);

    protected void Fire(Turn turn, TTrigger trigger)
    {
        // Kept here as well, for the machine asks once more after the action that closes the session.
        var state = State(turn);
        var machine = new StateMachine<TState, TTrigger>(() => state, next =>
        {
            state = next;
            turn.Session = turn.Session! with { State = next.ToString() };
        });
        Table(machine, turn);
        machine.Fire(trigger);
    }

    protected static TState State(Turn turn) => Enum.Parse<TState>(turn.Session!.State);

    public string Draw()
    {
        var nobody = new Turn(Conversation.New, new Incoming.Unfollowed { At = default }, new Facts(default, default, [], false, null));
        var machine = new StateMachine<TState, TTrigger>(default(TState));
        Table(machine, nobody);
        return MermaidGraph.Format(machine.GetInfo());
    }
}
