using System.Text;
using System.Text.Json;
using Concierge.Data;
using Concierge.SystemTests.Road;

namespace Concierge.SystemTests.Crash;

/// <summary>
/// Tells another bot, to which nothing happens, what people did. Where they stand there is where they must stand here: every effect
/// is there once, whatever died in between.
/// </summary>
internal static class Retelling
{
    private const int AtOnce = 100;

    /// <param name="all">What each person did; by LINE user id.</param>
    public static async Task<IReadOnlyList<Breach>> Differences(Database database, IReadOnlyDictionary<string, (string Id, byte[] Raw)[]> all)
    {
        // The same master key, so that buttons mean the same; LINE knows nobody there, so that nothing is said.
        await using var calm = await Town.StartAt(all.Values.Max(deeds => At(deeds[^1].Raw)), DatabaseProvider.Sqlite);
        foreach (var deeds in all.Values.SelectMany(deeds => deeds.Chunk(AtOnce))) await Tell(calm, deeds);
        await calm.Settles();
        return
        [
            .. from person in all
               where !WasTold(database, person.Key)
               let stands = Stands(database, person.Key)
               let told = Stands(calm.Database, person.Key)
               where stands != told
               select new Breach(person.Value[^1].Id, $"stands otherwise than told:\n{stands}\nbut told:\n{told}"),
        ];
    }

    private static DateTimeOffset At(byte[] raw) =>
        DateTimeOffset.FromUnixTimeMilliseconds(JsonElement.Parse(raw).GetProperty("timestamp").GetInt64());

    private static async Task Tell(Town calm, (string Id, byte[] Raw)[] deeds)
    {
        var events = string.Join(',', deeds.Select(deed => Encoding.UTF8.GetString(deed.Raw)));
        var answer = await calm.Line.Deliver($$"""{"destination":"{{calm.Line.BotUserId}}","events":[{{events}}]}""");
        if (!answer.IsOk) throw new InvalidOperationException($"The other bot answered {answer.Status}.");
    }

    /// <summary>That something may not have arrived: from there on the turns are others.</summary>
    private static bool WasTold(Database database, string person) => database.Reader.Read(unit =>
    {
        var member = Member(unit, person);
        return unit.Db.Outbox.Any(row => row.MemberId == member && (row.State == OutboxState.Held || row.State == OutboxState.Superseded));
    });

    private static string Stands(Database database, string person) => database.Reader.Read(unit =>
    {
        var member = Member(unit, person);
        var key = unit.Members.Key(member);
        var (conversation, answers) = (unit.Conversations.Read(member, key), unit.Answers.Of(member, key));
        return $"{Standing.Of(conversation, answers).Text}\nafter {conversation.Revision} turns and {answers.Length} answers";
    });

    private static string Member(Unit unit, string person) => unit.Db.LineUsers.Single(user => user.LineUserId == person).MemberId;
}
