using Concierge.Data;

namespace Concierge.Bot.Site;

/// <summary>Counting somebody who passes by. A lost count is nothing to a person who wants to come in, and nobody waits for a database that is away.</summary>
internal static class Count
{
    public static Task Visit(Database database, string kind, DateTimeOffset at) => Quietly(database, unit => Tally.Add(unit, kind, at));

    public static async Task Quietly(Database database, Action<Unit> count)
    {
        try
        {
            await database.Writer.Write(count);
        }
        catch (NotStored)
        {
        }
    }
}
