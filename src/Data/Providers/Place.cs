using Npgsql;

namespace Concierge.Data;

/// <summary>A place among the processes that send.</summary>
/// <param name="Alone">Nobody else had one when it was taken.</param>
internal sealed record Place(IDisposable Held, bool Alone);

/// <summary>
/// On PostgreSQL there are places for many: a lock that all of them share, and that only the first can have to itself for a moment.
/// It ends with its session. Were that to break while its process lives, another would end that process's leases too early, which is
/// harmless: such rows are taken over as ambiguous, and a token or a key is good once.
/// </summary>
internal static class PostgresPlace
{
    public static Place Take(PostgresProvider provider)
    {
        var session = provider.Open("SET application_name = 'concierge bot'");
        var alone = Ask(session, "SELECT pg_try_advisory_lock(5550102)") is true;
        Ask(session, "SELECT pg_advisory_lock_shared(5550102)");
        if (alone) Ask(session, "SELECT pg_advisory_unlock(5550102)");
        return new Place(session, alone);
    }

    private static object? Ask(NpgsqlConnection session, string question)
    {
        using var command = new NpgsqlCommand(question, session);
        return command.ExecuteScalar();
    }
}
