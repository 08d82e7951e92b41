using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>
/// さがす: three cards at a time, one of them in full, an application that goes to staff. The session keeps what is looked for and which
/// cards were shown; a place that was sent is used for its own turn and kept nowhere.
/// </summary>
public sealed partial class FindWork(TakeInventory inventory, AskToShare share, Questionnaires questionnaires) : Flow<FindWork.Stage, FindWork.On>, IFlow
{
    /// <summary>The form with the one question of its own, and that question's key: the area one lives in.</summary>
    public const string Form = "find", HomeArea = "home_area";

    /// <summary>The wording that is agreed to when an application is handed on. A change of the wording is a new one.</summary>
    public const string Consent = "apply@1";

    public const string Find = "find";

    private static readonly string[] KeptWords = Spellings.Table("気になるもの", "気になる一覧");

    public string Name => Find;

    public IEnumerable<MenuItem> Opens => [MenuItem.Find];

    /// <summary>What one has seen, kept and left aside is remembered.</summary>
    public bool Stores(MenuItem item) => true;

    /// <summary>With nothing known and nothing asked for, the inventory comes first; who asks again while it is open is not asked more.</summary>
    public void Open(Turn turn, MenuItem item)
    {
        // What was said last in the welcome is an answer, no search.
        var wanted = turn.Closed is { Flow: Enter.Id } ? default : Said(turn);
        // The consent was asked for on the way: back to what was looked at.
        if (turn.Closed is { Flow: Enter.Id } && turn.Raise(Name)) Again(turn);
        else if (IsForKept(turn)) ShowKept(turn);
        else if (!wanted.IsEmpty || KnowsAnything(turn) || turn.IsOpen(TakeInventory.Id) || inventory.IsFinished(turn)) Search(turn, wanted);
        else if (IsFirstInTheWelcome(turn)) FindAfterTheWelcome(turn);
        else if (IsInTheWelcome(turn)) Search(turn, wanted);
        else
        {
            turn.Say("find_first");
            inventory.Open(turn, MenuItem.Inventory);
            turn.Session = turn.Session! with { Subject = Find };
        }
    }

    public void Go(Turn turn, Act.Go go)
    {
        var id = Id(go.Id) ?? 0;
        var post = Index(turn).Find(id);
        switch (go.Verb)
        {
            case "again" or "enough" or "notyet": TellHowItWas(turn, id, go.Verb); break;
            case "more": Look(turn); break;
            case "kept": ShowKept(turn); break;
            case "area": OpenArea(turn, "area"); break;
            case "post" or "keep" or "unkeep" or "hide" when post is null: SayGone(turn); break;
            case "post": At(turn, "post", id, On.Read); break;
            case "hide" or "keep" when !MayStore(turn): break;
            case "hide": At(turn, "hide", id, On.Hide); break;
            case "keep": Keep(turn, post!); break;
            case "unkeep": Unkeep(turn, post!); break;
            default: Again(turn); break;
        }
    }

    public void Take(Turn turn, Act act)
    {
        switch (act)
        {
            case Act.Choose choose: Choose(turn, State(turn), choose.Option); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        // A search in words of one's own comes before a guess at a button; a button said in its own words comes first.
        var wanted = State(turn) is Stage.Looking or Stage.Reading ? Said(turn) : default;
        if (!wanted.IsEmpty && !IsSaidExactly(turn)) Search(turn, wanted);
        else if (understood is Understood.Options options) Choose(turn, State(turn), options.Keys[0]);
        else Repair.Ask(turn, understood, Asked(turn), () => Again(turn));
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back or Command.Skip when State(turn) == Stage.Telling: LeaveIt(turn); break;
            case Command.Back: GoBack(turn); break;
            case Command.Skip: Look(turn); break;
            case Command.Why: turn.Say(State(turn) switch { Stage.ChoosingArea => "find_why_area", Stage.Telling => "find_why_how", Stage.Confirming => "find_why_apply", _ => "find_why" }); Again(turn); break;
            default: Again(turn); break;
        }
    }

    public void Again(Turn turn)
    {
        if (!turn.IsOpen(Name)) { Search(turn, default); return; }
        switch (State(turn))
        {
            case Stage.Reading: ShowPost(turn); break;
            case Stage.Confirming: AskToConfirm(turn); break;
            case Stage.Sharing: AskWhetherToShare(turn); break;
            case Stage.Hiding: AskWhatToHide(turn); break;
            case Stage.ChoosingArea: AskArea(turn); break;
            case Stage.Telling: AskHowItWas(turn); break;
            default: ShowSameCards(turn); break;
        }
    }

