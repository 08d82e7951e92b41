using Concierge.LineSimulator;
using Concierge.SystemTests.FollowUp;
using Concierge.SystemTests.Seminars;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>Plays a transcript over LINE, and over the page where it says <c>@ page</c>, on the real bot.</summary>
public sealed class RoadPlayer(Town town, Transcript transcript, Func<Func<Task>, Task>? around = null)
{
    private readonly Person _person = town.Line.Person("花子");
    private Func<Func<Task>, Task>? _around = around;
    private WebPerson? _web;
    private PageVisitor? _visitor;
    private int _heard;

    /// <summary>True while the person is on the page.</summary>
    private bool _onPage;

    public async Task<Standing> Play()
    {
        foreach (var line in transcript.Lines) await Play(line);
        return Standing.Of(town, town.Database.Reader.Read(unit => unit.Db.LineUsers.SingleOrDefault()?.MemberId));
    }

    private Task Play(ScriptLine line) => line switch
    {
        ScriptLine.Words words => Act(() => _onPage ? _web!.Says(words.Text) : _person.Says(words.Text)),
        ScriptLine.Press press => Act(() => _onPage ? _web!.Presses(press.Label) : Press(press.Label)),
        ScriptLine.Does does => Do(does),
        ScriptLine.Hears hears => Hear(hears),
        ScriptLine.GoesTo { Place: "page" } => OpensPage(),
        ScriptLine.GoesTo => Task.FromResult(_onPage = false),
        _ => Task.CompletedTask, // What the shell is asked to do is held against the engine's player.
    };

    private async Task Do(ScriptLine.Does does)
    {
        _heard = _person.FromBot.Count;
        if (await town.OthersDo(does)) return;
        switch (does.What)
        {
            case "follows": await Act(_person.Follows); break;
            case "enters": await Enters(); break;
            case "days": await town.Passes(TimeSpan.FromDays(does.Number)); break;
            case "answers": await Answers(does.Number); break;
            case "unsends": await Act(_person.UnsendsLast); break;
            case "sticker": await Act(() => _person.SendsSticker()); break;
            case "image": await Act(() => _person.SendsImage()); break;
            case "audio": await Act(() => _person.SendsAudio()); break;
            case "visits": _visitor = await PageVisitor.Comes(town); break;
            case "code": await Act(() => _person.Says(_visitor!.Code)); break;
            case "agrees": await town.AgreesToResearch(); break;
            case "works": await town.Works(); break;
            case "location": await Act(() => _person.SendsLocation(35.86, 139.97)); break;
            default: throw new FormatException($"{transcript.Name}: nobody knows how to do ({does.What}).");
        }
    }

    private async Task Enters()
    {
        _heard = _person.FromBot.Count;
        await town.Enters(_person);
    }

    /// <summary>What leads to the place of the story is played plainly; what goes wrong does so at its last step.</summary>
    private async Task Answers(int number)
    {
        var last = _around;
        _around = null;
        for (var i = 1; i < number; i++) await AnswersFirst();
        _around = last;
        await AnswersFirst();
    }

    private async Task AnswersFirst()
    {
        if (_onPage)
        {
            await Act(() => _web!.AnswersFirst());
            return;
        }
        var question = _person.FromBot[^1];
        if (question.Buttons.FirstOrDefault() is not { } first)
        {
            await Act(() => _person.Says("むかしの しごとの こと"));
            return;
        }
        await Act(() => _person.Taps(first.Label, question));
        if (question.Buttons.Any(b => b.Label == "決定")) await Act(() => Press("決定"));
    }

    /// <summary>The newest button with this label; choices of several carry a mark before it.</summary>
    private Task Press(string label)
    {
        var button = _person.Tappable.FirstOrDefault(b => b.Label.TrimStart('☑', '☐', ' ') == label)
            ?? throw new InvalidOperationException($"{transcript.Name}: no button [{label}] in\n{_person.Transcript}");
        return _person.Taps(button.Label);
    }

    private async Task OpensPage()
    {
        var link = _person.FromBot.Reverse().SelectMany(item => item.Buttons).First(b => b.Kind == "uri").Action.GetProperty("uri").GetString()!;
        _web ??= new WebPerson(town);
        _onPage = true;
        await Act(() => _web.Opens(town.BotUrl + new Uri(link).PathAndQuery));
    }

    private async Task Act(Func<Task> act)
    {
        _heard = _person.FromBot.Count;
        await (_around is null || _onPage ? act() : _around(act));
        await town.Settles();
    }

    private async Task Hear(ScriptLine.Hears hears)
    {
        if (_onPage)
        {
            foreach (var part in hears.Text.Split('：')) await _web!.Sees(part);
            return;
        }
        var said = _person.FromBot.Skip(_heard).Select(item => item.Text).ToArray();
        Assert.True(
            said.Any(text => hears.Text.Split('：').All(part => text.Contains(part, StringComparison.Ordinal))),
            $"{transcript.Name}: expected 「{hears.Text}」 in\n{_person.Transcript}");
    }
}
