using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>A call that must not take effect twice, by the key its caller gave it; kept for a day.</summary>
public sealed class OnceEntry
{
    public required string Actor { get; init; }
    public required string Key { get; init; }

    /// <summary>Of method, path and body: the same key for something else is a mistake.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>What was answered; ids alone, never a person's words.</summary>
    public required string Answer { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<OnceEntry>().ToTable("once").HasKey(o => new { o.Actor, o.Key });
}
