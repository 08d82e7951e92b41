using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Understanding;

namespace Concierge.CoreTests.Conversations;

/// <summary>A person in a conversation with the engine alone: a shell that keeps everything in memory.</summary>
public sealed partial class Talk(PrivateQuestions mode = PrivateQuestions.Private, Questionnaires? questionnaires = null, string? desk = null)
{
    private readonly Engine _engine = new(questionnaires ?? Questionnaires.Embedded);
    private readonly List<Answer> _answers = [];
    private readonly Dictionary<string, Effect.SetTimer> _timers = [];
    private long _ids;
    private int _messages;

    public Conversation Conversation { get; set; } = Conversation.New;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    public Channel Channel { get; set; } = Channel.Line;

    /// <summary>Where the last reply was said.</summary>
    public Channel LastHeardOn { get; private set; }

    public bool Unheard { get; set; }

    /// <summary>Every reply, oldest first.</summary>
    public List<Reply> Replies { get; } = [];

    /// <summary>What the last turn wished for.</summary>
    public ImmutableArray<Effect> Effects { get; private set; } = [];

    public Reply? Last => Replies.LastOrDefault();

    public IEnumerable<Answer> Answers => _answers;

    /// <summary>The newest answer of each question.</summary>
    public Dictionary<string, AnswerValue> Current => Answers.GroupBy(a => a.Question).ToDictionary(g => g.Key, g => g.Last().Value);

    public string LastMessageId => "m" + _messages;

    public void Follows() => Take(new Incoming.Followed(false) { At = Now, Channel = Channel });

    public void Says(string text) => Take(new Incoming.Words(text, "m" + ++_messages) { At = Now, Channel = Channel });

    public void Sends(MediaKind kind) => Take(new Incoming.Media(kind, "m" + ++_messages) { At = Now, Channel = Channel });

    public void SendsPlace(double latitude, double longitude) => Take(new Incoming.Located(latitude, longitude, "m" + ++_messages) { At = Now, Channel = Channel });

    public void Unsends(string messageId) => Take(new Incoming.Unsent(messageId) { At = Now, Channel = Channel });

    public void OpensPage()
    {
        Channel = Channel.Web;
        Take(new Incoming.PageOpened { At = Now, Channel = Channel });
    }

    public void Presses(string label) => Press(Find(label) ?? throw new InvalidOperationException($"No button 「{label}」 was shown."));

    public void Press(Tap tap) => Take(new Incoming.Tapped(tap) { At = Now, Channel = Channel });

    /// <summary>The newest button with this label, also an old one further up.</summary>
    public Tap? Find(string label) => Replies.AsEnumerable().Reverse()
        .SelectMany(reply => reply.AllButtons())
        .FirstOrDefault(b => b.Label == label)?.Tap;

    /// <summary>Takes the first choice of the open question.</summary>
    public void AnswersFirst()
    {
        var ask = Last!.Bubbles.OfType<Bubble.Ask>().Last();
        if (ask.Writes) Says("むかしの しごとの こと");
        else
        {
            Press(ask.Choices[0].Tap);
            if (ask.Several) Presses("決定");
        }
    }

    /// <summary>An answer that was given before this test begins.</summary>
    public void Remembers(string questionnaire, string question, string option) =>
        _answers.Add(new Answer(++_ids, questionnaire, question, new AnswerValue.Chosen([option]), Now));

    public void Take(Incoming incoming)
    {
        var facts = Knowing(new Facts(Now, mode, [.. Answers], Unheard, desk));
        Unheard = false;
        (Conversation, Effects) = _engine.Take(Conversation, incoming, facts);
        foreach (var effect in Effects) Do(effect);
        while (Coming.TryDequeue(out var next)) Take(next);
    }

    /// <summary>What the features know and do, each in its own file: they add to these.</summary>
    public List<Func<Facts, Facts>> Knows { get; } = [];

    public List<Action<Effect>> Does { get; } = [];

    /// <summary>What comes in because of what was done, after the turn.</summary>
    public Queue<Incoming> Coming { get; } = new();

    /// <summary>Time passes; what comes due on the way is taken, in its order.</summary>
    public void Passes(TimeSpan time)
    {
        var until = Now + time;
        while (_timers.Values.Where(t => t.Due <= until).MinBy(t => t.Due) is { } due)
        {
            _timers.Remove(due.Key);
            Now = due.Due;
            Take(new Incoming.TimeCame(due.Flow, due.Kind, due.Subject) { At = Now, Channel = Channel });
        }
        Now = until;
    }

    private Facts Knowing(Facts facts) => Knows.Aggregate(KnowingTheDesk(KnowingTheBoard(KnowingTheVisitor(KnowingTheMember(facts)))), (known, add) => add(known));

    private void Do(Effect effect)
    {
        foreach (var does in Does) does(effect);
        DoOnTheBoard(effect);
        DoAtTheDesk(effect);
        switch (effect)
        {
            case Effect.Speak speak:
                Replies.Add(speak.Reply);
                LastHeardOn = Channel;
                break;
            case Effect.SaveAnswer save:
                _answers.Add(new Answer(++_ids, save.Questionnaire, save.Question, save.Value, Now, save.MessageId));
                break;
            case Effect.SetTimer timer: _timers[timer.Key] = timer; break;
            case Effect.DropTimer timer: _timers.Remove(timer.Key); break;
            case Effect.OfMember mine: Do(mine); break;
            case Effect.BlankMessage blank: _answers.RemoveAll(a => a.MessageId == blank.MessageId); break;
        }
    }
}
