using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Frailty;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Core.Handoff;

/// <summary>
/// What whoever takes a case needs to know, on one page, and no more. Made anew whenever it is opened, so that what was withdrawn meanwhile
/// is not in it.
/// </summary>
/// <param name="Why">The rule that led here.</param>
/// <param name="OwnWords">The person's own; null for a button, and when they were taken back.</param>
/// <param name="Reach">How and when the person wants to be reached.</param>
/// <param name="Withheld">Instead of everything that comes from answers, when staff may not see them; else null.</param>
/// <param name="Frailty">Of the newest check; empty when there is none.</param>
/// <param name="Masked">Instead of it, when whoever looks may not see health; else null.</param>
public sealed record Packet(
    string Why,
    string? OwnWords,
    ImmutableArray<string> Reach,
    ImmutableArray<string> Needs,
    ImmutableArray<DatedBox> Inventory,
    ImmutableArray<Box> Frailty,
    string? Masked,
    string? Withheld,
    ImmutableArray<string> Seats,
    ImmutableArray<string> Points,
    ImmutableArray<string> Promised,
    NextStep Next)
{
    public static Packet Of(HandoffCase one, PacketFacts facts, Questionnaires forms, DateTimeOffset now)
    {
        var answers = facts.Consents.Has(Purpose.Staff) ? facts.Answers : [];
        var visit = facts.Consents.Has(Purpose.Staff) && facts.SeesHealth ? Visit.Last(facts.Findings, answers, forms) : null;
        var walk = new Walk(forms.Newest(TakeInventory.Id), answers, PrivateQuestions.Chat, Channel.Web);
        return new Packet(
            Words.Say("packet_why_" + one.Trigger.ToString().ToLowerInvariant()),
            facts.OwnWords,
            [Words.Say(facts.Reach), .. Line(walk, "times", "packet_times", "times")],
            [.. Line(walk, "care", "packet_needs", "needs")],
            facts.Consents.Has(Purpose.Staff) ? InventoryCard.Dated(walk, answers) : [],
            visit is null ? [] : CheckSheet.Boxes(visit, forms),
            facts.Consents.Has(Purpose.Staff) && !facts.SeesHealth ? Words.Say("packet_no_right") : null,
            facts.Consents.Has(Purpose.Staff) ? null : Words.Say("packet_no_consent"),
            [.. facts.Seats.Select(seat => Words.Say("packet_seat", ("title", seat.Title), ("day", Promise.Spell(seat.At, now)), ("state", Words.Say("packet_state_" + seat.State))))],
            [.. facts.LookUps.Select(look => Words.Say(PointsKey(look.Outcome), ("day", CheckSheet.Day(look.At))))],
            Promises(one, facts, now),
            NextStep.For(one, answers, visit?.Items.Any(item => item.Colour == Colour.Red) == true));
    }

    private static ImmutableArray<string> Promises(HandoffCase one, PacketFacts facts, DateTimeOffset now) =>
    [
        .. one is { IsOpen: true, AnsweredAt: null } ? [Words.Say("packet_promise", ("when", Promise.Spell(one.AnswerBy, now)))] : Array.Empty<string>(),
        .. facts.Seats.Where(seat => seat.State == "reserved" && seat.At > now).Select(seat => Words.Say("packet_promise_seat", ("title", seat.Title))),
    ];

    private static IEnumerable<string> Line(Walk walk, string question, string key, string name) =>
        walk.AnswerTo(question) is AnswerValue.Chosen value ? [Words.Say(key, (name, Spelling.Of(walk.Find(question), value)))] : [];

    private static string PointsKey(string outcome) => outcome is "found" or "linked" or "unlinked" ? "packet_points_" + outcome : "packet_points_other";
}

/// <summary>What a packet is made of.</summary>
/// <param name="SeesHealth">Whether whoever looks may.</param>
/// <param name="Reach">Key of the sentence: packet_by_line, packet_by_page or packet_blocked.</param>
public sealed record PacketFacts(
    Consents Consents,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<Finding> Findings,
    bool SeesHealth,
    string? OwnWords,
    string Reach,
    IReadOnlyList<PacketSeat> Seats,
    IReadOnlyList<PacketLookUp> LookUps);

/// <param name="State">reserved, waiting, offered or attended.</param>
public sealed record PacketSeat(string Title, DateTimeOffset At, string State);

/// <param name="Outcome">As the trace of look-ups has it.</param>
public sealed record PacketLookUp(DateTimeOffset At, string Outcome);
