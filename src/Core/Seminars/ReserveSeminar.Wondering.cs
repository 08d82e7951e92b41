using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>What people say before they decide: what it costs, and that they want to ask at home first.</summary>
public sealed partial class ReserveSeminar
{
    private static readonly string[] Cost = Spellings.Table(
        "いくらかか", "いくらです", "いくらですか", "いくらくらい", "いくらぐらい", "お金かか", "お金がかか", "お金はかか", "お金がいる", "お金はいる", "お金がいります", "お金はいります", "お金いる", "お金を払", "費用", "参加費", "受講料", "料金", "有料", "無料", "ただですか", "ただなの");

    private static readonly string[] CostAlone = Spellings.Table("いくら", "お金は", "お金いくら", "お金はいくら", "値段は");

    private bool Wonders(Turn turn, string words)
    {
        if (turn.Session is not { Flow: Id, Paused: false } || State(turn) == Stage.Begun) return false;
        var said = Utterance.Of(words);
        if (said.Bare.Length <= LongestDropping && AsksWhatItCosts(said)) SayWhatItCosts(turn);
        else if (Postponing.Is(words, said) && (IsReserving(turn) || State(turn) is Stage.Looking or Stage.Cancelling) && !IsGone(turn)) Postpone(turn);
        else return false;
        return true;
    }

    private static bool AsksWhatItCosts(Utterance said) =>
        Cost.Any(word => said.Folded.Contains(word, StringComparison.Ordinal)) || said.Forms.Any(CostAlone.Contains);

    /// <summary>Nothing that is known here says what a gathering costs, so nothing is promised.</summary>
    private void SayWhatItCosts(Turn turn)
    {
        var noun = Subject(turn) is { } seminar ? Posters.Noun(seminar) : Words.Say("seminar_kind_seminar");
        turn.Show(new Bubble.Ask(Words.Say("seminar_cost", ("kind", noun)), null, null, null, [TalkToStaff.Offer(turn, "command_person", TalkToStaff.Suggested)], Several: false, Writes: false));
        Quick(turn);
        // A page shows nothing but the last answer; on a phone what was asked stands right above.
        if (turn.Channel == Channel.Web) Again(turn);
    }

    private void Postpone(Turn turn)
    {
        if (State(turn) == Stage.Cancelling)
        {
            turn.Say("seminar_not_changed");
            Fire(turn, On.Refused);
            return;
        }
        var seminar = Subject(turn)!;
        turn.Say(IsChange(turn) ? "seminar_postponed_change" : "seminar_postponed", ("short", seminar.Short));
        turn.Close();
        turn.OfferQuick([ButtonTo(turn, seminar, "look"), .. turn.Session is null ? Commands.Always(turn) : Commands.Every(turn)]);
    }
}
