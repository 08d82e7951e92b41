namespace Concierge.Data;

/// <summary>What was read has been changed by somebody else since: read again and decide again.</summary>
public sealed class Conflict(string what) : Exception(what)
{
    public Conflict(string memberId, int expectedRevision)
        : this($"The conversation of member {memberId} is no longer at revision {expectedRevision}.")
    {
    }
}
