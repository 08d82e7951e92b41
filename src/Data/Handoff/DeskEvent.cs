using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Handoff;

namespace Concierge.Data;

/// <summary>What staff did, on its way to the conversation: through the inbox, by the same door as everything else.</summary>
/// <param name="Kind">Said, Left or Proposed.</param>
/// <param name="Case">Its number among the person's.</param>
public sealed record DeskEvent(string Kind, int Case)
{
    public const string ChannelName = "desk";

    public const string Said = "said", Left = "left", Proposed = "proposed";

    /// <summary>The event under which the words lie in the messages.</summary>
    public string? Message { get; init; }

    public StaffReplies? Where { get; init; }

    public Leaving? How { get; init; }

    public static DeskEvent Read(byte[] raw) => JsonSerializer.Deserialize(raw, HandoffJson.Default.DeskEvent)!;

    /// <summary>Named after its member, as a timer's: it goes when they are erased.</summary>
    internal static void Put(Unit unit, HandoffCase one, DeskEvent happened, DateTimeOffset now) =>
        Put(unit, one.MemberId, $"{one.Id}/{one.Revision}", happened, now);

    internal static void Put(Unit unit, string memberId, string id, DeskEvent happened, DateTimeOffset now) => unit.Inbox.Accept(new InboxEvent(
        ChannelName, string.Create(CultureInfo.InvariantCulture, $"{memberId}/{ChannelName}/{id}"), memberId, now, now,
        JsonSerializer.SerializeToUtf8Bytes(happened, HandoffJson.Default.DeskEvent), Redelivery: false));
}

/// <summary>What a member of staff said, as it lies sealed in the messages.</summary>
/// <param name="Name">As the person sees it.</param>
public sealed record StaffWords(string Name, string Text)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, HandoffJson.Default.StaffWords);

    public static StaffWords Read(byte[] body) => JsonSerializer.Deserialize(body, HandoffJson.Default.StaffWords)!;

    // Records print themselves, and what was written must reach no log.
    public override string ToString() => nameof(StaffWords);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(DeskEvent))]
[JsonSerializable(typeof(StaffWords))]
internal sealed partial class HandoffJson : JsonSerializerContext;
