using Concierge.Data;

namespace Concierge.Bot;

/// <summary>This process among those that may share the database: whose lease it is.</summary>
public sealed class Node(NewId newId)
{
    /// <summary>After this long without an outcome another process may take a row over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public string Id { get; } = newId();

    /// <summary>For whoever looks for it: the machine, and which of those that run or ran there.</summary>
    public string Name => $"{Environment.MachineName} {Id[^4..]}";
}
