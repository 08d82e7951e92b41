using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>A reservation that is taken back in so many words, and one that was begun and left.</summary>
public sealed partial class ReserveSeminar
{
    /// <summary>Longer texts tell a story.</summary>
    private const int LongestDropping = 30;

    private const string GoOn = "goon", Leave = "leave";

    /// <summary>Among what was chosen: that it is not reserved yet was said.</summary>
    private const string Told = "told";

    private static readonly string Booking = Spellings.Fold("予約");

    private static readonly string[] JustNow = Spellings.Table("さっき", "先ほど", "さきほど", "いまの", "今の", "いました", "今した");

    private static readonly string[] Dropped = Spellings.Table("はなし", "をなし", "なしに", "なしで", "やめ", "いらない", "いりません", "いらなく", "なかったこと");

    /// <summary>Enough where it is said that the last one is meant; otherwise わたしの予定 shows them all.</summary>
    private static readonly string[] Cancelled = Spellings.Table("取り消", "取消", "とりけ", "キャンセル");

    /// <summary>Enough while something else is asked; elsewhere it is read as a wish.</summary>
    private static readonly string[] CannotGo = Spellings.Table("行けなくなっ", "いけなくなっ", "行けなくなり", "いけなくなり");

    private static readonly string[] Kept = Spellings.Table("やめない", "やめません", "やめなく", "消さない", "消しません", "なしでも", "しない", "しません");

    /// <summary>「さっきの予約は なしで」, wherever one is: asked once, then cancelled. What was only begun is left.</summary>
    private bool IsDropped(Turn turn, string words)
    {
        if (turn.Asked is { Kind: QuestionKind.Text } or { Weighs: true } || !SaysDropped(turn, words, out var last)) return false;
        if (IsReserving(turn))
        {
            Stop(turn);
            return true;
        }
        var live = turn.Facts.Seminars.Value.Mine.Where(mine => mine.IsLive && turn.Facts.Seminars.Value.Find(mine.SeminarId) is not null).ToArray();
        if (live.Length == 0) return false;
        if (IsAtMine(turn)) OpenCancelling(turn, Subject(turn)!);
        else if (last || live.Length == 1) OpenCancelling(turn, turn.Facts.Seminars.Value.Find(live[^1].SeminarId)!);
        else Begin(turn, On.ShowSchedule, null);
        return true;
    }

    private bool SaysDropped(Turn turn, string words, out bool last)
    {
        var said = Utterance.Of(words);
        last = Has(JustNow);
        if (said.Bare.Length > LongestDropping || Has(Kept) || Asking.Is(words, said)) return false;
        return said.Folded.Contains(Booking, StringComparison.Ordinal)
            ? Has(Dropped) || (last && Has(Cancelled))
            : Has(CannotGo) && turn.Session is { Paused: false } open && open.Flow != Id;

        bool Has(string[] table) => table.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
    }

    private bool IsAtMine(Turn turn) => turn.Session is { Flow: Id } && State(turn) == Stage.Mine && !IsGone(turn);

    private static bool IsReserving(Turn turn) =>
        turn.Session is { Flow: Id, Paused: false } && State(turn) is Stage.Attending or Stage.Seats or Stage.Confirming or Stage.Full && Subject(turn) is not null;

    /// <summary>Once until one is back: whoever leaves for the menu thinks that it is done.</summary>
    public void IsLeft(Turn turn)
    {
        if (!IsReserving(turn) || turn.Session!.Picked.Contains(Told)) return;
        var seminar = Subject(turn)!;
        turn.Show(new Bubble.Ask(
            Words.Say(IsChange(turn) ? "seminar_undone_change" : "seminar_undone", ("short", seminar.Short)), null, null, null,
            [turn.Button(Words.Say("go_on"), new Act.Go(Id, GoOn, seminar.Id)), turn.Button(Words.Say("command_stop"), new Act.Go(Id, Leave, seminar.Id))],
            Several: false, Writes: false));
        turn.Session = turn.Session with { Picked = turn.Session.Picked.Add(Told) };
    }

    private static void IsBack(Turn turn) => turn.Session = turn.Session! with { Picked = turn.Session.Picked.Remove(Told) };

    /// <summary>At the question where it was left; where the list was opened meanwhile, from the first.</summary>
    private void GoOnReserving(Turn turn, Seminar seminar)
    {
        if (turn.Raise(Name) && IsReserving(turn) && Subject(turn) == seminar) Again(turn);
        else if (turn.Facts.Seminars.Value.Of(seminar.Id) is { IsLive: true }) OpenMine(turn, seminar);
        else OpenReserving(turn, seminar);
    }

    private void LeaveUndone(Turn turn, Seminar seminar)
    {
        if (turn.Raise(Name) && IsReserving(turn) && Subject(turn) == seminar) Stop(turn);
        else
        {
            turn.Say(turn.Facts.Seminars.Value.Of(seminar.Id) is { IsLive: true } ? "seminar_not_changed" : "seminar_not_reserved");
            turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
        }
    }
}
