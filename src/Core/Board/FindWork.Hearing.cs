using System.Globalization;
using System.Text.RegularExpressions;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>What is heard wherever one is, and さがす while other questions are open.</summary>
public sealed partial class FindWork
{
    private const int MostTold = 5;

    /// <summary>「応募を 取り消してください」「応募は どうなって いますか」.</summary>
    private static readonly string[] AboutApplications = Spellings.Table([
        "取り消", "取消", "とりけ", "取り下げ", "取下げ", "とりさげ", "やめたい", "やめます", "辞退", "キャンセル", "どうな", "状況", "返事", "わたしの応募", "応募したのは", "応募した仕事", "なしで", "なしに", "なかったこと"]);

    /// <summary>Under the two questions of an application, which is not sent yet.</summary>
    private static readonly string[] TakenBack = Spellings.Table([
        "取り消し", "取り消す", "取り消して", "取消", "とりけし", "とりけす", "とりさげ", "取り下げ", "キャンセル", "なしで", "なしに", "なかったこと", "もういい", "やっぱりいい", "やっぱりやめ"]);

    private static readonly string Application = Spellings.Fold("応募");

    public bool Hears(Turn turn, string words)
    {
        // Under a consent, before erasing, or where words of one's own are asked for, everything said is an answer.
        if (turn.Asked is { Kind: QuestionKind.Text } or { Weighs: true }) return IsTakenBack(turn, words);
        var said = Utterance.Of(words).Folded;
        if (said.Contains(Application, StringComparison.Ordinal) && AboutApplications.Any(word => said.Contains(word, StringComparison.Ordinal)))
            return TellApplications(turn);
        return turn.Session is { Flow: TakeInventory.Id, Paused: false, Subject: Find } && SearchInWords(turn, words);
    }

    /// <summary>「さっきの取り消して」 before anything was sent: it is said that nothing was.</summary>
    private bool IsTakenBack(Turn turn, string words)
    {
        var said = Utterance.Of(words);
        if (Understanding.Asking.Is(words, said) || !TakenBack.Any(word => said.Folded.Contains(word, StringComparison.Ordinal))) return false;
        switch (turn.Session)
        {
            case { Flow: AskToShare.Id, Subject: Find, Paused: false }: share.TakeBack(turn); return true;
            case { Flow: Find, Paused: false } when State(turn) == Stage.Confirming:
                turn.Say("find_not_shared");
                GoBack(turn);
                return true;
            default: return false;
        }
    }

    /// <summary>By its number, which stands on the open site. Where words of one's own are asked for only the site's own sentence is meant.</summary>
    public Act.Go? NamedBy(Turn turn, string words)
    {
        if (Number().Match(Normal.Bare(words)) is not { Success: true } said || (turn.Asked is { Kind: QuestionKind.Text } && !said.Groups["whole"].Success)) return null;
        return new Act.Go(Find, "post", said.Groups["n"].Value);
    }

    /// <summary>What the open site puts ready for whoever chose this there.</summary>
    public static string ChosenWords(Post post) => Words.Say("find_chosen_words", ("title", post.Name), ("n", post.Id.ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex("^(?<whole>.+を見たいです)?仕事番号(?<n>[0-9]{1,15})番?(です|を見(たい|せて).*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>What is stored: what went to staff, and what was kept.</summary>
    public IEnumerable<Row> Tells(Turn turn) =>
        Told(turn, "stored_application", Board.Mark.Applied).Concat(Told(turn, "find_kept_title", Board.Mark.Kept));

    private static IEnumerable<Row> Told(Turn turn, string title, Mark mark)
    {
        PostMark[] all = [.. Of(turn, mark)];
        foreach (var one in all.Take(MostTold))
            yield return new Row(Words.Say(title), Words.Say("stored_post", ("title", Named(turn, one)), ("day", JapaneseDate.Of(one.At))), null);
        if (all.Length > MostTold) yield return new Row(Words.Say(title), Words.Say("stored_more", ("n", all.Length - MostTold)), null);
    }

    /// <summary>Withdrawing is done by staff.</summary>
    private bool TellApplications(Turn turn)
    {
        PostMark[] open = [.. Of(turn, Board.Mark.Applied).Where(mark => !MarksOf(turn).Has(mark.Post, Board.Mark.Did)).Take(MostTold)];
        if (open.Length == 0) turn.Say("find_no_applications");
        else
        {
            var lines = open.Select(mark => Words.Say("find_applied_on", ("day", JapaneseDate.Of(mark.At)), ("title", Named(turn, mark))));
            turn.Show(new Bubble.Ask(
                string.Join('\n', lines), null, null, Words.Say("find_withdraw"),
                [turn.Button(Words.Say("command_person"), new Act.Run(Command.Person))], Several: false, Writes: false));
        }
        turn.OfferQuick(turn.Session is null or { Paused: true } ? Commands.Always(turn) : Commands.Every(turn));
        return true;
    }

    /// <summary>What is no answer to the inventory's question but names a task.</summary>
    private bool SearchInWords(Turn turn, string words)
    {
        var wanted = WantedWords.Read(words);
        if (wanted.Kinds == 0 || !Consents.Of(turn).Has(Purpose.Service) || Reading.Read(words, inventory.Asked(turn), turn.Facts.Now) is not Understood.Unclear) return false;
        Search(turn, wanted);
        return true;
    }

    /// <summary>The newest first.</summary>
    private static IEnumerable<PostMark> Of(Turn turn, Mark mark) => MarksOf(turn).All.Where(one => one.Mark == mark && one.Post > 0).OrderByDescending(one => one.At);

    private static string Named(Turn turn, PostMark mark) => turn.Facts.Board.Value.Known(mark.Post)?.Name ?? Tasks.FindKind(mark.Kind)?.Label ?? mark.Kind;

    private static bool IsInTheWelcome(Turn turn) => turn.Session is { Flow: Enter.Id, Paused: false, State: nameof(AskQuestions.Stage.Asking) };

    private static bool IsFirstInTheWelcome(Turn turn) => IsInTheWelcome(turn) && EntryWish.Of(turn.Session).Wanted is null;

    /// <summary>Its few questions come first; then what was wanted opens by itself.</summary>
    private static void FindAfterTheWelcome(Turn turn)
    {
        turn.Session = turn.Session! with { Subject = (EntryWish.Of(turn.Session) with { Wanted = MenuItem.Find }).Write() };
        turn.Say("find_after_welcome");
        turn.Flows.First(flow => flow.Name == Enter.Id).Again(turn);
    }
}
