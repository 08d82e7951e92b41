using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Members;

namespace Concierge.Data;

/// <summary>A believable morning at the desk (<c>data/demo/cases.json</c>), so that the console is not empty at the first start in development.</summary>
public static class DemoDay
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Where there is a case already, nothing is changed.</summary>
    public static void Seed(Unit unit, DateTimeOffset now)
    {
        if (unit.Db.Set<HandoffCase>().Any()) return;
        foreach (var one in JsonSerializer.Deserialize<ImmutableArray<DemoCase>>(DemoData.Text("cases"), Strict)) Seed(unit, one, now);
    }

    private static void Seed(Unit unit, DemoCase one, DateTimeOffset now)
    {
        var asked = now - TimeSpan.FromMinutes(one.MinutesAgo);
        var member = unit.Members.AddAnonymous(asked, () => one.Id);
        var key = unit.Members.Key(member);
        unit.Conversations.Save(member, Conversation.New with { Revision = 1 }, 0, key);
        Agree(unit, one, key, asked);
        foreach (var (name, options) in one.Answers)
            unit.Answers.Add(member, name.Split('/', 2)[0], name.Split('/', 2)[1], new AnswerValue.Chosen(options), asked, null, null, Consents.Member, key);
        foreach (var (said, i) in one.Talk.Select((said, i) => (said, i))) Say(unit, key, said, $"{member}/{i}", asked - TimeSpan.FromMinutes(one.Talk.Length - i));
        Cases.Do(unit, member, new Effect.OpenCase(one.Trigger, Asks: false), $"{member}/{one.Talk.Length - 1}", asked);
        unit.Db.SaveChanges();
        if (one.Holder is not null) Take(unit, one, asked);
    }

    /// <summary>To the question of the welcome, and to the one whether staff may see: in the ledger, and among the answers as from everybody.</summary>
    private static void Agree(Unit unit, DemoCase one, MemberKey key, DateTimeOffset at)
    {
        Say(Purpose.Service, "entry@1", true);
        Say(Purpose.Staff, "share@1", one.Agrees);

        void Say(Purpose purpose, string form, bool given)
        {
            unit.Consents.Add(one.Id, new Consent(purpose, $"{form}/{Consents.KeyOf(purpose)}", given, at, Consents.Member));
            unit.Answers.Add(one.Id, "entry@1", Consents.KeyOf(purpose), new AnswerValue.Chosen([given ? "yes" : "no"]), at, null, null, Consents.Member, key);
        }
    }

    private static void Say(Unit unit, MemberKey key, DemoWords said, string eventId, DateTimeOffset at)
    {
        // As if over LINE: staff see it also from those who do not let them see their answers.
        var body = said.From == Speaker.Bot
            ? StoredMessage.Of(new Reply([new Bubble.Say(said.Says)], []))
            : StoredMessage.Of(new Incoming.Words(said.Says, eventId) { At = at, Channel = Channel.Line });
        unit.Messages.Add(new MessageRow(0, key.MemberId, at, said.From, Channel.Line, eventId, 0, null, 0, unit.Vault.Seal(key, Fields.MessageBody, body)));
    }

    private static void Take(Unit unit, DemoCase one, DateTimeOffset asked)
    {
        var made = Cases.Of(unit, one.Id)[0];
        Cases.Claim(unit, made.Id, one.Holder!, made.Revision, asked.AddMinutes(10));
        if (one.Reply is { } reply) Cases.Speak(unit, made.Id, one.Holder!, one.HolderName!, reply, null, Cases.LastSaid(unit, one.Id), asked.AddMinutes(15));
    }
}

/// <param name="Agrees">That staff see the answers.</param>
/// <param name="Answers">Keys of options by questionnaire and question.</param>
/// <param name="Holder">Id of who has taken it; null: it waits.</param>
internal sealed record DemoCase(
    string Id, CaseTrigger Trigger, int MinutesAgo, bool Agrees, ImmutableDictionary<string, ImmutableArray<string>> Answers, ImmutableArray<DemoWords> Talk,
    string? Holder = null, string? HolderName = null, string? Reply = null);

internal sealed record DemoWords(Speaker From, string Says);
