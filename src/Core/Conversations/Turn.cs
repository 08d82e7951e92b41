using System.Collections.Immutable;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>What came of one turn.</summary>
public sealed record Taken(Conversation Conversation, ImmutableArray<Effect> Effects);

/// <summary>
/// One turn while it is being decided: what came in, what is known, and what has been said and wished for so far. Flows
/// only write here; nothing happens in the world until the shell has committed the result.
/// </summary>
public sealed class Turn(Conversation before, Incoming incoming, Facts facts)
{
    /// <summary>In lines.</summary>
    private const int ShortWord = 2;

    private readonly List<Session> _sessions = [.. before.Sessions];
    private readonly List<Bubble> _said = [];
    private readonly List<Effect> _wished = [];
    private readonly List<Answer> _answers = [.. facts.Answers];
    private readonly Dictionary<Type, ((object, int, int) From, object Result)> _worked = [];
    private ImmutableArray<Button> _quick = [];
    private bool _critical;
    private Session? _closed;
    private bool _takesBack;

    public Conversation Before => before;

    public Incoming Incoming => incoming;

    public Facts Facts => facts;

    public Channel Channel => incoming.Channel;

    /// <summary>Every journey there is: what the menu may offer.</summary>
    public IReadOnlyList<IFlow> Flows { get; init; } = [];

    /// <summary>The answers as they stand after what this turn has saved.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>The session on top, or null. Set it to write its next state.</summary>
    public Session? Session
    {
        get => _sessions is [.., var top] ? top : null;
        set => _sessions[^1] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The question that is open now, if what is on top does not rest; words are read against it.</summary>
    public Question? Asked => Session is { Paused: false } open ? Flows.FirstOrDefault(flow => flow.Name == open.Flow)?.Asked(this) : null;

    /// <summary>LINE's id of the words that came in, so that an unsend finds what came of them.</summary>
    public string? MessageId => (incoming as Incoming.Words)?.MessageId;

    /// <summary>Until when what is said here is worth sending; null: as long as an answer in a chat is.</summary>
    public DateTimeOffset? GoodUntil { get; set; }

    /// <summary>A reply holds no more than this.</summary>
    public bool IsFull => _said.Count >= Reply.Most;

    /// <summary>More than a short word was said: a result, a list, what was reserved.</summary>
    public bool HasToBeRead => _said.Any(bubble => bubble is not Bubble.Say) || _said.OfType<Bubble.Say>().Sum(say => say.Text.Count(c => c == '\n') + 1) > ShortWord;

    /// <summary>The session whose flow has said in this turn that it is over, as it ended; null when none has.</summary>
    public Session? Closed => _closed;

    /// <summary>What is to be opened once this turn has decided, e.g. what somebody wanted before consent was asked; null for nothing.</summary>
    public MenuItem? Wanted { get; set; }

    /// <summary>What was chosen on the open site before one was asked for consent: shown once this turn has decided. Null for nothing.</summary>
    public Act.Go? Chosen { get; set; }

    /// <summary>Once this turn has decided, what is open is asked again, or the menu shown.</summary>
    public bool GoesOn { get; set; }

    /// <summary>
    /// A step would store something, and there is no consent: it is asked for once this turn has decided. With the consent given this
    /// is opened, and the flow may go on where it was. Null for nothing.
    /// </summary>
    public MenuItem? Unconsented { get; set; }

    /// <summary>What was worked out in this turn, as long as it has decided nothing since: a turn asks the same more than ten times.</summary>
    /// <param name="about">What else it depends on.</param>
    public T Once<T>(object about, Func<T> work)
        where T : class
    {
        var now = (about, _wished.Count, _answers.Count);
        if (_worked.TryGetValue(typeof(T), out var known) && known.From.Equals(now)) return (T)known.Result;
        var result = work();
        _worked[typeof(T)] = (now, result);
        return result;
    }

    /// <summary>What this turn has wished for so far.</summary>
    public IReadOnlyList<Effect> Wished => _wished;

    public bool IsOpen(string flow) => _sessions.Any(s => s.Flow == flow);

    /// <summary>Opens a session on top; the oldest gives way when <see cref="Conversation.Depth"/> is reached.</summary>
    public void Open(string flow, string? questionnaire, string state, string? subject = null)
    {
        if (_sessions.Count == Conversation.Depth) _sessions.RemoveAt(0);
        _sessions.Add(new Session($"{flow}-{before.Revision + 1}", flow, questionnaire, state, null, [], 0, false, facts.Now, facts.Now, subject));
    }

    /// <summary>Brings this flow's session to the top, awake. False when it has none.</summary>
    public bool Raise(string flow)
    {
        var at = _sessions.FindLastIndex(s => s.Flow == flow);
        if (at < 0) return false;
        var raised = _sessions[at] with { Paused = false };
        _sessions.RemoveAt(at);
        _sessions.Add(raised);
        return true;
    }

    /// <summary>Drops what these flows have open, below the top too.</summary>
    public void Drop(Func<string, bool> flow) => _sessions.RemoveAll(session => flow(session.Flow));

    /// <summary>Begins the session on top once more; buttons of its old run are no longer obeyed.</summary>
    public void Restart(string questionnaire, string state)
    {
        var flow = Session!.Flow;
        Session = new Session($"{flow}-{before.Revision + 1}", flow, questionnaire, state, null, [], 0, false, facts.Now, facts.Now);
    }

    /// <summary>Closes the session on top: its flow has said that it is over.</summary>
    public void Close()
    {
        _closed = _sessions[^1];
        _sessions.RemoveAt(_sessions.Count - 1);
    }

    public void Say(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        _said.Add(new Bubble.Say(Words.Say(key, values)));

    public void Show(Bubble bubble) => _said.Add(bubble);

    public void OfferQuick(params IEnumerable<Button> buttons) => _quick = [.. buttons];

    /// <summary>What was said must arrive, even at the price of a push, and though staff take over before it does.</summary>
    public void MustArrive() => _critical = true;

    /// <summary>The bot answers from now on.</summary>
    public void TakeBack() => _takesBack = before.Owner != Owner.Bot;

    public void Do(Effect effect) => _wished.Add(effect);

    public Button Button(string label, Act act, bool? on = null) =>
        new(label, new Tap(Session?.Id ?? "", Session?.Step ?? "", before.Revision + 1, act), on);

    /// <summary>Appends an answer, replacing what the person said to the same question before.</summary>
    public void Save(string questionnaire, string question, AnswerValue value)
    {
        var superseded = _answers.LastOrDefault(a => a.Questionnaire == questionnaire && a.Question == question);
        Do(new Effect.SaveAnswer(questionnaire, question, value, superseded?.Id, MessageId));
        _answers.Add(new Answer(long.MaxValue, questionnaire, question, value, facts.Now, MessageId));
    }

    public Taken End()
    {
        if (_said.Count > 0) _wished.Add(new Effect.Speak(new Reply([.. _said], _quick, _critical, GoodUntil)));
        var (owner, epoch) = _takesBack ? (Owner.Bot, before.Epoch + 1) : (before.Owner, before.Epoch);
        return new Taken(new Conversation(before.Revision + 1, owner, epoch, [.. _sessions]), [.. _wished]);
    }
}
