using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.Handoff;

/// <summary>What the person is told.</summary>
public sealed partial class TalkToStaff
{
    private void SayWhatHappens(Turn turn)
    {
        var now = turn.Facts.Now;
        string[] lines = [Words.Say("staff_asked"), .. hours.IsOpen(now) ? Array.Empty<string>() : [Words.Say("staff_closed")], By(hours.AnswerBy(now), now), Words.Say("staff_meanwhile")];
        turn.Show(new Bubble.Say(string.Join('\n', lines)));
        ShowHowElse(turn, (turn.Facts.Handoff.Value.Newest?.Number ?? 0) + 1, Words.Say(AskToShare.IsNeeded(turn) ? "staff_sees_talk" : "staff_sees_answers"));
    }

    private void SayWhereItStands(Turn turn, HandoffCase open)
    {
        turn.Show(new Bubble.Say($"{Words.Say("staff_asked_already")}\n{By(open.AnswerBy, turn.Facts.Now)}"));
        ShowHowElse(turn, open.Number);
    }

    /// <summary>What staff see, how the desk is reached without waiting, and the way back.</summary>
    private void ShowHowElse(Turn turn, int number, params string[] before)
    {
        string[] lines = [.. before, .. HowElse(turn)];
        turn.Show(new Bubble.Ask(
            string.Join('\n', lines), null, null, null, [Button(turn, "staff_withdraw", WithdrawVerb, $"{number}")], Several: false, Writes: false));
    }

    /// <summary>Nobody is sent to a door that is closed.</summary>
    private string[] HowElse(Turn turn) => turn.Facts.Desk is { } desk ? [Words.Say("staff_desk", ("desk", desk))] : hours.IsOpen(turn.Facts.Now) ? [Words.Say("staff_no_desk")] : [];

    private static string By(DateTimeOffset at, DateTimeOffset now) => Words.Say("staff_when", ("when", Promise.Spell(at, now)));

    /// <summary>Good in one tap; no answer is an answer too, so it is asked once.</summary>
    private static void AskHowItWas(Turn turn, int number) => turn.Show(new Bubble.Ask(
        Words.Say("staff_rate"), null, null, null,
        [.. Enum.GetValues<Rating>().Select(rating => Button(turn, $"staff_rate_{rating.ToString().ToLowerInvariant()}", RateVerb, $"{number}-{rating}"))],
        Several: false, Writes: false));

    private static void ShowDoor(Turn turn)
    {
        turn.Show(new Bubble.Door(Words.Say("staff_replied"), Words.Say("staff_read"), Page.Conversation));
        turn.OfferQuick(Commands.Always(turn).Prepend(Button(turn, "staff_read_again", ReadVerb)));
    }

    /// <summary>What would be passed on stands on the city's own page alone.</summary>
    private void ShowProposal(Turn turn)
    {
        if (turn.Facts.Handoff.Value.Proposal is not { } proposal) return;
        if (turn.Channel == Channel.Line)
        {
            turn.Show(new Bubble.Door(Words.Say("staff_refer_door"), Words.Say("staff_read"), Page.Conversation));
            return;
        }
        var partner = partners.All.FirstOrDefault(one => one.Key == proposal.Partner)?.Name ?? proposal.Partner;
        turn.Show(new Bubble.Ask(
            Words.Say("staff_refer", ("partner", partner), ("slip", proposal.Slip)), null, null, null,
            [Button(turn, "staff_refer_yes", ReferVerb, $"{proposal.Id}-yes"), Button(turn, "staff_refer_no", ReferVerb, $"{proposal.Id}-no")],
            Several: false, Writes: false));
    }

    private static Button Button(Turn turn, string words, string verb, string id = "") => turn.Button(Words.Say(words), new Act.Go(Id, verb, id));
}
