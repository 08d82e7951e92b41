using Concierge.SystemTests.Seminars;
using Concierge.Transcripts;

namespace Concierge.SystemTests.Road;

/// <summary>
/// Plays a transcript on the page alone: the same engine by its second channel. What only LINE can do (following, stickers) is left
/// out; the wording is the engine's player's business, here it is the standing that counts.
/// </summary>
public sealed class PagePlayer(Town town, Transcript transcript)
{
    private readonly WebPerson _person = new(town);

    public async Task<Standing> Play()
    {
        var (member, link) = await town.PageFor();
        await _person.Opens(link);
        foreach (var line in transcript.Lines) await Play(line);
        return Standing.Of(town, member);
    }

    private async Task Play(ScriptLine line)
    {
        switch (line)
        {
            case ScriptLine.Words words: await _person.Says(words.Text); break;
            case ScriptLine.Press press: await _person.Presses(press.Label); break;
            case ScriptLine.Does { What: "answers" } does: for (var i = 0; i < does.Number; i++) await _person.AnswersFirst(); break;
            case ScriptLine.Does { What: "enters" }: foreach (var words in Town.Welcome) await _person.Says(words); break;
            case ScriptLine.Does { What: "minutes" } does: await town.Passes(TimeSpan.FromMinutes(does.Number)); await Returns(); break;
            case ScriptLine.Does others when await town.OthersDo(others): await _person.Reads(); break;
            case ScriptLine.Does { What: "days" } does: await town.Passes(TimeSpan.FromDays(does.Number)); await Returns(); break;
        }
    }

    /// <summary>The cookie has run out by then: a new link, the same member.</summary>
    private async Task Returns() => await _person.Opens((await town.PageFor()).Link);
}
