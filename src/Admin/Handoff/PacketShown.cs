using Concierge.Admin.Conversations;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Members;

namespace Concierge.Admin.Handoff;

/// <summary>The packet of a case: one page. Ready sentences, so that page, print and JSON say the same.</summary>
/// <param name="Messages">The last ten, oldest first.</param>
/// <param name="OpenedBy">Who has opened this packet before, the newest first.</param>
public sealed record PacketShown(
    CaseShown Case,
    string Why,
    string? OwnWords,
    IReadOnlyList<string> Reach,
    IReadOnlyList<string> Needs,
    IReadOnlyList<DatedBox> Inventory,
    IReadOnlyList<Box> Frailty,
    string? Masked,
    string? Withheld,
    IReadOnlyList<string> Seats,
    IReadOnlyList<string> Points,
    IReadOnlyList<string> Promised,
    NextStep Next,
    IReadOnlyList<MessageShown> Messages,
    IReadOnlyList<Opened> OpenedBy)
{
    public static PacketShown Of(CaseShown one, Packet packet, IReadOnlyList<MessageShown> messages, IReadOnlyList<Opened> opened) => new(
        one, packet.Why, packet.OwnWords, packet.Reach, packet.Needs, packet.Inventory, packet.Frailty, packet.Masked, packet.Withheld,
        packet.Seats, packet.Points, packet.Promised, packet.Next, messages, opened);
}

/// <param name="Staff">Id; the name where it is known.</param>
public sealed record Opened(string Staff, string? Name, DateTimeOffset At);
