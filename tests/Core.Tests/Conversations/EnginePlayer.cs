using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Handoff;
using Concierge.CoreTests.Consultation;
using Concierge.CoreTests.Points;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.CoreTests.Conversations;

/// <summary>Plays a transcript on the engine alone and holds every line against what happens.</summary>
public sealed class EnginePlayer(Transcript transcript)
{
    private readonly Talk _talk = new Talk(Enum.Parse<PrivateQuestions>(transcript.Mode)).WithSeminars().WithTroubles().WithCards().WithFindings().WithFollowUp();
    private readonly Queue<Bubble> _unheard = new();

    public Talk Play()
    {
        foreach (var line in transcript.Lines) Play(line);
        return _talk;
    }

    private void Play(ScriptLine line)
    {
        switch (line)
        {
            case ScriptLine.Words words: Act(() => _talk.Says(words.Text)); break;
            case ScriptLine.Press press: Act(() => _talk.Presses(press.Label)); break;
            case ScriptLine.Does does: Do(does); break;
            case ScriptLine.Hears hears: Hear(hears); break;
            case ScriptLine.Wishes wishes: Wish(wishes); break;
            case ScriptLine.GoesTo { Place: "page" }: Act(_talk.OpensPage); break;
            case ScriptLine.GoesTo: _talk.Channel = Channel.Line; break;
        }
    }

    private void Do(ScriptLine.Does does)
    {
        switch (does.What)
        {
            case "follows": Act(_talk.Follows); break;
            case "enters": Act(_talk.Enters); break;
            case "days": Act(() => _talk.Passes(TimeSpan.FromDays(does.Number))); break;
            case "answers": for (var i = 0; i < does.Number; i++) Act(_talk.AnswersFirst); break;
            case "unsends": Act(() => _talk.Unsends(_talk.LastMessageId)); break;
            case "sticker": Act(() => _talk.Sends(MediaKind.Sticker)); break;
            case "image": Act(() => _talk.Sends(MediaKind.Image)); break;
            case "audio": Act(() => _talk.Sends(MediaKind.Audio)); break;
            case "fills": Act(() => _talk.OthersFill(does.Number)); break;
            case "waits": Act(() => _talk.OneWaits(does.Number)); break;
            case "frees": Act(() => { _talk.OneCancels(does.Number); _talk.Passes(TimeSpan.Zero); }); break;
            case "moves": Act(() => _talk.StaffMove(does.Number)); break;
            case "cancels": Act(() => _talk.StaffCallOff(does.Number)); break;
            case "visits": _talk.VisitorComes(); break;
            case "code": Act(() => _talk.Says(Talk.Code)); break;
            case "location": Act(() => _talk.SendsPlace(35.86, 139.97)); break;
            case "agrees": _talk.AgreesToResearch(); break;
            case "works": _talk.Happens(Occasion.Placement); break;
            case "minutes": Act(() => _talk.Passes(TimeSpan.FromMinutes(does.Number))); break;
            case "claims": _talk.StaffClaim(); break;
            case "writes": Act(() => _talk.StaffSay(Staff.Says)); break;
            case "asks": Act(() => { _talk.StaffSay(Staff.Says); _talk.StaffWait(); }); break;
            case "resolves": Act(() => _talk.StaffLeave(Leaving.Resolved)); break;
            case "returns": Act(() => _talk.StaffLeave(Leaving.Returned)); break;
            case "declines": Act(() => _talk.StaffLeave(Leaving.Declined)); break;
            case "releases": Act(() => _talk.StaffLeave(Leaving.Released)); break;
            case "escalates": Act(() => _talk.StaffLeave(Leaving.Escalated)); break;
            default: throw new FormatException($"{transcript.Name}: nobody knows how to do ({does.What}).");
        }
    }

    private void Act(Action act)
    {
        var before = _talk.Replies.Count;
        act();
        _unheard.Clear();
        // A question of several takes two turns to answer; only what is said after the second is held against the transcript.
        foreach (var bubble in _talk.Replies.Skip(before).TakeLast(1).SelectMany(reply => reply.Bubbles)) _unheard.Enqueue(bubble);
    }

    private void Hear(ScriptLine.Hears hears)
    {
        Assert.True(_unheard.TryDequeue(out var bubble), $"{transcript.Name}: nothing was said, but this was expected: {hears.Text}");
        var text = Text(bubble!);
        Assert.True(text.Contains(hears.Text, StringComparison.Ordinal), $"{transcript.Name}: expected 「{hears.Text}」\nbut heard 「{text}」");
        var shown = bubble!.AllButtons().Concat(_unheard.Count == 0 ? _talk.Last!.Quick : []).Select(Label)
            .Concat(bubble is Bubble.Door door ? [door.Label] : [])
            .Concat(bubble is Bubble.Posters posters ? posters.All.SelectMany(p => p.Links).Select(link => link.Label) : []).ToArray();
        foreach (var button in hears.Buttons)
            Assert.True(shown.Contains(button), $"{transcript.Name}: no button [{button}] under 「{text}」, only {string.Join(' ', shown)}");
    }

    private void Wish(ScriptLine.Wishes wishes)
    {
        var shown = _talk.Effects.Select(e => (e.GetType().Name, Json: JsonSerializer.Serialize(e, e.GetType(), Readable))).ToArray();
        Assert.True(
            shown.Any(e => e.Name == wishes.Effect && (wishes.Part is null || e.Json.Contains(wishes.Part, StringComparison.Ordinal))),
            $"{transcript.Name}: nobody wished for {wishes.Effect} {wishes.Part}, only {string.Join('\n', shown)}");
    }

    /// <summary>A choice of several shows ☑ or ☐ before its label.</summary>
    private static string Label(Button button) => button.On switch { true => "☑" + button.Label, false => "☐" + button.Label, _ => button.Label };

    private static string Text(Bubble bubble) => bubble switch
    {
        Bubble.Say say => say.Text,
        Bubble.Ask ask => string.Join('\n', ask.Heading, ask.Left, ask.Text, ask.Note),
        Bubble.Rows rows => rows.Title + "\n" + string.Join('\n', rows.Items.Select(r => $"{r.Title}：{r.Value}")),
        Bubble.Card card => card.Title + "\n" + string.Join('\n', card.Boxes.SelectMany(b => b.Lines.Prepend(b.Title))),
        Bubble.Posters posters => posters.Title + "\n" + string.Join('\n', posters.All.SelectMany(p => p.Lines.Prepend(p.Title))),
        Bubble.Door door => door.Text + "\n" + door.Label,
        _ => "",
    };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