    /// <summary>There is nothing to keep for later: the search ends.</summary>
    public bool Stop(Turn turn)
    {
        turn.Close();
        turn.Say("find_stopped");
        turn.OfferQuick(Commands.Always(turn));
        return true;
    }

    public string Where(Turn turn) => Words.Say(State(turn) switch
    {
        Stage.Confirming or Stage.Sharing => "find_where_apply",
        Stage.Telling => "find_where_how",
        _ => "find_where",
    });

    private void Search(Turn turn, Wanted wanted)
    {
        Begin(turn);
        turn.Session = turn.Session! with { Subject = wanted.IsEmpty ? null : wanted.Write(), Picked = [], Unclear = 0 };
        Fire(turn, On.Look);
    }

    private void Look(Turn turn)
    {
        Begin(turn);
        Fire(turn, On.Look);
    }

    private void At(Turn turn, string what, long post, On trigger)
    {
        Begin(turn);
        turn.Session = turn.Session! with { Step = $"{what}/{post}", Unclear = 0 };
        Fire(turn, trigger);
    }

    private void OpenArea(Turn turn, string step)
    {
        Begin(turn);
        turn.Session = turn.Session! with { Step = step, Unclear = 0 };
        Fire(turn, On.ChooseArea);
    }

    private void Begin(Turn turn)
    {
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Begun));
    }

    private void GoBack(Turn turn)
    {
        if (State(turn) is Stage.Confirming or Stage.Sharing) turn.Session = turn.Session! with { Step = $"post/{PostId(turn)}" };
        if (State(turn) is not (Stage.Begun or Stage.Looking)) Fire(turn, On.Back);
        else
        {
            turn.Close();
            // What was interrupted goes on by itself; where nothing was, the menu.
            if (turn.Session is null or { Paused: true }) Menu.Show(turn);
        }
    }

    private static Wanted Said(Turn turn) => turn.Incoming is Incoming.Words words ? WantedWords.Read(words.Text) : default;

    private static bool IsForKept(Turn turn) => turn.Incoming is Incoming.Words words && Utterance.Of(words.Text) is var said && KeptWords.Any(word => said.Folded.StartsWith(word, StringComparison.Ordinal));

    private Wanted WantedIn(Turn turn) => turn.IsOpen(Name) && turn.Session is { } session && session.Flow == Name ? Wanted.Parse(session.Subject) : default;

    /// <summary>The welcome alone, age and area, is too little: then the inventory comes first.</summary>
    private static bool KnowsAnything(Turn turn) =>
        turn.Answers.Any(answer => answer.Value is AnswerValue.Chosen && answer.Questionnaire.StartsWith(TakeInventory.Id + "@", StringComparison.Ordinal));

    /// <summary>The person as far as known in this turn.</summary>
    private Seeker SeekerOf(Turn turn)
    {
        var seeker = Seeker.Of(turn.Answers, turn.Facts.Board.Value.Marks);
        if (turn.Incoming is Incoming.Located sent) seeker = seeker with { At = new GeoPoint(sent.Latitude, sent.Longitude), Origin = Origin.Sent };
        return WantedIn(turn).By(seeker);
    }

    /// <summary>Where the guideline's letter holds (<see cref="PrivateQuestions.Strict"/>) LINE sees no answer, not even in a reason.</summary>
    private static bool ShowsAnswers(Turn turn) => turn.Facts.PrivateQuestions != PrivateQuestions.Strict || turn.Channel == Channel.Web;

    private static PostIndex Index(Turn turn) => turn.Facts.Board.Value.Index;

    private static Marks MarksOf(Turn turn) => turn.Facts.Board.Value.Marks;

    /// <summary>The post that the open step is about; null when it is gone.</summary>
    private static Post? Open(Turn turn) => PostId(turn) is { } id ? Index(turn).Find(id) : null;

    private static long? PostId(Turn turn) =>
        turn.Session?.Step?.Split('/') is [_, var id] ? Id(id) : null;

    private static bool IsOpen(Turn turn) => Open(turn) is not null;

    /// <summary>A place alone may be sent by somebody who has not agreed that anything is stored: then that is asked for first.</summary>
    private static bool MayStore(Turn turn)
    {
        if (Consents.Of(turn).Has(Purpose.Service)) return true;
        turn.Unconsented = MenuItem.Find;
        return false;
    }

    private static void Mark(Turn turn, Post post, Mark mark)
    {
        if (Consents.Of(turn).Has(Purpose.Service) && !MarksOf(turn).Has(post.Id, mark)) turn.Do(new Effect.MarkPost(post.Id, post.Type.Kind, mark));
    }
}
