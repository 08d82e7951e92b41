using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Conversations;
using Concierge.Core.Points;
using Concierge.Data;

namespace Concierge.Bot.Points;

/// <summary>Answers of the operator on their way to the conversation: by the same door as everything else.</summary>
public static class CardAnswers
{
    public const string ChannelName = "points";

    /// <summary>The id names the errand, so that two nodes that asked the same bring one answer.</summary>
    public static InboxEvent Event(Errand errand, CardAnswer answer, DateTimeOffset now) => new(
        ChannelName,
        $"{errand.MemberId}/{errand.Key}",
        errand.MemberId,
        now,
        now,
        JsonSerializer.SerializeToUtf8Bytes(CardEvent.Of(errand, answer), CardEventJson.Default.CardEvent),
        Redelivery: false);

    public static Incoming Read(byte[] raw, DateTimeOffset at)
    {
        var read = JsonSerializer.Deserialize(raw, CardEventJson.Default.CardEvent)!;
        return new Incoming.CardAnswered(read.Errand, read.Links, read.ToAnswer()) { At = at, Channel = read.Channel };
    }
}

/// <summary>An answer as it lies sealed in the inbox.</summary>
public sealed record CardEvent(string Errand, bool Links, Channel Channel, string Kind, string? Detail)
{
    public static CardEvent Of(Errand errand, CardAnswer answer)
    {
        var (kind, detail) = answer switch
        {
            CardAnswer.Found found => ("found", found.Statement.Write()),
            CardAnswer.Silent silent => (silent.Passing ? "silent" : "not-there", silent.Reason),
            _ => ("no-match", null),
        };
        return new CardEvent(errand.Key, errand.Links, errand.Channel, kind, detail);
    }

    public CardAnswer ToAnswer() => Kind switch
    {
        "found" => new CardAnswer.Found(CardStatement.Parse(Detail)!),
        "no-match" => new CardAnswer.NoMatch(),
        "not-there" => new CardAnswer.Silent(Detail ?? "", Passing: false),
        _ => new CardAnswer.Silent(Detail ?? ""),
    };

    public override string ToString() => nameof(CardEvent);
}

[JsonSerializable(typeof(CardEvent))]
internal sealed partial class CardEventJson : JsonSerializerContext;
