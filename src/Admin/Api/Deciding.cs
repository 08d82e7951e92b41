using Concierge.Data;

namespace Concierge.Admin;

/// <summary>Writes that decide on what they read.</summary>
public static class Deciding
{
    private const int Tries = 5;

    /// <summary>Where somebody else was faster, it is read and decided again.</summary>
    /// <exception cref="Problem">Somebody was faster every time.</exception>
    public static async Task<T> Decide<T>(this Writer writer, Func<Unit, T> work)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await writer.Write(work);
            }
            catch (Conflict) when (tried < Tries)
            {
                // Again at once: the writer's turn is only a few milliseconds.
            }
            catch (Conflict)
            {
                throw Problem.Conflict("busy");
            }
        }
    }
}
